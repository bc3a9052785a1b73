import json
import os

from sample_lessons import write_lessons

from kitlib.lessons.book import Book


def test_lessons_of_a_language_in_order(book):
    assert [lesson.id for lesson in book.lessons("en")] == ["01-probe", "02-widgets"]
    lesson = book.find("en", "01-probe")
    assert (lesson.lang, lesson.minutes, lesson.goals) == ("en", 30, ("Fehler schätzen", "Kosten abwägen"))
    assert [step.words for step in lesson.steps] == ["Schieben", "Lösung", "Fehler", "Dateien"]


def test_only_a_cell_that_ends_in_an_expression_shows_something(book):
    cells = {cell.id: cell for cell in book.find("de", "01-probe").cells}
    assert cells["slide"].shows and cells["told"].shows
    assert not cells["load"].shows and not cells["intro"].shows


def test_unknown_lesson_and_unknown_language(book):
    assert book.find("de", "99-nothing") is None
    assert book.lessons("fr") == []


def test_trainer_edition_and_strange_notebooks_are_not_served(tmp_path):
    root = write_lessons(tmp_path, langs=["de"])
    (root / "de" / "trainer").mkdir()
    (root / "de" / "01_probe.ipynb").rename(root / "de" / "trainer" / "01_probe.ipynb")
    (root / "de" / "notes.ipynb").write_text(json.dumps({"metadata": {}, "cells": []}))
    (root / "de" / "torn.ipynb").write_text('{"metadata": {"kit"')
    assert [lesson.id for lesson in Book(root).lessons("de")] == ["02-widgets"]


def test_changed_notebook_is_read_again(tmp_path):
    root = write_lessons(tmp_path, langs=["de"])
    file, book = root / "de" / "01_probe.ipynb", Book(root)
    assert book.find("de", "01-probe").minutes == 30
    file.write_text(file.read_text("utf-8").replace('"minutes": 30', '"minutes": 45'), "utf-8")
    os.utime(file, ns=(1, file.stat().st_mtime_ns + 10**9))
    assert book.find("de", "01-probe").minutes == 45


def test_root_from_the_environment(root, monkeypatch):
    monkeypatch.setenv("KIT_NOTEBOOKS", str(root))
    assert Book().root == root
    assert Book("elsewhere").root.name == "elsewhere"
