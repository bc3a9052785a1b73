"""Plans and agendas: clock times, warnings, and clear words for what cannot be used."""

import datetime

import pytest
from PIL import Image
from typer.testing import CliRunner

from kitlib.cli import app
from kitlib.trainer import agenda, agenda_words, plan
from kitlib.trainer.brand import Brand, contrast
from kitlib.trainer.plan import PlanError, load
from kitlib.trainer.source import decks, sheets
from kitlib.ui import LANGUAGES

DECK, LESSON = decks()[0], sheets()[0]
READY = sorted(plan.PLANS.glob("*.toml"))


@pytest.fixture
def written(tmp_path):
    def write(program, head="", day='start = "9:00"'):
        path = tmp_path / "mine.toml"
        path.write_text(f"{head}\n[[day]]\n{day}\nprogram = [{program}]\n", "utf-8")
        return path

    return write


def test_clock_times_follow_from_start_and_minutes(written):
    made = agenda.make(load(written(f'{{talk="welcome", minutes=15}}, {{lesson="{LESSON.id}"}}, {{break=20}}')))
    first, second, third = made.days[0]
    assert agenda.clock(first.start) == "09:00" and agenda.clock(second.start) == "09:15"
    assert second.end - second.start == LESSON.minutes and third.end == second.end + 20
    assert set(LESSON.material) <= set(made.material) and made.warnings == ()


def test_minutes_of_a_unit_can_be_changed_and_its_steps_stretch(written):
    made = agenda.make(load(written(f'{{lesson="{LESSON.id}", minutes={2 * LESSON.minutes}}}')))
    parts = list(agenda.steps(made.plan.days[0].points[0]))
    assert sum(minutes for minutes, _ in parts) == pytest.approx(2 * LESSON.minutes)


@pytest.mark.parametrize(
    ("program", "day", "keys"),
    [
        ('{talk="Vortrag", minutes=15}', "", []),
        ('{talk="Vortrag", minutes=16}', "", ["no_check"]),
        ('{talk="Vortrag", minutes=16, check=true}', "", []),
        ('{talk="a", minutes=10}, {talk="b", minutes=10}', "", ["no_check"]),
        ('{talk="a", minutes=10}, {break=5}, {talk="b", minutes=10}', "", []),
        ('{talk="welcome", minutes=90}', "", []),
        ('{talk="welcome", minutes=91}', "", ["no_break"]),
        ('{talk="welcome", minutes=60}, {break=10}, {talk="closing", minutes=60}', "", []),
        ('{talk="welcome", minutes=30}', 'end = "09:30"', []),
        ('{talk="welcome", minutes=31}', 'end = "09:30"', ["late"]),
        (", ".join(['{talk="welcome", minutes=85}, {break=10}'] * 5), "", ["long"]),
        (f'{{lesson="{LESSON.id}", minutes={int(LESSON.minutes * 0.7)}}}', "", ["short"]),
        (f'{{lesson="{LESSON.id}"}}, {{break=10}}, {{lesson="{LESSON.id}"}}', "", ["twice"]),
    ],
)
def test_warnings(written, program, day, keys):
    made = agenda.make(load(written(program, day=f'start = "09:00"\n{day}')))
    assert [warning.key for warning in made.warnings] == keys
    for lang in LANGUAGES:
        assert all(agenda_words.warnings(made, agenda_words.texts(lang)))


@pytest.mark.parametrize(
    ("program", "head", "day", "key"),
    [
        ('{slides="1_what_is_a"}', "", "", "plan.slides"),
        ('{lesson="quality"}', "", "", "plan.lesson"),
        ('{talk="welcome"}', "", "", "plan.minutes"),
        ('{talk="welcome", minutes="10"}', "", "", "plan.minutes"),
        ("{break=0}", "", "", "plan.minutes"),
        ("{break=true}", "", "", "plan.minutes"),
        ('{talk="a", break=3}', "", "", "plan.point"),
        ('"welcome"', "", "", "plan.point"),
        ("", "", "", "plan.no_program"),
        ("{break=5}", "", 'start = "9 Uhr"', "plan.clock"),
        ("{break=5}", "", 'date = "morgen"', "plan.date"),
        ("{break=5}", 'language = "fr"', "", "plan.language"),
        ("{break=5}", "title = ", "", "plan.syntax"),
        ("{break=5}", '[brand]\ncolour = "blau"', "", "brand.colour"),
        ("{break=5}", '[brand]\nlogo = "fehlt.png"', "", "brand.missing"),
        ("{break=5}", '[brand]\nlogo = "mine.toml"', "", "brand.kind"),
    ],
)
def test_bad_plans_say_what_to_do(written, program, head, day, key):
    with pytest.raises(PlanError) as found:
        load(written(program, head, day))
    assert found.value.key == key
    for lang in LANGUAGES:
        assert agenda_words.texts(lang)(key, **found.value.values)


def test_old_code_page_byte_order_mark_and_times_of_toml(written, tmp_path):
    path = written('{talk="Begrüßung", minutes=5}', day="start = 09:05:00\ndate = 2026-12-01")
    assert load(path).days[0].start == 545 and load(path).days[0].date == datetime.date(2026, 12, 1)
    text = path.read_text("utf-8")
    path.write_text(text, "utf-8-sig")
    assert load(path).days[0].points[0].name == "Begrüßung"
    path.write_text(text, "cp1252")
    with pytest.raises(PlanError) as found:
        load(path)
    assert found.value.key == "plan.encoding"


def test_a_logo_that_is_no_picture(written, tmp_path):
    (tmp_path / "logo.png").write_bytes(b"no picture")
    path = written("{break=5}", '[brand]\nlogo = "logo.png"')
    with pytest.raises(PlanError) as found:
        load(path)
    assert found.value.key == "brand.broken"
    Image.new("RGB", (20, 10)).save(tmp_path / "logo.png")
    assert load(path).brand.logo == tmp_path / "logo.png"


def test_unknown_unit_names_the_nearest(written):
    with pytest.raises(PlanError) as found:
        load(written(f'{{lesson="{LESSON.id[:-2]}"}}'))
    assert LESSON.id in found.value.values["near"]


@pytest.mark.parametrize("path", [plan.OWN, *READY], ids=lambda path: path.stem)
def test_ready_plans_work_out(path):
    made = agenda.make(load(path))
    assert [agenda_words.sentence(one, agenda_words.texts("de")) for one in made.warnings] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_talk_of_the_kit_comes_with_prompts_once_and_own_points_without(written, lang):
    t = agenda_words.texts(lang)
    program = ", ".join(f'{{talk="{name}", minutes=5}}' for name in [*sorted(agenda.ANSWERING), "exchange", "Eigenes"])
    made = agenda.make(load(written(program)))
    found = dict(agenda_words.prompts(made, t))
    assert list(found) == [t(f"talk.{name}") for name in sorted(agenda.ANSWERING)]
    told = list(agenda_words.lines(made, t))
    for said in found.values():
        assert len(said) == 3 and all(told.count(f"  - {one}") == 1 for one in said)
        assert all(f"- {one}" in agenda_words.markdown(made, t) for one in said)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_command_prints_the_agenda(lang, tmp_path):
    target = tmp_path / "agenda.pdf"
    result = CliRunner().invoke(app, ["agenda", "half_day", "--lang", lang, "--pdf", str(target)])
    assert result.exit_code == 0 and "09:00" in result.output and DECK.title[lang] in result.output
    assert target.read_bytes().startswith(b"%PDF")
    wrong = CliRunner().invoke(app, ["agenda", "halb", "--lang", lang])
    assert wrong.exit_code == 1 and "half_day" in wrong.output


@pytest.mark.parametrize("colour", ["#083f60", "#f5c400", "#ffffff", "#000000", "#888888", "#e2001a"])
def test_any_colour_leaves_words_readable(colour):
    brand = Brand(colour=colour)
    assert contrast(brand.on_colour, brand.colour) >= 4.5 and contrast(brand.heading, "#ffffff") >= 4.5


def test_contrast_as_defined():
    assert contrast("#000000", "#ffffff") == pytest.approx(21) and contrast("#777777", "#777777") == 1
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_a_deck_before_the_lesson_it_gives_away_is_named(written):
    deck = next(deck for deck in decks() if LESSON.id in deck.after)
    before = f'{{slides="{deck.id}"}}, {{break=10}}, {{lesson="{LESSON.id}"}}'
    after = f'{{lesson="{LESSON.id}"}}, {{break=10}}, {{slides="{deck.id}"}}'
    told = [one for one in agenda.make(load(written(before))).warnings if one.key == "told"]
    assert [dict(one.values)["lessons"] for one in told] == [LESSON.id]
    assert "told" not in [one.key for one in agenda.make(load(written(after))).warnings]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("title = „Halber Tag“\n[[day]]\nprogram = [{break=5}]", "plan.quotes"),
        ("[[day]]\nstart = “09:00”\nprogram = [{break=5}]", "plan.quotes"),
        ('[brand]\ncompny = "Beispiel AG"\n[[day]]\nprogram = [{break=5}]', "plan.unknown"),
        ("[[day]]\nbeginn = 9\nprogram = [{break=5}]", "plan.unknown"),
        ('titel = "x"\n[[day]]\nprogram = [{break=5}]', "plan.unknown"),
    ],
)
def test_quotes_of_a_word_processor_and_slips_of_the_finger(tmp_path, text, key):
    path = tmp_path / "mine.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(PlanError) as found:
        load(path)
    assert found.value.key == key
    for lang in LANGUAGES:
        assert agenda_words.texts(lang)(key, **found.value.values)
