"""Pictures of this demo for slides and print: each a state that shows one thing, drawn as in the lesson."""

from __future__ import annotations

FIGURES = {}
