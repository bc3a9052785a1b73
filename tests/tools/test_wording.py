"""Human verbs for a machine and promises are found; technical verbs, denials and quotations pass."""

import pytest
import wording

HUMAN = {
    "de": """Das Modell denkt. | Die KI weiß alles. | Der Computer will helfen. | Das System versteht Ihre Frage. |
        Die KI in Ihrem Betrieb entscheidet. | Das trainierte Modell sieht den Kratzer. | Weiß das Modell das? |
        Das Modell kann den Fehler sehen. | Kann die KI wirklich denken? | Das Modell ist sich sicher. |
        Die KI ist kreativ. | Die KI „denkt“ mit. | Wohin schaut das Modell? | Ein Modell, das denkt, gibt es. |
        Das **Modell** versteht Sie. | KI entscheidet. | Unser KI-Kollege | Das Modell
        wusste es.""",
    "en": """The model thinks. | AI knows everything. | The trained model sees the scratch. | Can the AI really think? |
        The model is sure. | Does the model understand you? | The computer decides for you. | The system will decide. |
        Our AI colleague | The model looks at the mat.""",
}
PROMISES = {
    "de": """Wir garantieren Erfolg. | Die KI löst Ihr Problem. | Das ist Leichte Sprache. | Das beseitigt jeden Bias. |
        Das Ergebnis ist fehlerfrei. | Das ist rechtssicher. | Das Modell liegt nie falsch. | Was siehst du? | TODO""",
    "en": """We guarantee it. | The AI solves your problem. | This is in Easy Language. | This removes all bias. |
        The model is never wrong. | Lorem ipsum""",
}
FINE = {
    "de": """Das Modell denkt nicht. | Manche sagen: „Die KI weiß alles.“ | Über das Modell weiß man wenig. |
        So sieht das Modell aus. | Das Modell rechnet, der Mensch entscheidet. | Sie sehen das Modell. |
        Ein Mensch entscheidet. Das Modell rechnet. | Das Modell lernt aus Beispielen. | Es gibt keine Garantie. |
        Das Modell können Sie verstehen. | Das garantiert nichts. | Niemand weiß, was das Modell rechnet. |
        Wie wahrscheinlich ist ein Fehler? | Welche Kosten entscheidet die Meisterin? |
        Das Ergebnis ist fast immer richtig. |
        Das Modell sortiert, berechnet und schätzt. | Gerechnet ist, dass ein Mensch nie falsch liegt.""",
    "en": """The model does not think. | “The AI knows everything” is a common belief. | No guarantee. |
        You see the model. |
        The model computes, a person decides. | The model cannot see. | People know what the model computes. |
        The model doesn't decide. | Which parts does the model sort wrongly? | The result is almost always right.""",
}


def cases(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(lang, part.strip()) for lang, text in table.items() for part in text.split("|")]


@pytest.mark.parametrize(("lang", "text"), cases(HUMAN))
def test_a_machine_that_thinks_is_found(lang, text):
    assert list(wording.findings(text, lang))


@pytest.mark.parametrize(("lang", "text"), cases(PROMISES))
def test_promises_wrong_names_and_words_left_in_are_found(lang, text):
    assert list(wording.findings(text, lang))
    assert lang == "en" or list(wording.findings(text, "einfach"))


@pytest.mark.parametrize(("lang", "text"), cases(FINE))
def test_what_a_machine_does_what_is_denied_and_what_is_quoted_passes(lang, text):
    assert list(wording.findings(text, lang)) == []


def test_a_phrase_that_is_meant_can_be_allowed(monkeypatch):
    rules = wording._rules() | {"allow": [{"text": "Das Modell kennt", "reason": "a wrong answer of the quiz"}]}
    monkeypatch.setattr(wording, "_rules", lambda: rules)
    assert list(wording.findings("Das Modell kennt die Firma.", "de")) == []
    assert list(wording.findings("Das Modell weiß das.", "de"))


def test_the_message_names_the_words_and_what_to_do():
    assert next(wording.findings("Erst laden. Dann sieht die KI den Fehler.", "de")) == (
        "'sieht die KI': a model computes, sorts, estimates; it does not think, know, want, see or decide"
    )
