"""Builds `notebooks/{de,en,einfach}/NAME.ipynb` and the trainer edition beside it from `notebooks/src/NAME.py`.

    python tools/build_notebooks.py                 run every lesson and write its notebooks
    python tools/build_notebooks.py 01_quality      only this lesson
    python tools/build_notebooks.py --no-execute    only texts changed: keep the outputs there are
    python tools/build_notebooks.py --check         write nothing, say which notebooks are not what the source builds

The same source gives the same bytes. Output is kept only in cells tagged `nbval-check-output`; `pytest --nbval-lax`
computes it anew. Both editions run the same code, so each language is run once.
"""

from __future__ import annotations

import argparse
import ast
import re
import subprocess
import sys
import time
from pathlib import Path

import nbformat
from lesson_source import LANGUAGES, ROOT, Lesson, SourceError, read_lesson, source_files
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

EDITIONS = ("participant", "trainer")
CHECKED = "nbval-check-output"
KEPT = {"text/plain", "text/markdown"}
# Tag of a text cell: what participants click to read it. Solutions and explanations would spoil the own attempt.
FOLDED = {
    "solution": {"de": "Lösung anzeigen", "en": "Show the solution", "einfach": "Lösung zeigen"},
    "why": {
        "de": "Nach dem Versuch lesen",
        "en": "Read after the experiment",
        "einfach": "Lesen Sie das nach dem Versuch",
    },
}
TRAINER = {"de": "Für die Workshop-Leitung", "en": "For the trainer", "einfach": "Für die Leitung vom Workshop"}
KERNEL = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


class BuildError(Exception):
    """A notebook cannot be built; the message names file and cell."""


def with_language(code: str, lang: str) -> str:
    """`code` with the bare name LANG replaced by the literal of `lang`. Strings and attributes stay as they are."""
    lines = [line.encode() for line in code.splitlines()]  # ast counts columns in UTF-8 bytes
    names = [n for n in ast.walk(ast.parse(code)) if isinstance(n, ast.Name) and n.id == "LANG"]
    for name in sorted(names, key=lambda n: (n.lineno, n.col_offset), reverse=True):
        line = lines[name.lineno - 1]
        lines[name.lineno - 1] = line[: name.col_offset] + f'"{lang}"'.encode() + line[name.end_col_offset :]
    return b"\n".join(lines).decode()


def build(lesson: Lesson, lang: str, edition: str) -> nbformat.NotebookNode:
    """The notebook of one language and edition, without outputs. Trainer cells are only in the trainer edition."""
    cells = [c for c in lesson.cells if edition == "trainer" or "trainer" not in c.tags]
    head = {key: lesson.header[key] for key in ("id", "minutes", "tile")}
    head |= {key: lesson.header[key][lang] for key in ("title", "summary", "goals")}
    kit = head | {"lang": lang, "edition": edition, "source_hash": lesson.hash}
    return new_notebook(cells=[_cell(c, lang, edition) for c in cells], metadata=KERNEL | {"kit": kit})


def _cell(cell, lang: str, edition: str) -> nbformat.NotebookNode:
    tags = {"tags": list(cell.tags)} if cell.tags else {}
    if cell.code:
        source = f"# {cell.words[lang]}\n{with_language(cell.code, lang)}"
        return new_code_cell(source, id=cell.id, metadata=tags | {"jupyter": {"source_hidden": True}})
    text = cell.words[lang]
    for tag in set(FOLDED) & set(cell.tags) if edition == "participant" else ():
        text = f"<details>\n<summary>{FOLDED[tag][lang]}</summary>\n\n{text}\n\n</details>"
    if "trainer" in cell.tags:
        text = f"**{TRAINER[lang]}**\n\n{text}"
    if edition == "trainer":  # this edition lies one folder deeper
        text = re.sub(r"\]\((?=\.\./)", "](../", text)
    return new_markdown_cell(text, id=cell.id, metadata=tags)


def run(lesson: Lesson, lang: str, folder: Path) -> dict[str, list]:
    """Executes the lesson in `folder`; returns the outputs of its checked cells by cell id. Raises BuildError."""
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    notebook = build(lesson, lang, "participant")
    client = NotebookClient(notebook, timeout=600, resources={"metadata": {"path": str(folder)}})
    try:
        client.execute(stderr=subprocess.DEVNULL)  # the kernel's own log; what cells say arrives as output
    except (CellExecutionError, CellTimeoutError, DeadKernelError) as error:
        raise BuildError(f"{lesson.where} [{lang}]: a cell fails when it is run\n{error}") from error
    for cell in _checked(notebook):
        if problem := not_words(cell.outputs):
            raise BuildError(f"{lesson.where}#{cell.id} [{lang}]: {problem}")
    return {cell.id: cell.outputs for cell in _checked(notebook)}


def _checked(notebook) -> list:
    return [c for c in notebook.cells if c.cell_type == "code" and CHECKED in c.metadata.get("tags", [])]


def not_words(outputs: list) -> str:
    """Why these outputs cannot be kept and compared, or nothing: they must be words, the same each time."""
    if not outputs:
        return f"tagged {CHECKED} but shows nothing: end the cell with the words to check"
    for output in outputs:
        if output.output_type not in ("execute_result", "display_data") or set(output.data) - KEPT:
            return f"tagged {CHECKED} but shows more than words (a widget, a picture or a warning)"
        if re.search(r"\b0x[0-9a-f]{6,}", output.data.get("text/plain", "")):
            return "shows an address in memory, which differs at each run"
    return ""


def stored(notebook, path: Path) -> dict[str, list]:
    """Outputs of the checked cells as they stand in the file at `path`, as far as the code there is the same."""
    try:
        there = {c.id: c for c in nbformat.read(path, as_version=4).cells if c.cell_type == "code"}
    except (OSError, ValueError, AttributeError):  # no file, or not a notebook any more
        return {}
    return {c.id: there[c.id].outputs for c in _checked(notebook) if c.id in there and there[c.id].source == c.source}


def filled(notebook, outputs: dict[str, list]) -> str:
    """The text of the notebook file, with `outputs` and an execution count in its checked cells and nowhere else."""
    checked = {c.id for c in _checked(notebook)}
    code = [c for c in notebook.cells if c.cell_type == "code"]
    for count, cell in enumerate(code, 1):
        if cell.id in checked and outputs.get(cell.id):
            cell.execution_count = count
            cell.outputs = nbformat.from_dict(outputs[cell.id])
            for output in cell.outputs:
                if output.output_type == "execute_result":
                    output.execution_count = count
    return nbformat.writes(notebook).rstrip("\n") + "\n"


def target(root: Path, lesson: Lesson, lang: str, edition: str) -> Path:
    folder = root / "notebooks" / lang
    return (folder / "trainer" if edition == "trainer" else folder) / f"{lesson.name}.ipynb"


def write(root: Path, lesson: Lesson, lang: str, execute: bool) -> None:
    """Writes both editions of one language. Without `execute` the outputs there are stay; BuildError if some lack."""
    folder = root / "notebooks" / lang
    (folder / "trainer").mkdir(parents=True, exist_ok=True)
    plain = build(lesson, lang, "participant")
    outputs = run(lesson, lang, folder) if execute else stored(plain, target(root, lesson, lang, "participant"))
    if missing := [c.id for c in _checked(plain) if not outputs.get(c.id)]:
        raise BuildError(f"{lesson.where} [{lang}]: {', '.join(missing)} must be run, build without --no-execute")
    for edition in EDITIONS:
        text = filled(build(lesson, lang, edition), outputs)
        target(root, lesson, lang, edition).write_text(text, "utf-8", newline="\n")


def differences(root: Path, lessons: list[Lesson]) -> list[str]:
    """One sentence for each notebook that is not what the sources build. Outputs are left to nbval."""
    found, expected = [], set()
    for lesson in lessons:
        for lang in LANGUAGES:
            for edition in EDITIONS:
                path = target(root, lesson, lang, edition)
                expected.add(path)
                if problem := _difference(path, build(lesson, lang, edition)):
                    found.append(f"{path.relative_to(root).as_posix()}: {problem}")
    there = {p for lang in LANGUAGES for p in (root / "notebooks" / lang).rglob("*.ipynb") if ".ipynb_" not in str(p)}
    found += [f"{p.relative_to(root).as_posix()}: no source builds this, delete it" for p in sorted(there - expected)]
    return found


def _difference(path: Path, notebook) -> str:
    rebuild = "run python tools/build_notebooks.py"
    if not path.exists():
        return f"is missing, {rebuild}"
    text, kit = path.read_text("utf-8"), notebook.metadata.kit
    outputs = stored(notebook, path)
    if text == filled(notebook, outputs) and all(outputs.get(c.id) for c in _checked(notebook)):
        return ""
    if f'"source_hash": "{kit.source_hash}"' in text:
        return f"was edited by hand; edit notebooks/src/{path.stem}.py instead and {rebuild}"
    return f"is older than notebooks/src/{path.stem}.py, {rebuild}"


def main(argv: list[str] | None = None, root: Path = ROOT) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", help="lessons to build, as 01_quality; all without")
    parser.add_argument("--check", action="store_true", help="write nothing, name the notebooks that differ")
    parser.add_argument("--no-execute", action="store_true", help="run nothing, keep the outputs there are")
    args = parser.parse_args(argv)
    files = source_files(root)
    if not files or set(args.names) - {path.stem for path in files}:
        print(f"notebooks/src has no lesson {' '.join(args.names)}")
        return 1
    try:
        lessons = [read_lesson(path, root) for path in files if args.check or path.stem in (args.names or [path.stem])]
        if args.check:
            found = differences(root, lessons)
            print("\n".join(found) or f"{len(lessons)} lessons: all notebooks are what their sources build")
            return bool(found)
        for lesson in lessons:
            for lang in LANGUAGES:
                start = time.perf_counter()
                write(root, lesson, lang, execute=not args.no_execute)
                print(f"{lesson.name} [{lang}] {time.perf_counter() - start:.0f} s", flush=True)
    except (BuildError, SourceError) as error:
        print(error)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
