"""Small lessons for the tests: one that works and fails in known places, one with every kind of widget."""

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

PROBE = [
    ("text", "intro", "# Probe\n\nEin Text mit <b>spitzen Klammern</b> und [Quelle](https://example.org/a)."),
    ("text", "try", "## Schieben\n\n1. Erst schätzen.\n2. Dann schieben."),
    ("code", "load", "# Bausteine\nimport ipywidgets as W\nout = W.HTML()"),
    ("code", "slide", "s = W.IntSlider(value=5, max=9, description='Teile')\nW.VBox([s, out])"),
    ("code", "watch", "s.observe(lambda c: setattr(out, 'value', f'<p id=\"echo\">{s.value} Teile</p>'), 'value')"),
    ("text", "fold", "## Lösung\n\n<details><summary>Lösung</summary>\n\nDrei **Teile**.\n\n</details>"),
    ("code", "told", "from kitlib.ui.texts import Words\nWords('Gezählt: **5** Teile.')"),
    ("text", "wrong", "## Fehler"),
    ("code", "raises", "int('zwölf')"),
    ("code", "click", "b = W.Button(description='Rechnen')\nb.on_click(lambda _: 1 / 0)\nb"),
    ("text", "files", "## Dateien"),
    ("code", "got", "up, got = W.FileUpload(description='Bilder wählen', multiple=True), W.HTML()"),
    ("code", "count", "size = lambda c: setattr(got, 'value', f'<p id=\"got\">{sum(f.size for f in up.value)}</p>')"),
    ("code", "upload", "up.observe(size, 'value')\nW.VBox([up, got])"),
]
WIDGETS = {
    "Zahlen": [
        "W.IntSlider(description='Zahl')",
        "W.FloatRangeSlider(description='Von bis')",
        "W.SelectionSlider(options=['klein', 'groß'], description='Größe')",
        "W.FloatLogSlider(description='Log')",
        "W.IntProgress(value=40, description='Stand')",
        "W.Play(tooltip='Ablauf')",
        "W.BoundedIntText(description='Menge')",
        "label = W.HTML('Schwelle: 50 %')\nlabel.add_class('kit-label')\nW.VBox([label, W.FloatSlider(readout=False)])",
    ],
    "Auswahl": [
        "W.Dropdown(options='ab', description='Liste')",
        "W.Select(options='ab', description='Feld')",
        "W.SelectMultiple(options='ab', description='Mehrere')",
        "W.RadioButtons(options=['ja', 'nein'], description='Antwort')",
        "W.ToggleButtons(options=['ok', 'defekt'], description='Urteil')",
        "W.Checkbox(description='Zeigen')",
        "W.ToggleButton(description='An')",
        "W.Valid(value=True, description='Gültig')",
    ],
    "Eingaben": [
        "W.Text(description='Name')",
        "W.Textarea(description='Notiz')",
        "W.Password(description='Wort')",
        "W.Combobox(description='Ort')",
        "W.DatePicker(description='Tag')",
        "W.TimePicker(description='Zeit')",
        "W.ColorPicker(description='Farbe')",
        "W.Button(icon='play', tooltip='Abspielen')",
        "W.Button(description='Weiter')",
        "W.FileUpload(description='Bilder')",
    ],
    "Behälter": [
        "W.Accordion([W.HTML('<p>eins</p>'), W.HTML('<p>zwei</p>')], titles=['Erstens', 'Zweitens'])",
        "W.Tab([W.HTML('<p>drei</p>'), W.HTML('<p>vier</p>')], titles=['Drei', 'Vier'])",
        'W.HTML(\'<img alt="Ein Punkt" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">\')',
    ],
}


def _all_widgets():
    yield "text", "intro", "# Bedienelemente\n\nJede Art einmal."
    yield "code", "load", "import ipywidgets as W"
    for part, (heading, sources) in enumerate(WIDGETS.items()):
        yield "text", f"part-{part}", f"## {heading}"
        for place, source in enumerate(sources):
            yield "code", f"part-{part}-{place}", source


MAKE = {"text": new_markdown_cell, "code": new_code_cell}
KIT = {"title": "Bilder in der Qualitätsprüfung", "summary": "Eine Kamera prüft Teile.", "minutes": 30}
LESSONS = {"01-probe": PROBE, "02-widgets": list(_all_widgets())}


def write_lessons(root, langs=("de", "en", "einfach")):
    """Write the lessons as built notebooks to `root`/<lang>/."""
    for lang in langs:
        (root / lang).mkdir(parents=True, exist_ok=True)
        for name, cells in LESSONS.items():
            made = [
                new_markdown_cell(source, id=key) if kind == "text" else new_code_cell(source, id=key)
                for kind, key, source in cells
            ]
            kit = KIT | {"id": name, "lang": lang, "goals": ["Fehler schätzen", "Kosten abwägen"]}
            nbformat.write(
                new_notebook(cells=made, metadata={"kit": kit}), root / lang / f"{name.replace('-', '_')}.ipynb"
            )
    return root
