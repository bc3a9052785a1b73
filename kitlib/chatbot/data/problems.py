"""What was noticed while a FAQ was loaded."""

from __future__ import annotations

from kitlib.tables import problem

NOTES = frozenset(
    {
        "all_sheets",
        "contradiction",
        "filled_down",
        "formula",
        "guessed_columns",
        "headings",
        "html",
        "labels",
        "long_cells",
        "odd_letters",
        "sheets_left",
    }
)


class Problem(problem.Problem):
    """Something a person should know about the FAQ; its sentence is in texts/problems.toml."""

    notes = NOTES


class FaqError(problem.IntakeError):
    """Nothing usable at all. `problem` says why, `problems` what else was noticed on the way."""
