"""What is typed arrives once and cut to the limit; what is taken home is in the page itself."""

import base64
from datetime import UTC, datetime

from kitlib import ui

DAY = datetime(2026, 11, 21, tzinfo=UTC)


def test_enter_and_the_button_send_what_is_there():
    sent = []
    field = ui.Field("Frage", "Senden", sent.append)
    _enter(field)
    field._text.value = "Hallo"  # arrives after Enter was reported
    assert sent == ["Hallo"]
    field._text.value = "Hallo Welt"  # the field was left, nothing is sent
    assert sent == ["Hallo"]
    field._button.click()
    assert sent == ["Hallo", "Hallo Welt"]
    assert field._text.tooltip == "Frage"


def test_enter_sends_words_that_had_arrived_before():
    sent = []
    field = ui.Field("Frage", "Senden", sent.append)
    field._text.value = "Hallo"
    _enter(field)
    assert sent == ["Hallo"]
    field.set("")
    field._text.value = "Noch etwas"
    assert sent == ["Hallo"]


def _enter(field):
    field._text._handle_custom_msg({"event": "submit"}, [])


def test_uploaded_files_are_handed_over_and_let_go_of():
    taken = []
    button = ui.upload("Datei wählen", ".csv", taken.append)
    file = {"name": "a.csv", "type": "text/csv", "size": 3, "content": memoryview(b"1;2"), "last_modified": DAY}
    button.value = (file,)
    assert taken == [[("a.csv", b"1;2")]] and button.value == ()
    assert button.tooltip == "Datei wählen" and button.accept == ".csv" and not button.multiple


def test_what_is_too_long_is_cut():
    sent = []
    field = ui.Field("Frage", "Senden", sent.append, lines=4, limit=10)
    field.set("x" * 100_000)
    field._button.click()
    assert sent == ["x" * 10]


def test_a_download_is_in_the_page_and_escaped():
    link = ui.download("Merkzettel <b>", 'a"b.txt', "Grüße")
    assert "http" not in link and "<b>" not in link and 'a"b' not in link
    assert base64.b64decode(link.split("base64,")[1].split('"')[0]).decode() == "Grüße"
