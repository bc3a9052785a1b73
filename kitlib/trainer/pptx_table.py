"""Tables of a deck: columns as wide as their words ask for, rows as high, below the text they belong to."""

from __future__ import annotations

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.slide import Slide
from pptx.util import Emu, Pt

from .pptx_master import BOXES, place
from .pptx_styles import PX
from .pptx_text import MARGIN, height, line_height, lines, width

SIZES = (22, 20, 18)
"""Sizes of letters in pt: the largest that leaves the table on the slide."""
SIDE, ABOVE, GAP = 16, 10, 24
"""px left and right of a cell's text, above and below it, and between text and table."""

WORD = 1.15
"""Margin of a single word: in short ones the fonts differ more than in a line."""


def tables(slide: Slide) -> None:
    """Lay out each table of a slide, and name it after the slide for screen readers."""
    for frame in [shape for shape in slide.shapes if shape.has_table]:
        left, top, across, high = BOXES[slide.slide_layout.name][1]
        if slide.slide_layout.name == "Content with Caption":
            bottom, top = top + high, _below(slide)
            high = bottom - top
        cells = [[_words(cell) for cell in row.cells] for row in frame.table.rows]
        for size in SIZES:
            columns = _columns(cells, size, across)
            if sum(_row(row, columns, size) for row in cells) <= high:
                break
        # Programs make a row higher where its words need it, never lower: no margin, or gaps stay.
        rows = [_row(row, columns, size, margin=1) for row in cells]
        _write(frame.table, columns, rows, size)
        place(frame, (left, top, across, sum(rows)))
        frame.table.first_col = not frame.table.first_row
        frame._element.nvGraphicFramePr.cNvPr.set("descr", slide.shapes.title.text_frame.text)


def _below(slide: Slide) -> float:
    """Make the text above the table as high as its words, and say where it ends, in px."""
    left, top, across, _ = BOXES[slide.slide_layout.name][2]
    text = next(shape for shape in slide.placeholders if shape.placeholder_format.idx == 2)
    place(text, (left, top, across, height(text)))
    return top + height(text) + GAP


def _runs(paragraph) -> list[tuple[str, bool]]:
    return [(run.text, bool(run.font.bold)) for run in paragraph.runs]


def _words(cell) -> list[list[tuple[str, bool]]]:
    """The paragraphs of a cell as (text, bold) pieces."""
    return [_runs(paragraph) for paragraph in cell.text_frame.paragraphs]


def _columns(cells: list[list], size: float, across: float) -> list[float]:
    """Widths in px that sum up to `across`: short columns on one line, long ones share what is left."""
    least, most = [], []
    for column in zip(*cells, strict=True):
        texts = ["".join(text for text, _ in runs) for cell in column for runs in cell]
        words = [word for text in texts for word in text.split(" ")]
        least.append(2 * SIDE + max(width(word, size, True, WORD) for word in words))
        most.append(2 * SIDE + max(width(text, size, True, WORD) for text in texts))
        if not any(texts[1:]):  # to be filled in by hand
            most[-1] = max(most[-1], across / len(cells[0]))
    if sum(most) <= across or sum(least) >= across:
        wanted = most if sum(most) <= across else least
        return [one * across / sum(wanted) for one in wanted]
    widths, room = {}, across
    for number in sorted(range(len(most)), key=most.__getitem__):
        others = [n for n in range(len(most)) if n not in widths and n != number]
        fair = min(room / (len(others) + 1), room - sum(least[n] for n in others))
        widths[number] = min(most[number], max(least[number], fair)) if others else room
        room -= widths[number]
    return [widths[number] for number in range(len(most))]


def _row(row: list, columns: list[float], size: float, margin: float = MARGIN) -> float:
    """px of the highest cell of a row."""
    rooms = [room - 2 * SIDE for room in columns]
    counts = [sum(lines(runs, size, room, margin) for runs in cell) for cell, room in zip(row, rooms, strict=True)]
    return max(counts) * line_height(size) + 2 * ABOVE


def _write(table, columns: list[float], rows: list[float], size: int) -> None:
    for column, room in zip(table.columns, columns, strict=True):
        column.width = Emu(round(room * PX))
    for row, room in zip(table.rows, rows, strict=True):
        row.height = Emu(round(room * PX))
        for cell in row.cells:
            cell.margin_left = cell.margin_right = Emu(SIDE * PX)
            cell.margin_top = cell.margin_bottom = Emu(ABOVE * PX)
            for paragraph in cell.text_frame.paragraphs:
                end = paragraph._p.find(qn("a:endParaRPr"))
                if end is None:
                    end = parse_xml(f"<a:endParaRPr {nsdecls('a')}/>")
                    paragraph._p.append(end)
                end.set("sz", str(size * 100))
                for run in paragraph.runs:
                    run.font.size = Pt(size)
