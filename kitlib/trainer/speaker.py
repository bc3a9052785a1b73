"""The words of reveal.js in the language of a deck, and a 24-hour clock: it has no option for either.

The vendored files stay as they came. A deck embeds copies, in which the English words are replaced; when a new
version of reveal.js words or places something differently, the build stops and names it.
"""

from __future__ import annotations

import re
from pathlib import Path

from kitlib import ui

from .source import ROOT

REVEAL = ROOT / "slides" / "reveal"
WORDS = Path(__file__).with_name("speaker.toml")
PLACES = {
    "notes.js": {
        "tag": '<html lang="«en»">',
        "clock": "toLocaleTimeString( «'en-US', { hour12: true», hour: '2-digit'",
        "start": '"clock-value">«0:00 AM»<',
        "view": "<title>«reveal.js - Speaker View»</title>",
        "loading": '"connection-status">«Loading speaker view...»<',
        "upcoming": 'label">«Upcoming»</span>',
        "time": 'label">«Time» <span',
        "reset": 'reset-button">«Click to Reset»<',
        "pacing": '"display: none">«Pacing – Time to finish current slide»<',
        "notes": 'label">«Notes»<',
        "layout": "layoutLabel.innerHTML = '«Layout»'",
        "standard": "'default': '«Default»'",
        "wide": "'wide': '«Wide»'",
        "tall": "'tall': '«Tall»'",
        "only": "'notes-only': '«Notes only»'",
        "origin": "'«Cross origin error.<br>The speaker window can only be opened from the same origin.»'",
        "lost": "'«Error connecting to main window.<br>Please try closing and reopening the speaker view.»'",
        "blocked": "`«Speaker view popup failed to open. Please make sure popups are allowed and reopen the speaker"
        " view.»`",
    },
    "reveal.js": {
        "resume": 'resume-button">«Resume presentation»<',
        "previous": 'navigate-left" aria-label="${e?`next slide`:`«previous slide»`}"',
        "next": 'navigate-right" aria-label="${e?`previous slide`:`«next slide»`}"',
    },
}
"""By file and key: a piece of the script; what stands between « and » is replaced."""


def scripts(lang: str, tag: str, folder: Path, reveal: Path = REVEAL) -> None:
    """Write the scripts of reveal.js to `folder`, in this language; tag: its BCP 47 name, as de-DE.

    Raises ValueError if a piece of PLACES is not in its file, or not once.
    """
    t = ui.Texts(WORDS, lang=lang)
    fixed = {"tag": tag, "clock": f"'{tag}', {{ hourCycle: 'h23'", "start": "00:00"}
    for name, places in PLACES.items():
        script = (reveal / name).read_text("utf-8")
        for key, place in places.items():
            before, old, after = re.split("[«»]", place)
            if (found := script.count(before + old + after)) != 1:
                raise ValueError(f"slides/reveal/{name} has {found} times, not once: {place} (see {__name__})")
            script = script.replace(before + old + after, before + (fixed.get(key) or t(key)) + after)
        (folder / name).write_text(script, "utf-8")
