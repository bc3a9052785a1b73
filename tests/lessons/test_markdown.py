import pytest

from kitlib.lessons.markdown import render


def html(text):
    return render(text, "cell")[0]


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "Wort <img src=x onerror=alert(1)>",
        "<details onclick=alert(1)>",
        "<details><summary><b onclick=alert(1)></summary>",
        "[x](javascript:alert(1))",
    ],
)
def test_html_in_a_text_stays_text(text):
    made = html(text)
    assert not any(f"<{tag}" in made for tag in ("script", "img", "details", "summary", "b ", "a "))


def test_solution_is_folded_and_its_text_is_markdown():
    made = html("Vorher\n\n<details>\n<summary>Lösung & mehr</summary>\n\nDrei **Teile**.\n\n</details>\n\nNachher")
    assert "<details>\n<summary>Lösung &amp; mehr</summary>\n<p>Drei <strong>Teile</strong>.</p>\n</details>" in made
    assert "<p>Vorher</p>" in made and "<p>Nachher</p>" in made


def test_solution_on_one_line():
    assert html("<details><summary>Mehr</summary>\n\nText\n\n</details>").startswith("<details><summary>Mehr</summary>")


def test_title_is_left_to_the_page_and_headings_can_be_linked():
    made, headings = render("# Titel\n\nText\n\n## Erst *schätzen*\n\n### Dann `sehen`", "guess", "Titel")
    assert "<h1" not in made and "Titel" not in made and "<p>Text</p>" in made
    assert headings == ((2, "guess", "Erst schätzen"), (3, "guess-2", "Dann sehen"))
    assert '<h2 id="guess">' in made and '<h3 id="guess-2">' in made


def test_question_at_the_opening_stands_below_the_title():
    made, headings = render("# Ist das gut?\n\nText", "ask", "Titel")
    assert made.startswith('<h2 class="opening" id="ask">Ist das gut?</h2>')
    assert headings == ((1, "ask", "Ist das gut?"),)


def test_sources_on_the_web_open_beside_the_lesson():
    assert 'target="_blank" rel="noopener noreferrer"' in html("[Quelle](https://doi.org/10.1119/1.1707018)")
    assert "target" not in html("[oben](#guess)")


def test_tables():
    assert "<td>2</td>" in html("| a | b |\n| - | - |\n| 1 | 2 |")
