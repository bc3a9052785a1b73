"""Text -> numbers and dates, as people and programs write them. Each function gets every different text once."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
import pandas as pd

_NUMBER = re.compile(r"[-+−(]?\s*\d[\d.,'’\s]*\)?\s*[-−]?")
_MONTHS = ("jan", "feb", "mar mär mrz mae", "apr", "mai may", "jun", "jul", "aug", "sep", "okt oct", "nov", "dez dec")
_MONTH = {name: i + 1 for i, names in enumerate(_MONTHS) for name in names.split()}
_WEEKDAY = r"^(?:[^\d\s]{2,12}[ ,]\s*)?"
_YMD = r"^(?P<y>\d{4})(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?!\d)"
_DMY = _WEEKDAY + r"(?P<a>\d{1,2})(?P<s>[-/.])\s?(?P<b>\d{1,2})(?P=s)\s?(?P<y>\d{4}|\d{2})(?!\d)"
_D_MONTH_Y = _WEEKDAY + r"(?P<d>\d{1,2})\.?[-/\s]*(?P<m>[^\W\d_]{3,9})\.?[-/,\s]*(?P<y>\d{4}|\d{2})(?!\d)"
_MONTH_D_Y = _WEEKDAY + r"(?P<m>[^\W\d_]{3,9})\.?\s*(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y>\d{4})(?!\d)"
_FIRST, _LAST = 1900, 2100
LONGEST = 60
_DAY = "datetime64[D]"


def dates(texts: Sequence[str]) -> tuple[np.ndarray, bool]:
    """(n,) datetime64[D], NaT where a text is no date from 1900 to 2100; and whether day and month were ambiguous.

    Understood: 31.12.2024, 31.12.24, 2024-12-31, 31/12/2024, 12/31/2024, 31. Dezember 2024, Dec 31, 2024, 20241231,
    Excel's count of days, seconds or milliseconds since 1970, each with or without a time of day. Whether 3/4/2024 is
    in March or April is decided by the other dates of the column; the day comes first when these do not tell.
    """
    text = _short(texts)
    found = _counted(pd.to_numeric(text.str.replace(r"^(\d+),(\d+)$", r"\1.\2", regex=True), errors="coerce"))
    found, ambiguous = _day_month(text, found)
    for pattern, months in ((_YMD, None), (_D_MONTH_Y, _MONTH), (_MONTH_D_Y, _MONTH)):
        rest = np.isnat(found)
        if rest.any():
            part = text[rest].str.extract(pattern)
            month = part["m"] if months is None else part["m"].str.casefold().str[:3].map(months)
            found[rest] = _date(part["y"], month, part["d"])
    return found, ambiguous


def _short(texts: Sequence[str]) -> pd.Series:
    """No date and no number is long, and a pattern may search long texts for hours."""
    return pd.Series([text.strip()[:LONGEST] for text in texts], dtype=object)


def _day_month(text: pd.Series, found: np.ndarray) -> tuple[np.ndarray, bool]:
    """What stands between day and month decides together: all dates with / are alike, and all with - are."""
    part = text.str.extract(_DMY)
    first, second = (pd.to_numeric(part[name]).to_numpy(float) for name in "ab")
    american, ambiguous = second > 12, False  # nan is not
    for mark in "/-":
        here = (part["s"] == mark).to_numpy()
        month_first, day_first = bool(american[here].any()), bool((first[here] > 12).any())
        american |= here & (month_first and not day_first)
        ambiguous |= bool(here.any()) and month_first == day_first
    day, month = np.where(american, (second, first), (first, second))
    return np.where(np.isnat(found), _date(part["y"], pd.Series(month), pd.Series(day)), found), ambiguous


def _date(year: pd.Series, month: pd.Series, day: pd.Series) -> np.ndarray:
    """NaT where there is no such day."""
    y, m, d = (pd.to_numeric(part, errors="coerce").to_numpy(float) for part in (year, month, day))
    y = y + np.where(y < 70, 2000, np.where(y < 100, 1900, 0))
    real = (y >= _FIRST) & (y < _LAST) & (m >= 1) & (m <= 12) & (d >= 1)
    months = np.where(real, (y - 1970) * 12 + m - 1, 0).astype(int).astype("datetime64[M]")
    days = months.astype(_DAY) + np.where(real, d - 1, 0).astype(int)
    return np.where(real & (days.astype("datetime64[M]") == months), days, np.datetime64("NaT", "D"))


def _counted(number: pd.Series) -> np.ndarray:
    """20241231, Excel's days since 1899-12-30, seconds or milliseconds since 1970: each has a range of its own."""
    n = number.to_numpy(float, na_value=np.nan)
    with np.errstate(invalid="ignore"):
        compact = (n >= _FIRST * 10_000) & (n < _LAST * 10_000) & (n % 1 == 0)
        excel = (n >= 20_000) & (n < 73_051)  # 1954 to 2099; less is rather a year or a number of something
        seconds, milli = (n >= 1e8) & (n < 4.2e9), (n >= 1e11) & (n < 4.2e12)
        whole = np.where(compact, n, 0).astype(int)
        written = _date(pd.Series(whole // 10_000), pd.Series(whole // 100 % 100), pd.Series(whole % 100))
        days = np.select([excel, seconds, milli], [n - 25_569, n / 86_400, n / 86_400_000], 0)
    days = np.floor(days).astype(int).astype(_DAY)
    return np.where(compact, written, np.where(excel | seconds | milli, days, np.datetime64("NaT", "D")))


def numbers(texts: Sequence[str]) -> np.ndarray:
    """(n,) float64: the first number in each text, nan where there is none. "3 Stück" is 3, "5-" is -5, "★★★" is 3.

    Whether 1.234 is more than a thousand is decided by the other numbers of the column.
    """
    text = pd.Series(list(texts), dtype=object).str.strip()
    plain = pd.to_numeric(text.where(text.str.fullmatch(r"[-+]?\d{1,15}"), None), errors="coerce").to_numpy(
        float, copy=True
    )
    rest = np.flatnonzero(np.isnan(plain))
    found = [_NUMBER.search(text[i]) for i in rest]
    pieces = [re.sub(r"['’\s]", "", one[0]) if one else "" for one in found]
    comma = _decimal_comma([re.sub(r"[^\d.,]", "", piece) for piece in pieces], bool((~np.isnan(plain)).any()))
    for i, piece in zip(rest, pieces, strict=True):
        plain[i] = _number(piece, comma) if piece else (text[i].count("★") or np.nan)
    return plain


def _decimal_comma(pieces: list[str], whole: bool) -> bool:
    """Whether the comma is the decimal mark of this column. `whole`: there are also numbers without any mark."""
    for piece in pieces:
        if "," in piece and "." in piece:
            return piece.rindex(",") > piece.rindex(".")
    for mark, other in ((",", "."), (".", ",")):
        ends = [len(piece) - piece.rindex(mark) - 1 for piece in pieces if piece.count(mark) == 1]
        if any(n != 3 for n in ends) or (ends and not whole and not any(other in piece for piece in pieces)):
            return mark == ","
    return not any("," in piece for piece in pieces)  # 1.234 among whole numbers is German, 1,234 English


def _number(piece: str, comma: bool) -> float:
    negative = piece[0] in "-−(" or piece[-1] in "-−"
    digits = re.sub(r"[^\d.,]", "", piece).rstrip(".,")
    thousands, decimal = (".", ",") if comma else (",", ".")
    try:
        value = float(digits.replace(thousands, "").replace(decimal, "."))
    except ValueError:  # 1,2,3
        return np.nan
    return (-value if negative else value) if value < 1e12 else np.nan
