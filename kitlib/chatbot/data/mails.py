"""Mails to the fictional Musterwerk GmbH, each with the department a person filed it under: `mails.csv`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from .corpus import rows

DEPARTMENTS = ("sales", "logistics", "accounting", "quality", "engineering", "hr")
NONE = "none"


@dataclass(frozen=True)
class Mail:
    """department, second: of DEPARTMENTS; second only where a mail has two concerns, else "".

    kind: plain (one concern), two, or other: it belongs to no department of the firm, and department is NONE.
    urgent: waiting does harm (an accident, a leak, a date that runs out), whatever the tone.
    """

    department: str
    kind: str
    second: str
    urgent: bool
    subject: str
    text: str

    @property
    def words(self) -> str:
        """What is read for sorting."""
        return f"{self.subject}\n{self.text}"

    @property
    def homes(self) -> tuple[str, ...]:
        """The departments that have to get it, or NONE."""
        return (self.department, self.second) if self.second else (self.department,)


@lru_cache(maxsize=3)
def mails(lang: str = "de") -> tuple[Mail, ...]:
    """In one language, in the same order in each; Einfache Sprache sorts the German ones, as people write them."""
    wanted = "en" if lang == "en" else "de"
    return tuple(
        Mail(row["department"], row["kind"], row["second"], bool(row["urgent"]), row["subject"], row["text"])
        for row in rows("mails.csv")
        if row["lang"] == wanted
    )
