"""Printable cards: each experiment also works on paper, from the shipped pictures and data.

Each builder takes (lang, brand, target) and writes a PDF: first the cards, then the solution sheet.
"""

from . import parts

CARDS = {"cards-parts": parts.build}
"""By the key that run sheets name as material."""
