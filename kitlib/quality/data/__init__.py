"""Pictures: the flange set, a person's own pictures, and changes as they happen on the shop floor."""

from .flange import check, flange, mask
from .pictures import Pictures, PicturesError, Problem

__all__ = ["Pictures", "PicturesError", "Problem", "check", "flange", "mask"]
