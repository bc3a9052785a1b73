"""Purchase tables as companies export them, made on the spot."""

import io
import zipfile
from html import escape
from pathlib import Path

import openpyxl
from openpyxl.utils import get_column_letter

from kitlib import recommender
from kitlib.recommender.data.intake import load_purchases
from kitlib.recommender.data.purchases import Purchases
from kitlib.ui.texts import LANGUAGES, Texts

PROBLEMS = Path(recommender.__path__[0]) / "texts" / "problems.toml"
SMALL = "Kunde;Artikel;Datum\nAnna;Tee;31.12.2024\nBen;Tee;1.1.2025\nAnna;Kanne;2.1.2025\n"
QUIET = {"pseudonymised", "clear_names"}


def said(problem) -> None:
    """There is a sentence for it in each language, and all its placeholders can be filled."""
    for lang in LANGUAGES:
        sentence = Texts(PROBLEMS, lang=lang)(f"problem.{problem.code}", file=problem.file, **problem.values)
        assert sentence.rstrip("“”").endswith((".", "?", ")"))
        assert problem.file in sentence


def load(text: str | bytes, encoding="utf-8", filename="Käufe.csv", **options) -> Purchases:
    content = text.encode(encoding) if isinstance(text, str) else text
    purchases = load_purchases(content, filename=filename, **options)
    for problem in purchases.problems:
        said(problem)
    return purchases


def codes(purchases: Purchases) -> dict[str, int]:
    """What was noticed and how often, without what is always said."""
    return {p.code: p.values.get("count", 1) for p in purchases.problems if p.code not in QUIET}


def bought(purchases: Purchases) -> list[tuple[str, ...]]:
    """What each customer bought, without who it is."""
    rows = map(purchases.rows_of, range(len(purchases.customers)))
    names = [[purchases.items[i] for i in purchases.item[one]] for one in rows]
    return sorted(tuple(sorted(one)) for one in names)


def workbook(*sheets: list[list], epoch=None) -> bytes:
    book = openpyxl.Workbook()
    if epoch:
        book.epoch = epoch
    for i, rows in enumerate(sheets):
        sheet = book.active if i == 0 else book.create_sheet()
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def like_excel(rows: list[list]) -> bytes:
    """As Excel writes it: each text once, in a part of its own. openpyxl puts texts into the cells."""
    texts = list(dict.fromkeys(str(value) for row in rows for value in row))
    main, kind = "http://schemas.openxmlformats.org/", "officeDocument/2006/relationships"
    space = f'xmlns="{main}spreadsheetml/2006/main"'
    cell = '<c r="{}{}" t="s"><v>{}</v></c>'.format
    sheet = ""
    for r, row in enumerate(rows, 1):
        line = "".join(cell(get_column_letter(c), r, texts.index(str(value))) for c, value in enumerate(row, 1))
        sheet += f'<row r="{r}">{line}</row>'
    strings = "".join(f"<si><t>{escape(text)}</t></si>" for text in texts)
    link = f'<Relationship Id="rId9" Type="{main}{kind}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    form = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    part = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{form}"/></Types>'
    content = workbook([["x"]])
    for name, change in {
        "sheet1.xml": lambda _: f"<worksheet {space}><sheetData>{sheet}</sheetData></worksheet>".encode(),
        "workbook.xml.rels": lambda old: old.replace(b"</Relationships>", link.encode()),
        "[Content_Types].xml": lambda old: old.replace(b"</Types>", part.encode()),
    }.items():
        content = repacked(content, name, change)
    out = io.BytesIO(content)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sharedStrings.xml", f"<sst {space}>{strings}</sst>")
    return out.getvalue()


def repacked(content: bytes, part: str, change) -> bytes:
    """A workbook with one part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name.endswith(part) else old.read(name))
    return out.getvalue()


def rows(n: int, customers=5, items=4) -> list[list]:
    return [[f"Kunde {i % customers}", f"Artikel {i * 7 % items}", f"2024-01-{i % 28 + 1:02}"] for i in range(n)]
