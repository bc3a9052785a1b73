import pytest
from playwright.sync_api import expect

LANGUAGES = {"de": "Lektion öffnen", "en": "Open the lesson", "einfach": "Lektion öffnen"}
WIDTHS = {"phone": 360, "zoom 200 %": 640, "zoom 400 %": 320, "desktop": 1280}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_start_page_is_accessible(page, sample, axe, lang):
    page.goto(f"{sample}/{lang}/")
    assert axe(page) == []
    assert page.get_by_role("main").count() == page.get_by_role("heading", level=1).count() == 1


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_sticks_out(new_page, sample, sideways, width, lang):
    page = new_page(viewport={"width": width, "height": 740})
    for path in (f"/{lang}/", f"/{lang}/nothing"):
        page.goto(sample + path)
        assert sideways(page) == 0, path


def test_tile_tells_what_one_gets(page, sample):
    page.goto(sample)
    tile = page.get_by_role("listitem").filter(has=page.get_by_role("heading", level=3)).first
    expect(tile).to_contain_text("30 Minuten")
    expect(tile).to_contain_text("Danach können Sie")
    assert tile.get_by_role("listitem").all_inner_texts() == ["Fehler schätzen", "Kosten abwägen"]
    expect(tile.get_by_role("link")).to_have_accessible_description("Bilder in der Qualitätsprüfung")


def test_by_keyboard_to_the_lesson_and_back(page, sample):
    page.goto(sample)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Zum Inhalt springen")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Lektion öffnen").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{sample}/de/01-probe")
    page.get_by_role("link", name="Alle Lektionen").press("Enter")
    expect(page).to_have_url(f"{sample}/de/")


def test_language_switch(page, sample):
    page.goto(f"{sample}/de/")
    for name, lang in (("English", "en"), ("Einfache Sprache", "einfach"), ("Deutsch", "de")):
        page.get_by_role("navigation").get_by_role("link", name=name).click()
        expect(page).to_have_url(f"{sample}/{lang}/")
        current = page.locator("[aria-current]")
        expect(current).to_have_text(name)
        expect(page.get_by_role("link", name=LANGUAGES[lang]).first).to_be_visible()


def test_unknown_page_leads_back(page, sample, axe):
    page.goto(f"{sample}/en/nothing")
    assert axe(page) == []
    page.get_by_role("link", name="To the start page").click()
    expect(page).to_have_url(f"{sample}/en/")
