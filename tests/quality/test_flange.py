import importlib
import os
import shutil
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from kitlib.quality.data import PicturesError, check, flange, mask

FLANGE = Path(__file__).parents[2] / "datasets" / "flange"
CONDITIONS = (
    "standard",
    "dim",
    "other_side",
    "tilted",
    "turned",
    "copies",
    "unknown_defect",
    "wrong_part",
    "mats",
    "mats_swapped",
)


@pytest.fixture
def shots(monkeypatch):
    monkeypatch.syspath_prepend(FLANGE)
    return importlib.import_module("plan").shots()


@pytest.fixture
def copy(tmp_path, monkeypatch):
    """A copy of the set, to be spoilt, in the place the environment names."""
    monkeypatch.setenv("KIT_DATASETS", str(tmp_path))
    return shutil.copytree(FLANGE, tmp_path / "flange")


@pytest.mark.parametrize("condition", CONDITIONS)
def test_the_set_holds_what_was_planned(shots, condition):
    planned = Counter((s.split, s.kind, s.part, s.shot, s.mat) for s in shots if s.condition == condition)
    info = flange(condition).info
    assert Counter(zip(info["split"], info["kind"], info["part"], info["shot"], info["mat"], strict=True)) == planned


@pytest.mark.parametrize("condition", CONDITIONS)
def test_pictures_labels_and_groups_fit(condition):
    pictures = flange(condition)
    assert pictures.classes == ("ok", "defective")
    assert pictures.images.shape == (len(pictures), 192, 192, 3)
    assert not pictures.images.flags.writeable
    assert (pictures.labels == (pictures.info["kind"] != "ok")).all()
    assert (pictures.groups == pictures.info["part"]).all()
    assert (pictures.images.reshape(len(pictures), -1).std(axis=1) > 10).all()


def test_no_part_is_in_training_and_test():
    for condition in ("standard", "mats"):
        train, test = flange(condition, "train"), flange(condition, "test")
        assert not set(train.groups) & set(test.groups)
        assert len(train) + len(test) == len(flange(condition))


def test_changed_conditions_show_test_parts_only():
    trained = set(flange("standard", "train").groups)
    for condition in ("dim", "other_side", "tilted", "turned"):
        assert not trained & set(flange(condition).groups)


def test_kinds():
    chosen = flange(kinds=["ok", "dent"])
    assert set(chosen.info["kind"]) == {"ok", "dent"}
    assert chosen.classes == ("ok", "defective")


def test_unknown_names_are_told():
    with pytest.raises(ValueError, match="dim, mats, mats_swapped"):
        flange("dark")
    with pytest.raises(ValueError, match="unknown split"):
        flange(split="dev")
    with pytest.raises(ValueError, match="unknown kind"):
        flange(kinds=["ok", "rust"])


@pytest.mark.parametrize("condition", ["standard", "turned", "unknown_defect", "mats"])
def test_masks_lie_where_the_table_says(condition):
    pictures = flange(condition)
    for i in range(0, len(pictures), 7):
        row, found = pictures.info.iloc[i], mask(pictures, i)
        assert found.shape == (192, 192)
        assert found.dtype == bool
        assert found.any() == (row["kind"] != "ok")
        if found.any():
            y, x = np.nonzero(found)
            box = (x.min(), y.min(), x.max() + 1, y.max() + 1)
            assert (row["width"], row["height"]) == (box[2] - box[0], box[3] - box[1])
            assert (row["x"], row["y"]) == ((box[0] + box[2]) // 2, (box[1] + box[3]) // 2)
            assert row["size_mm"] > 0


def test_masks_show_where_the_picture_is_unusual():
    """Stains and closed holes are seen in the picture where the mask says, compared with the mean of the good ones."""
    ok = flange(kinds=["ok"]).images.astype(np.float32)
    mean, spread = ok.mean(axis=0), ok.std(axis=0) + 4
    for kind in ("stain", "missing_hole"):
        pictures = flange(kinds=[kind])
        far = np.abs(pictures.images - mean).mean(axis=3) / spread.mean(axis=2)
        inside = [far[i][mask(pictures, i)].mean() for i in range(len(pictures))]
        assert np.mean(np.array(inside) > far.mean(axis=(1, 2))) > 0.9


def test_wrong_parts_have_no_mask_and_other_pictures_neither():
    pictures = flange("wrong_part")
    assert not mask(pictures, 0).any()
    with pytest.raises(ValueError, match="flange"):
        mask(replace(pictures, info=None), 0)


def test_same_question_same_object_also_at_the_same_time():
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: flange("tilted", "test", ("ok",)), range(16)))
    assert len({id(a) for a in answers}) == 1
    whole, part = (flange("standard", split).images for split in (None, "train"))
    assert set(map(id, part._encoded)) < set(map(id, whole._encoded)), "no picture is read or kept twice"


def test_the_set_is_whole_and_progress_is_told():
    told = []
    assert check(lambda done, total: told.append((done, total))) == []
    assert told[-1][0] == told[-1][1] == len(told) > 2280


def test_the_set_is_small_enough_for_the_repository():
    size = sum(os.path.getsize(p) for folder in ("pictures", "masks") for p in (FLANGE / folder).rglob("*.*"))
    assert size < 25e6


def test_missing_and_changed_files_are_named(copy):
    pictures = sorted((copy / "pictures" / "wrong_part").iterdir())
    pictures[0].unlink()
    pictures[1].write_bytes(pictures[2].read_bytes())
    missing, changed = (f"pictures/wrong_part/{p.name}" for p in pictures[:2])
    found = {p.code: p.values["files"] for p in check()}
    assert found == {"flange_missing": [missing], "flange_changed": [changed]}
    with pytest.raises(PicturesError) as error:
        flange("wrong_part")
    assert error.value.problem.code == "flange_missing"
    assert [p.values["examples"] for p in error.value.problems] == [missing, changed]
    assert len(flange("tilted")) == 80


def test_a_changed_table_or_no_set_at_all(copy):
    text = (copy / "parts.csv").read_text("utf-8")
    (copy / "parts.csv").write_text(text, "utf-8", newline="\r\n")
    assert len(flange("dim")) == 80
    (copy / "SHA256SUMS").unlink()
    assert [p.values["files"] for p in check()] == [["SHA256SUMS"]]


def test_a_table_someone_edited_is_refused(copy):
    text = (copy / "parts.csv").read_text("utf-8")
    (copy / "parts.csv").write_text(text.replace("scratch", "ok"), "utf-8", newline="\n")
    with pytest.raises(PicturesError) as error:
        flange()
    assert (error.value.problem.code, error.value.problem.values["files"]) == ("flange_changed", ["parts.csv"])
