"""Tables in the page: words from the left, rows that stack on a phone, everything shown as text."""

import re

from kitlib.ui import table

EVIL = '<script>"&'


def test_a_table_of_numbers_stays_plain():
    html = table("Liste", ["a", "b"], [("x", "1")], marked=0)
    assert 'class="kit-table"' in html
    assert '<tr class="kit-now">' in html
    assert "data-head" not in html
    assert "role=" not in html.replace('role="region"', "")


def test_a_stacked_row_keeps_its_headings_and_its_meaning():
    """Blocks are no table any more for some screen readers: the roles say that they are."""
    html = table("Liste", ["a", EVIL, "c"], [("x", "1", EVIL), ("y", "2", "3")], words=True, stack=True)
    assert 'class="kit-table kit-texts kit-stack" role="table"' in html
    assert re.findall(r'data-head="([^"]*)"', html) == ["&lt;script&gt;&quot;&amp;", "c"] * 2
    assert html.count('role="rowheader"') == 2
    assert html.count('role="cell"') == 4
    assert "<script" not in html
