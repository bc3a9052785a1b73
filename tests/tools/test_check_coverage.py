"""The table of competencies names places that are there; a place that goes is noticed."""

import check_coverage
import pytest

TABLE = check_coverage.TABLE.read_text("utf-8")


def test_the_table_is_whole(capsys):
    assert check_coverage.main() == 0, capsys.readouterr().out


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("01a_quality.py#sort", "01a_quality.py#sorted", "01a_quality.py has no place sorted"),
        ("01a_quality.py#quiz", "01a_quality.py#question", "question is named as a check"),
        ("6_law.md#cases", "6_law.md#classes", "is named as a check and asks nobody anything"),
        ("slides/src/6_law.md#cases", "slides/src/6_lawn.md#cases", "6_lawn.md is gone"),
        ("| R09 |", "| R9 |", "row R09 is missing"),
        ("| not yet | not yet |", "| not yet | – |", "stands in both cells or in none"),
    ],
)
def test_what_is_gone_is_named(tmp_path, monkeypatch, old, new, said):
    assert old in TABLE
    folder = check_coverage.TABLE.parent
    copy = tmp_path / "docs" / "competencies.md"
    copy.parent.mkdir()
    for name in ("notebooks", "slides", "trainer", "kitlib", "tests", "CONTRIBUTING.md"):
        (tmp_path / name).symlink_to(folder.parent / name)
    (copy.parent / "language.md").symlink_to(folder / "language.md")
    copy.write_text(TABLE.replace(old, new), "utf-8")
    assert any(said in line for line in check_coverage.check(copy))
