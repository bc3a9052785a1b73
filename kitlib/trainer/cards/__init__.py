"""Printable cards: each experiment also works on paper, from the shipped pictures and data.

Each builder takes (lang, brand, target) and writes a PDF: first the cards, then the solution sheet where there is one.
"""

from . import emergency, faq, parts, shop, text

CARDS = {
    "cards-parts": parts.build,
    "cards-shop": shop.build,
    "cards-faq": faq.build,
    "cards-text": text.build,
    "cards-emergency": emergency.build,
}
"""By the key that run sheets name as material."""
