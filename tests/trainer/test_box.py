"""The trainer's box: what is missing or old is made, the rest stays; the page lists what is there."""

import re

import pytest
import samples
from typer.testing import CliRunner

from kitlib.cli import app
from kitlib.trainer import box
from kitlib.trainer.brand import Brand
from kitlib.ui import LANGUAGES


@pytest.fixture
def small(tmp_path, monkeypatch):
    """A box of one deck, no run sheets and no cards; `small()` is the deck as it is written now."""
    body = ["Text"]

    def now():
        return (samples.deck(tmp_path / "src", ("one", body[0])),)

    monkeypatch.setattr(box, "decks", now)
    monkeypatch.setattr(box, "sheets", lambda: now())
    monkeypatch.setattr(box.cards, "CARDS", {})
    return body


@pytest.fixture
def build(tmp_path, small):
    """Build and return the names of what was made."""

    def run(plan=tmp_path / "none.toml"):
        made = []
        box.build("de", tmp_path / "box", plan, lambda name, number, total: made.append(name))
        return made

    return run


def test_only_what_is_missing_or_old_is_made(build, small, tmp_path):
    first = build()
    assert set(first) == {
        "1_sample.html", "1_sample.pptx", "1_sample-handout.pdf", "1_sample.pdf", "glossary.html",
    }  # fmt: skip
    assert build() == []
    (tmp_path / "box" / "1_sample.pptx").unlink()
    assert build() == ["1_sample.pptx"]
    small[0] = "Anderer Text"
    assert "1_sample.html" in build() and "Anderer Text" in (tmp_path / "box" / "1_sample.html").read_text("utf-8")


def test_another_brand_makes_all_anew_and_the_plan_an_agenda(build, tmp_path):
    build()
    plan = tmp_path / "workshop.toml"
    plan.write_text('[brand]\ncompany = "Beispiel AG"\n[[day]]\nprogram = [{talk = "welcome", minutes = 5}]', "utf-8")
    assert {"1_sample.html", "agenda.pdf"} <= set(build(plan))
    assert "Beispiel AG" in (tmp_path / "box" / "1_sample.html").read_text("utf-8")


@pytest.mark.parametrize(
    "name",
    ["kitlib/trainer/templates/box.html", "slides/reveal/notes.js", "slides/theme.css", "datasets/one/SHA256SUMS"],
)
def test_whatever_a_file_is_made_of_makes_it_anew(tmp_path, monkeypatch, name):
    monkeypatch.setattr(box, "ROOT", tmp_path)
    monkeypatch.setattr(box, "DECKS", tmp_path / "slides" / "src")
    path = tmp_path / name
    path.parent.mkdir(parents=True)
    path.write_text("one", "utf-8")
    before = box._common(Brand())
    path.write_text("two", "utf-8")
    assert box._common(Brand()) != before


def test_a_build_that_was_cut_off_goes_on(build, tmp_path, monkeypatch):
    def broken(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(box.printing, "handout", broken)
    with pytest.raises(KeyboardInterrupt):
        build()
    assert not (tmp_path / "box" / "1_sample-handout.pdf").exists()
    monkeypatch.undo()
    (tmp_path / "box" / box.MANIFEST).write_text("{broken", "utf-8")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_link_of_the_page_leads_to_a_file(small, tmp_path, lang):
    page = box.build(lang, tmp_path / "box", tmp_path / "none.toml")
    links = re.findall(r'href="([^"]+)"', page.read_text("utf-8"))
    assert len(links) == 5 and all((tmp_path / "box" / link).is_file() for link in links)
    glossary = (tmp_path / "box" / "glossary.html").read_text("utf-8")
    assert glossary.count("<dt>") >= 30


def test_the_command_names_the_page(small, tmp_path, monkeypatch):
    monkeypatch.setattr(box, "BUILT", tmp_path / "built")
    english = tmp_path / "english.toml"
    english.write_text('language = "en"\n[[day]]\nprogram = [{break = 5}]', "utf-8")
    result = CliRunner().invoke(app, ["slides", "--no-browser", "--plan", str(english)])
    assert str(tmp_path / "built" / "en" / "index.html") in result.output
    result = CliRunner().invoke(app, ["slides", "--no-browser", "--plan", str(tmp_path / "none.toml")])
    assert result.exit_code == 0 and str(tmp_path / "built" / "de" / "index.html") in result.output
    bad = tmp_path / "bad.toml"
    bad.write_text("[brand]\ncolour = 'rot'", "utf-8")
    result = CliRunner().invoke(app, ["slides", "--no-browser", "--plan", str(bad)])
    assert result.exit_code == 1 and "rot" in result.output
