import pytest

from kitlib.ui import LANGUAGES, Texts, Words

TABLE = """
[a.sum]
de = "{cost:euro} für {share:percent}, {x:number}"
en = "{cost:euro} for {share:percent}, {x:number}"
einfach = "{cost:euro} und {share:percent}, {x:number}"
[a.parts]
de = "{n:int} {n:Teil|Teile}"
en = "{n:int} {n:part|parts}"
einfach = "{n:int} {n:Teil|Teile}"
"""


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "texts.toml"
    path.write_text(TABLE, "utf-8")
    return path


def test_numbers_are_written_as_the_language_does(table):
    values = {"cost": 1234.4, "share": 0.934, "x": 0.5}
    assert Texts(table, lang="de")("a.sum", **values) == "1.234\u00a0€ für 93\u00a0%, 0,5"
    assert Texts(table, lang="en")("a.sum", **values) == "€1,234 for 93%, 0.5"


def test_one_and_many(table):
    t = Texts(table, lang="en")
    assert [t("a.parts", n=n) for n in (0, 1, 2)] == ["0 parts", "1 part", "2 parts"]


def test_the_words_of_ui_are_always_there(table):
    assert all(Texts(table, lang=lang)("ui.reset") for lang in LANGUAGES)


def test_unknown_key_and_language_are_errors(table):
    with pytest.raises(KeyError, match="nothing"):
        Texts(table)("a.nothing")
    with pytest.raises(ValueError, match="fr"):
        Texts(table, lang="fr")


def test_names_from_strangers_are_escaped(tmp_path):
    path = tmp_path / "t.toml"
    path.write_text('[f.x]\nde = "{file} fehlt"', "utf-8")
    assert Texts(path).html("f.x", file="<script>") == "&lt;script&gt; fehlt"


def test_each_line_of_a_result_is_a_point_of_its_own_in_a_notebook():
    assert Words("Eins: 5 %.\nZwei: 6 %.")._repr_markdown_() == "- Eins: 5 %.\n- Zwei: 6 %."
    assert Words("Nur eins.")._repr_markdown_() == repr(Words("Nur eins.")) == "Nur eins."
