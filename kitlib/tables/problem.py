"""What was noticed while something was loaded, as codes; each demo has the words for them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar


@dataclass(frozen=True)
class Problem:
    """Something a person should know about what was loaded.

    `code` names the sentence (table `problem.<code>` in the demo's problems.toml); its placeholders are `file` (the
    file, or a part of it such as a column) and the keys of `values`. A demo may name its notes in a subclass.
    """

    notes: ClassVar[frozenset[str]] = frozenset({"odd_letters"})

    code: str
    file: str = ""
    values: dict = field(default_factory=dict, hash=False)

    @property
    def left_out(self) -> bool:
        """False for a mere note: nothing is missing because of it."""
        return self.code not in self.notes


class IntakeError(ValueError):
    """Nothing usable at all. `problem` says why, `problems` what else was noticed on the way."""

    def __init__(self, problem: Problem, problems: tuple[Problem, ...] = ()):
        super().__init__(f"{problem.code} {problem.file} {problem.values}")
        self.problem = problem
        self.problems = tuple(problems)
