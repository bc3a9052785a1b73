"""Runs the code cells of a lesson in a namespace of their own and says what each has to show."""

from __future__ import annotations

import ast
import logging
from collections.abc import Callable
from html import escape

from ipywidgets import Widget

from ..ui.texts import Texts, Words
from .book import Lesson
from .markdown import render

log = logging.getLogger(__name__)


def execute(source: str, namespace: dict, name: str = "cell") -> object:
    """Run `source`; the value of the last expression, or None. Raises whatever the source raises."""
    tree = ast.parse(source, name)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, name, "exec"), namespace)
    return eval(compile(ast.Expression(last.value), name, "eval"), namespace) if last else None


def present(value: object, texts: Texts) -> dict:
    """What the page needs to show a value: the model id of a widget, or HTML."""
    if isinstance(value, Widget):
        return {"model": value.model_id}
    if isinstance(value, Words):
        summary = f"<summary>{escape(texts('page.measured'))}</summary>"  # folded: it would spoil the prediction
        return {"html": f'<details class="measured">{summary}{render(value._repr_markdown_())[0]}</details>'}
    if hasattr(value, "_repr_html_"):
        return {"html": value._repr_html_()}
    return {"html": "" if value is None else f"<pre>{escape(str(value))}</pre>"}


def run(lesson: Lesson, texts: Texts, send: Callable[[dict], None], gone: Callable[[], bool] = lambda: False) -> None:
    """Run all cells in order and send each result as soon as it is there, until the visitor is `gone`.

    A cell that fails leaves its traceback in the log and a plain sentence on the page; the next cells still run.
    """
    namespace: dict = {"__name__": "lesson"}
    for cell in lesson.cells:
        if not cell.source or gone():
            continue
        try:
            result = present(execute(cell.source, namespace, f"{lesson.lang}/{lesson.id}#{cell.id}"), texts)
        except Exception:
            if gone():
                return
            log.exception("cell %s of lesson %s failed", cell.id, lesson.id)
            result = {"html": f'<p class="trouble" role="alert">{escape(texts("page.cell_failed"))}</p>'}
        send({"cell": cell.id} | result)
