import ipywidgets
import pandas as pd
import pytest

from kitlib.lessons.runner import execute, present, run
from kitlib.lessons.words import texts
from kitlib.ui.texts import LANGUAGES, Words


def test_value_of_the_last_expression():
    namespace = {}
    assert execute("a = 2\na * 3", namespace) == 6
    assert execute("b = a", namespace) is None
    assert namespace["b"] == 2
    assert execute("# nothing", namespace) is None


def test_error_in_a_cell_names_its_place():
    with pytest.raises(ZeroDivisionError) as problem:
        execute("a = 1\na / 0", {}, "de/01#cut")
    assert problem.traceback[-1].path == "de/01#cut" or "de/01#cut" in str(problem.traceback[-1].path)


def test_what_the_page_needs():
    german = texts("de")
    slider = ipywidgets.IntSlider()
    assert present(slider, german) == {"model": slider.model_id}
    assert present(None, german) == {"html": ""}
    assert "<td>7</td>" in present(pd.DataFrame({"a": [7]}), german)["html"]
    assert present("<b>", german)["html"] == "<pre>&lt;b&gt;</pre>"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_result_in_words_is_a_folded_box(lang):
    made = present(Words("Gezählt: **5** & <mehr>"), texts(lang))["html"]
    assert made.startswith('<details class="measured">') and texts(lang)("page.measured") in made
    assert "<strong>5</strong> &amp; &lt;mehr&gt;" in made


@pytest.mark.parametrize("lang", LANGUAGES)
def test_failing_cell_gives_a_sentence_and_the_next_cells_run(book, lang, logged):
    results = {}
    run(book.find(lang, "01-probe"), texts(lang), lambda result: results.update({result["cell"]: result}))
    assert texts(lang)("page.cell_failed") in results["raises"]["html"]
    assert not any(word in str(results) for word in ("Traceback", "ValueError", "zwölf"))
    assert "model" in results["click"] and "model" in results["upload"]
    assert "invalid literal" in logged.text and "raises" in logged.text


def test_nothing_runs_for_a_visitor_who_has_left(book):
    results = []
    run(book.find("de", "01-probe"), texts("de"), results.append, lambda: len(results) == 2)
    assert [result["cell"] for result in results] == ["load", "slide"]
