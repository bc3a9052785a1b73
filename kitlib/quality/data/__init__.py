"""Pictures: the flange set, a person's own pictures, and changes as they happen on the shop floor."""

from .changes import CHANGES, apply
from .flange import check, flange, mask
from .intake import combine, load_files, load_folder, load_zip
from .pictures import Pictures, PicturesError, Problem

__all__ = [
    "CHANGES",
    "Pictures",
    "PicturesError",
    "Problem",
    "apply",
    "check",
    "combine",
    "flange",
    "load_files",
    "load_folder",
    "load_zip",
    "mask",
]
