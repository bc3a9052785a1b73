"""Names of columns as FAQ lists, help desks and chatbot tools write them, spelt as `columns.key` does."""

from __future__ import annotations

# The first name that a table has wins, save that all columns of questions count: Frage 1, Frage 2, Alternative …
NAMES: dict[str, list[str]] = {
    "question": [
        *("frage", "fragen", "question", "questions", "q", "kundenfrage", "kundenfragen", "nutzerfrage", "userfrage"),
        *("utterance", "utterances", "query", "queries", "anfrage", "anfragen", "kundenanfrage", "fragestellung"),
        *("formulierung", "formulierungen", "frageformulierung", "frageformulierungen", "wording", "wordings"),
        *("variante", "varianten", "alternative", "alternativen", "alternativefrage", "alternativefragen", "synonyme"),
        *("alternativeformulierung", "alternativeformulierungen", "fragevariante", "fragevarianten", "musterfrage"),
        *("beispielfrage", "beispielfragen", "trainingsfrage", "trainingsphrase", "trainingsphrasen", "testfrage"),
        *("trainingphrase", "trainingphrases", "phrase", "phrases", "pattern", "patterns", "usersays", "userquestion"),
        *("example", "examples", "beispiel", "beispiele", "faqquestion", "faqfrage", "haeufigefrage"),
        *("haeufigefragen", "alternatequestion", "alternatequestions", "similarquestion", "similarquestions"),
        *("paraphrase", "paraphrases", "userinput", "usermessage"),
    ],
    "answer": [
        *("antwort", "antworten", "answer", "answers", "a", "response", "responses", "reply", "replies", "antworttext"),
        *("musterantwort", "standardantwort", "botantwort", "chatbotantwort", "botresponse", "botanswer", "faqantwort"),
        *("faqanswer", "loesung", "solution", "auskunft", "completion", "output", "reaktion", "erwiderung", "utter"),
    ],
    "topic": [
        *("thema", "themen", "kategorie", "kategorien", "rubrik", "themengebiet", "themenbereich", "themenfeld"),
        *("bereich", "themengruppe", "gruppe", "sachgebiet", "oberthema", "hauptthema", "produktgruppe", "abteilung"),
        *("topic", "topics", "category", "categories", "section", "group", "subject", "domain", "area", "department"),
        *("kategoriename", "categoryname", "topicname", "bucket", "unterkategorie", "subcategory", "unterthema"),
    ],
    "intent": [
        *("intent", "intents", "intentname", "intention", "absicht", "label", "labels", "class", "klasse", "tag"),
        *("tags", "target", "intentlabel", "labeltext", "schlagwort", "anliegentyp", "act", "dialogueact"),
    ],
    "source": [
        *("quelle", "quellen", "beleg", "belege", "nachweis", "fundstelle", "quellenangabe", "referenz", "dokument"),
        *("source", "sources", "reference", "references", "document", "citation", "url", "link", "links", "webseite"),
        *("website", "webpage", "page", "seite", "sourceurl", "faqurl", "quelldokument", "grundlage", "herkunft"),
    ],
}
LOOSE = {"question": ("frage", "question", "utterance"), "answer": ("antwort", "answer", "response")}
"""Parts of names that tell too: Frage des Kunden, Antwort (lang)."""
OTHER = ("nummer", "typ", "type", "datum", "date", "zeit", "time", "score", "count", "anzahl", "url", "link", "lang")
OTHER += ("autor", "author", "status", "laenge", "length", "rating", "bewertung", "email", "name")
WEAK = {
    "question": (
        *("titel", "title", "headline", "ueberschrift", "anliegen", "kundenanliegen", "betreff", "prompt", "text"),
        *("satz", "sentence", "input", "eingabe", "message", "nachricht"),
    ),
    "answer": ("text", "inhalt", "content", "beschreibung", "description", "body", "erklaerung", "value", "context"),
}
"""Names that tell only when nothing else does."""
