"""The builder: one source, six notebooks, the same bytes each time; and nbval goes red when a value changes."""

import json
import subprocess
import sys

import build_notebooks
import nbformat
import pytest
from lesson_source import LANGUAGES, SourceError, read_lesson
from nbformat.v4 import new_output


def build(project, *arguments) -> int:
    return build_notebooks.main(list(arguments), project.root)


def cells(path) -> dict:
    return {cell.id: cell for cell in nbformat.read(path, as_version=4).cells}


def test_each_language_and_edition_is_a_valid_notebook_with_the_ids_of_the_source(built):
    for lang in LANGUAGES:
        for trainer in (False, True):
            notebook = nbformat.read(built.notebook(lang, trainer), as_version=4)
            nbformat.validate(notebook)
            hint = ["hint"] if trainer else []
            assert [cell.id for cell in notebook.cells] == ["intro", "cost", "answer", *hint]
            assert notebook.metadata.kit.lang == lang


def test_the_head_of_the_source_is_in_the_metadata(built):
    kit = nbformat.read(built.notebook("en"), as_version=4).metadata.kit
    assert len(kit.pop("source_hash")) == 16
    assert kit == {
        "id": "01-try",
        "lang": "en",
        "edition": "participant",
        "minutes": 20,
        "tile": "quality",
        "title": "Checking parts",
        "summary": "What a model sorts",
        "goals": ["Weigh costs"],
    }


def test_code_is_collapsed_begins_with_the_comment_of_its_language_and_holds_the_language(built):
    cell = cells(built.notebook("en"))["cost"]
    assert cell.metadata.jupyter.source_hidden is True
    assert cell.source.splitlines()[0] == "# Work out the cost of twelve parts"
    assert cell.source.splitlines()[1] == '"Preis " + "en" + f": {12 * 3}"'


def test_only_checked_cells_keep_output(built):
    assert cells(built.notebook("de"))["cost"].outputs[0].data == {"text/plain": "'Preis de: 36'"}
    assert cells(built.notebook("einfach"))["cost"].outputs[0].data == {"text/plain": "'Preis einfach: 36'"}
    assert cells(built.notebook("de", trainer=True))["cost"].execution_count == 1
    built.break_lesson(' tags=["nbval-check-output"]', "")
    assert build(built, "--no-execute") == 0
    assert cells(built.notebook("de"))["cost"].outputs == []
    assert cells(built.notebook("de"))["cost"].execution_count is None


def test_solutions_are_folded_for_participants_and_open_for_trainers(built):
    assert cells(built.notebook("de"))["answer"].source.startswith(
        "<details>\n<summary>Lösung anzeigen</summary>\n\nZw"
    )
    assert cells(built.notebook("de", trainer=True))["answer"].source.startswith("Zwölf Teile")
    assert cells(built.notebook("en", trainer=True))["hint"].source.startswith("**For the trainer**\n\nLet")


def test_explanations_are_folded_too_so_that_nobody_reads_them_before_the_experiment(built):
    for lang in ("de", "en", "einfach"):
        built.break_lesson(f'lang="{lang}" tags=["solution"]', f'lang="{lang}" tags=["why"]')
    assert build(built, "--no-execute") == 0
    assert cells(built.notebook("en"))["answer"].source.startswith("<details>\n<summary>Read after the experiment<")
    assert cells(built.notebook("en", trainer=True))["answer"].source.startswith("Twelve")


def test_the_same_source_gives_the_same_bytes(built, executed):
    assert build(built, "--no-execute") == 0
    assert {path: (built.root / path).read_bytes() for path in executed} == executed
    assert build(built, "01_try") == 0  # runs the lesson again
    assert {path: (built.root / path).read_bytes() for path in executed} == executed


def test_nothing_in_a_notebook_tells_of_the_machine_it_was_built_on(executed):
    for content in executed.values():
        metadata = json.loads(content)["metadata"]
        assert metadata["language_info"] == {"name": "python"}
        assert metadata["kernelspec"]["name"] == "python3"
        assert sys.prefix.encode() not in content


@pytest.mark.parametrize(
    ("old", "new"),
    [("Der Fall", "Der fall"), ('"source_hidden": true', '"source_hidden": false'), ('"id": "cost"', '"id": "costs"')],
    ids=["text", "metadata", "cell id"],
)
def test_check_finds_a_notebook_edited_by_hand(built, capsys, old, new):
    assert build(built, "--check") == 0
    path = built.notebook("de")
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    assert build(built, "--check") == 1
    assert "notebooks/de/01_try.ipynb: was edited by hand" in capsys.readouterr().out


def test_check_finds_output_added_or_taken_away(built, capsys):
    path = built.notebook("de")
    notebook = nbformat.read(path, as_version=4)
    notebook.cells[1].outputs = []
    nbformat.write(notebook, path)
    assert build(built, "--check") == 1
    assert "notebooks/de/01_try.ipynb" in capsys.readouterr().out


def test_check_finds_a_source_that_is_newer_a_missing_and_a_stray_notebook(built, capsys):
    built.break_lesson("auf dem Band", "am Band")
    built.notebook("en").unlink()
    built.notebook("de").with_name("02_gone.ipynb").write_text("{}", "utf-8")
    assert build(built, "--check") == 1
    said = capsys.readouterr().out
    assert "notebooks/de/01_try.ipynb: is older than notebooks/src/01_try.py" in said
    assert "notebooks/en/01_try.ipynb: is missing" in said
    assert "notebooks/de/02_gone.ipynb: no source builds this" in said


def test_no_execute_writes_texts_and_refuses_when_code_changed(built, capsys):
    built.break_lesson("auf dem Band", "am Band")
    assert build(built, "--no-execute") == 0
    assert "am Band" in cells(built.notebook("de"))["intro"].source
    assert cells(built.notebook("de"))["cost"].outputs[0].data == {"text/plain": "'Preis de: 36'"}
    built.break_lesson("12 * 3", "12 * 4")
    assert build(built, "--no-execute") == 1
    assert "[de]: cost must be run" in capsys.readouterr().out


@pytest.mark.parametrize(("code", "message"), [("1 / 0", "ZeroDivisionError"), ("object()", "an address in memory")])
def test_a_cell_that_fails_or_shows_what_cannot_be_checked_stops_the_build(project, capsys, code, message):
    project.break_lesson('"Preis " + LANG + f": {12 * 3}"', code)
    assert build(project) == 1
    said = capsys.readouterr().out
    assert "notebooks/src/01_try.py" in said
    assert message in said


def test_only_words_are_kept_as_output():
    def shown(kind, **data):
        return build_notebooks.not_words([new_output(kind, **data)])

    assert shown("execute_result", data={"text/plain": "3", "text/markdown": "**3**"}) == ""
    assert "more than words" in shown("execute_result", data={"text/plain": "<b>", "text/html": "<b>3</b>"})
    assert "more than words" in shown("stream", name="stderr", text="Warning")
    assert "shows nothing" in build_notebooks.not_words([])


def test_only_the_bare_name_lang_is_replaced():
    code = 'x.LANG(LANG, lang=LANG, ä="LANG", LANG=1)  # LANG'
    assert build_notebooks.with_language(code, "de") == 'x.LANG("de", lang="de", ä="LANG", LANG=1)  # LANG'
    assert build_notebooks.with_language('f("ü",\n  LANG)', "en") == 'f("ü",\n  "en")'


def test_links_to_files_hold_in_the_trainer_edition_one_folder_deeper(project):
    project.break_lesson("https://example.org/de/kosten", "../../README.md")
    lesson = read_lesson(project.lesson, project.root)
    assert "](../../README.md)" in build_notebooks.build(lesson, "de", "participant").cells[0].source
    assert "](../../../README.md)" in build_notebooks.build(lesson, "de", "trainer").cells[0].source


def test_unknown_lessons_and_an_empty_folder_are_named(project, capsys):
    assert build(project, "07_none") == 1
    assert "no lesson 07_none" in capsys.readouterr().out
    project.lesson.unlink()
    assert build(project, "--check") == 1


INTRO_EN = '# %% [markdown] id="intro" lang="en"'
SHAPES = {
    "language missing": (INTRO_EN, '# %% [markdown] id="other" lang="en"', "three cells side by side"),
    "wrong order": (INTRO_EN, '# %% [markdown] id="intro" lang="einfach"', "found de, einfach, einfach"),
    "no language": (INTRO_EN, '# %% [markdown] id="intro"', "found de, none, einfach"),
    "no id": ('# %% [markdown] id="intro" lang="de"', "# %% [markdown]", 'give the cell an id="…"'),
    "bad id": ('# %% id="cost"', '# %% id="Die Kosten"', 'give the cell an id="…"'),
    "bad cell line": ('# %% id="cost"', "# %% id=cost", "the cell line cannot be read"),
    "id twice": ('# %% id="cost"', '# %% id="intro"', "two cells with this id"),
    "other tags": ('lang="en" tags=["trainer"]', 'lang="en"', "need the same tags"),
    "unknown tag": ('tags=["nbval-check-output"]', 'tags=["nbval-chek"]', "unknown tag nbval-chek"),
    "trainer code": ('tags=["nbval-check-output"]', 'tags=["trainer"]', "both editions run the same code"),
    "checked text": ('lang="de" tags=["trainer"]', 'lang="de" tags=["nbval-check-output"]', "a text has no output"),
    "no comment": ("# en: Work out", "# Work out", "begin the code with three comment lines"),
    "not Python": ("12 * 3", "12 *", "is not plain Python"),
    "magic": ('"Preis "', '%time "Preis "', "is not plain Python"),
    "LANG in an f-string": ("{12 * 3}", "{LANG}", "LANG cannot stand in an f-string"),
    "no code": ('"Preis " + LANG + f": {12 * 3}"', "", "the cell has no code"),
    "empty text": ("# Let everybody estimate first.", "#", "the text is empty"),
    "no header": ("# kit:", "# kat:", "a YAML header"),
    "broken header": ("# kit:", "# kit: [", "the YAML header cannot be read"),
    "no summary": ("#   summary:", "#   summaries:", "'summary' is missing"),
    "title in one language": ("en: Checking parts, ", "", "'title' is missing"),
    "goals no list": ("en: [Weigh costs]", "en: Weigh costs", "'goals' is missing, or is not a list"),
    "too long": ("minutes: 20", "minutes: 45", "15 to 30 minutes"),
}


@pytest.mark.parametrize(("old", "new", "message"), SHAPES.values(), ids=SHAPES.keys())
def test_a_source_of_the_wrong_shape_is_refused_and_the_place_named(project, capsys, old, new, message):
    project.break_lesson(old, new)
    with pytest.raises(SourceError) as error:
        read_lesson(project.lesson, project.root)
    assert message in str(error.value)
    assert all(finding.where.startswith("notebooks/src/01_try.py#") for finding in error.value.findings)
    assert build(project, "--check") == 1
    assert message in capsys.readouterr().out


def nbval(project) -> subprocess.CompletedProcess:
    command = [
        sys.executable,
        "-m",
        "pytest",
        "--nbval-lax",
        "--nbval-current-env",
        "-q",
        "-p",
        "no:cacheprovider",
        "-W",
        "error",
    ]
    return subprocess.run([*command, str(project.notebook("de"))], cwd=project.root, capture_output=True, text=True)


def test_nbval_is_green_as_built_and_red_when_the_value_changes(built):
    assert nbval(built).returncode == 0
    path = built.notebook("de")
    path.write_text(path.read_text("utf-8").replace("12 * 3", "12 * 4"), "utf-8")
    red = nbval(built)
    assert red.returncode == 1
    assert "Cell outputs differ" in red.stdout
    assert "Preis de: 48" in red.stdout
