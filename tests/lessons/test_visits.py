"""What each visitor's session keeps and gives back."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

RELOADS = 50


@pytest.fixture(scope="module")
def found(root):
    script = Path(__file__).with_name("visits.py")
    made = subprocess.run(
        [sys.executable, script, root, str(RELOADS)], capture_output=True, text=True, encoding="utf-8", timeout=300
    )
    assert made.returncode == 0, made.stderr
    return json.loads(made.stdout)


def test_each_cell_is_told_as_soon_as_it_has_run(found):
    told = [result.get("cell") for result in found["first"]]
    assert told == ["load", "slide", "watch", "told", "raises", "click", "got", "count", "upload", None]
    assert found["first"][-1] == {"ready": True}


def test_lost_connection_finds_everything_as_it_was(found):
    assert found["again"] == found["first"]


def test_after_a_restart_of_the_server_the_page_is_told_to_begin_anew(found):
    assert found["lost"] == [{"lost": True}]


def test_nobody_can_end_the_session_of_another(found):
    assert found["kept"] == 2


def test_leaving_frees_the_session(found):
    assert found["left"] == 0
    assert found["left_after_reloads"] == 0


def test_who_leaves_while_cells_run_leaves_no_fault_in_the_log(found):
    assert found["gone"] == [True], "a cell that fails while its kernel is taken down is no fault"
    assert found["faults"] == []


def test_reloads_do_not_pile_up_memory(found):
    assert found["growth"] < 12, f"{found['growth']:.1f} MiB more after {RELOADS - 10} reloads"
