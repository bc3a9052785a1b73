import json
import uuid

import pytest
from playwright.sync_api import expect
from websockets.sync.client import connect

LANGUAGES = ("de", "en", "einfach")


def slider(page):
    return page.get_by_role("slider", name="Teile")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_of_widget_is_accessible(page, sample, open_lesson, axe, lang):
    open_lesson(page, f"{sample}/{lang}/02-widgets")
    assert axe(page) == []


def test_names_and_states(page, sample, open_lesson):
    open_lesson(page, f"{sample}/de/02-widgets")
    expect(page.get_by_role("slider", name="Von bis von")).to_have_attribute("aria-valuetext", "25")
    expect(page.get_by_role("slider", name="Größe")).to_have_attribute("aria-valuetext", "klein")
    expect(page.get_by_role("slider", name="Schwelle: 50 %")).to_be_visible()
    expect(page.get_by_role("progressbar", name="Stand")).to_have_attribute("aria-valuenow", "40")
    expect(page.get_by_role("button", name="Ablauf Stopp")).to_be_visible()
    expect(page.get_by_role("radiogroup", name="Antwort")).to_be_visible()
    expect(page.get_by_role("group", name="Urteil").get_by_role("button", pressed=True)).to_have_text("ok")
    expect(page.get_by_role("button", name="Abspielen")).to_be_visible()


def test_folds_and_tabs_by_keyboard(page, sample, open_lesson):
    open_lesson(page, f"{sample}/de/02-widgets")
    fold = page.get_by_role("button", name="Zweitens")
    expect(fold).to_have_attribute("aria-expanded", "false")
    fold.press("Enter")
    expect(fold).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_text("zwei", exact=True)).to_be_visible()
    page.get_by_role("tab", name="Vier").press("Enter")
    expect(page.get_by_text("vier", exact=True)).to_be_visible()


@pytest.mark.parametrize("width", [360, 640, 1280])
def test_nothing_sticks_out(new_page, sample, open_lesson, sideways, width):
    page = new_page(viewport={"width": width, "height": 740})
    for lesson in ("01-probe", "02-widgets"):
        open_lesson(page, f"{sample}/de/{lesson}")
        assert sideways(page) == 0, lesson


def test_slider_by_keyboard(page, sample, open_lesson):
    open_lesson(page, f"{sample}/de/01-probe")
    slider(page).press("ArrowRight")
    expect(page.locator("#echo")).to_have_text("6 Teile")
    expect(slider(page)).to_have_attribute("aria-valuetext", "6")


PREDICTION = """
() => {
  const app = document.createElement("div");
  app.className = "kit-app";
  app.innerHTML = '<button id="keep">Festhalten</button><p class="kit-kept" style="display: none">Ihre Vermutung</p>';
  document.querySelector("[data-lesson]").append(app);
}
"""


HIDES, SHOWS = ("#keep", "none"), (".kit-kept", "block")


@pytest.mark.parametrize("change", [(HIDES, SHOWS), (SHOWS, HIDES)])
def test_focus_goes_on_when_the_parts_of_a_change_come_late(page, sample, open_lesson, change):
    open_lesson(page, f"{sample}/de/01-probe")
    page.evaluate(PREDICTION)
    page.locator("#keep").press("Enter")
    for selector, display in change:
        page.locator(selector).evaluate("(node, display) => { node.style.display = display }", display)
        page.wait_for_timeout(100)
    expect(page.locator(".kit-kept").last).to_be_focused()


def test_measured_result_is_folded_until_it_is_wanted(page, sample, open_lesson):
    open_lesson(page, f"{sample}/de/01-probe")
    result = page.get_by_text("Gezählt: 5 Teile.")
    expect(result).to_be_hidden()
    page.get_by_text("Gemessen: erst vermuten").press("Enter")
    expect(result).to_be_visible()


def test_text_is_there_without_javascript(new_page, sample):
    page = new_page(java_script_enabled=False)
    page.goto(f"{sample}/de/01-probe")
    expect(page.get_by_role("heading", name="Schieben")).to_be_visible()
    assert "braucht diese Seite JavaScript" in page.locator("noscript").inner_html()
    assert page.locator("noscript").bounding_box()["height"] > 20


def test_faults_are_said_in_plain_words(page, sample, open_lesson):
    open_lesson(page, f"{sample}/en/01-probe")
    expect(page.get_by_text("This experiment cannot be opened")).to_be_visible()
    page.get_by_role("button", name="Rechnen").click()
    expect(page.get_by_text("The last step did not work.")).to_be_visible()
    assert not any(word in page.content() for word in ("Traceback", "ZeroDivisionError", "ValueError"))


def test_each_visitor_has_an_own_session(new_page, sample, open_lesson):
    first, second = (open_lesson(new_page(), f"{sample}/de/01-probe") for _ in range(2))
    slider(first).press("ArrowRight")
    expect(first.locator("#echo")).to_have_text("6 Teile")
    slider(second).press("ArrowLeft")
    expect(second.locator("#echo")).to_have_text("4 Teile")


def test_lost_connection_is_said_and_repaired(page, sample, open_lesson):
    sockets, cut = [], []

    def through(socket):
        socket.close() if cut else sockets.extend((socket, socket.connect_to_server()))

    page.route_web_socket("**/jupyter/**", through)
    open_lesson(page, f"{sample}/de/01-probe")
    slider(page).press("ArrowRight")
    expect(page.locator("#echo")).to_have_text("6 Teile")
    cut.append(True)
    for end in sockets:
        end.close()
    expect(page.get_by_text("Verbindung zum Server verloren")).to_be_visible()
    cut.clear()
    expect(page.get_by_text("Verbindung zum Server verloren")).to_be_hidden(timeout=60_000)
    slider(page).press("ArrowRight")
    expect(page.locator("#echo")).to_have_text("7 Teile")


def test_restarted_server_is_said(page, own_server, open_lesson):
    open_lesson(page, f"{own_server.url}/de/01-probe")
    own_server.stop()
    expect(page.get_by_text("Verbindung zum Server verloren")).to_be_visible(timeout=15_000)
    own_server.start()
    expect(page.get_by_text("Diese Sitzung ist beendet")).to_be_visible(timeout=60_000)
    expect(page.get_by_text("Verbindung zum Server verloren")).to_be_hidden()
    page.get_by_role("alert").get_by_role("link", name="Seite neu laden").click()
    expect(slider(page)).to_be_visible(timeout=60_000)


def test_reload_begins_anew_and_frees_the_session(page, sample, open_lesson):
    channels = []
    page.on("websocket", lambda socket: channels.append(socket.url))
    open_lesson(page, f"{sample}/de/01-probe")
    slider(page).press("ArrowRight")
    expect(page.locator("#echo")).to_have_text("6 Teile")
    page.reload()
    open_lesson(page, f"{sample}/de/01-probe")
    expect(slider(page)).to_have_attribute("aria-valuetext", "5")
    cookie = page.context.cookies()[0]
    assert _is_lost(channels[0], f"{cookie['name']}={cookie['value']}")


def _is_lost(channel: str, cookie: str) -> bool:
    comm = uuid.uuid4().hex
    content = {
        "comm_id": comm,
        "target_name": "kit.lesson",
        "data": {"lang": "de", "lesson": "01-probe", "again": True},
    }
    header = {"msg_type": "comm_open", "msg_id": "1", "username": "", "session": "s", "version": "5.3"}
    message = {"header": header, "parent_header": {}, "metadata": {}, "channel": "shell", "buffers": []}
    with connect(channel, additional_headers={"Cookie": cookie}, proxy=None) as socket:
        socket.send(json.dumps(message | {"content": content}))
        while True:
            told = json.loads(socket.recv(timeout=20))["content"]
            if told.get("comm_id") == comm:
                return told["data"] == {"lost": True}


def test_files_up_to_the_limit_arrive_and_larger_ones_are_refused(page, sample, open_lesson, tmp_path):
    open_lesson(page, f"{sample}/de/01-probe")
    _choose(page, tmp_path, 31)
    expect(page.locator("#got")).to_have_text("31000000", timeout=60_000)
    _choose(page, tmp_path, 41)
    expect(page.get_by_text("zusammen zu groß")).to_be_visible()
    expect(page.locator("#got")).to_have_text("31000000")
    _choose(page, tmp_path, 1)
    expect(page.locator("#got")).to_have_text("1000000", timeout=30_000)
    expect(page.get_by_text("zusammen zu groß")).to_be_hidden()


def _choose(page, folder, megabytes):
    file = folder / f"{megabytes}.zip"
    file.write_bytes(bytes(megabytes * 10**6))
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Bilder wählen").click()
    chooser.value.set_files(file)


def test_steps_lead_to_their_headings(page, sample, open_lesson):
    open_lesson(page, f"{sample}/de/01-probe")
    page.get_by_role("link", name="Dateien").click()
    expect(page.get_by_role("heading", name="Dateien")).to_be_in_viewport()
    expect(page.get_by_role("navigation", name="Schritte dieser Lektion").locator("[aria-current]")).to_have_count(1)


def test_language_switch_keeps_the_lesson(page, sample, open_lesson):
    open_lesson(page, f"{sample}/de/01-probe")
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(f"{sample}/en/01-probe")
    expect(page.get_by_text("Measured: predict first, then open")).to_be_visible()
