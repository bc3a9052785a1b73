"""What a code cell of a lesson may do: one thing, in at most five lines, by the words of `kitlib`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from lesson_source import DEMONSTRATION, LANGUAGES, Finding, Lesson

MOST_LINES = 5  # with the comment line
ALLOWED = (ast.ImportFrom, ast.Assign, ast.Expr)
BANNED = (ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.Await, ast.NamedExpr)
NAMES = {"open", "exec", "eval", "compile", "input", "getattr", "setattr", "globals", "locals", "vars", "__import__"}
_PATH = re.compile(r"[/\\]|\.\w{2,5}$|^~")


def check(lesson: Lesson) -> Iterator[Finding]:
    known = {"LANG", "print", "round", "len", "sum", "min", "max"}
    for cell in lesson.cells:
        if cell.code:
            tree = ast.parse(cell.code)
            messages = [*_shape(cell.code, tree), *_words(tree, known)]
            yield from (Finding(f"{lesson.where}#{cell.id}", "", message) for message in messages)
    claims = lesson.header["minutes"] > DEMONSTRATION
    if claims and not any("nbval-check-output" in cell.tags for cell in lesson.cells):
        yield Finding(lesson.where, "", "no cell is tagged nbval-check-output: nothing proves what the lesson claims")


def _shape(code: str, tree: ast.Module) -> Iterator[str]:
    lines = len(code.splitlines()) + 1
    if lines > MOST_LINES:
        yield f"{lines} lines with the comment, {MOST_LINES} at most: move the work into kitlib"
    jobs = [node for node in tree.body if not isinstance(node, ast.ImportFrom)]
    if len(jobs) > 2 or len(tree.body) - len(jobs) > 1:
        yield "a cell has one job: one import, one assignment and what it shows"
    if any(";" in line.split("#")[0] and not re.search(r"[\"'].*;.*[\"']", line) for line in code.splitlines()):
        yield "one statement a line, without semicolons"


def _words(tree: ast.Module, known: set[str]) -> Iterator[str]:
    """Statements, names and strings that have no place in a lesson. Adds what the cell defines to `known`."""
    for node in tree.body:
        if not isinstance(node, ALLOWED):
            yield f"no {type(node).__name__} in a lesson: put it into kitlib"
        if isinstance(node, ast.ImportFrom):
            if node.module != "kitlib" or node.level:
                yield "import only by 'from kitlib import …'"
            known |= {alias.asname or alias.name for alias in node.names}
    for node in ast.walk(tree):
        if isinstance(node, BANNED):
            yield f"no {type(node).__name__} in a lesson: put it into kitlib"
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if _PATH.search(node.value):
                yield f"no path or address in a lesson: {node.value!r}"
            if node.value in LANGUAGES:
                yield f"write LANG in place of {node.value!r}, the builder puts the language in"
    yield from _names(tree, known)


def _names(tree: ast.Module, known: set[str]) -> Iterator[str]:
    names = [node for node in ast.walk(tree) if isinstance(node, ast.Name)]
    for node in names:
        if isinstance(node.ctx, ast.Store):
            known.add(node.id)
            if node.id == "LANG":
                yield "LANG is put in by the builder, do not set it"
        elif node.id in NAMES:
            yield f"no {node.id}() in a lesson: put it into kitlib"
    for node in names:
        if node.id not in known | NAMES:
            known.add(node.id)
            yield f"the name {node.id!r} comes from nowhere: import it from kitlib or set it in an earlier cell"
