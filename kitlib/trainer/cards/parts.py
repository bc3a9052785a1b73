"""Sorting parts by hand: 24 numbered photos, half of them with a defect, and what is true."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image

from kitlib import quality
from kitlib.quality.app import texts as demo_texts

from .. import raster
from ..brand import Brand
from . import paper

SEED, EACH = 5, 12
"""As many good parts as defective ones: guessing alone then is right in half of the cases."""


def chosen() -> np.ndarray:
    """(24,) numbers of test pictures, shuffled; of the defective ones each kind comes as evenly as can be."""
    rng = np.random.default_rng(SEED)
    kinds = quality.flange("standard", split="test").info["kind"].to_numpy()
    good = rng.choice(np.flatnonzero(kinds == "ok"), EACH, replace=False)
    names = sorted(set(kinds) - {"ok"})
    turns = [rng.permutation(np.flatnonzero(kinds == name)) for name in names]
    bad = [turns[i % len(turns)][i // len(turns)] for i in range(EACH)]
    return rng.permutation(np.concatenate([good, bad]))


def build(lang: str, brand: Brand, target: Path) -> Path:
    t, kinds, shown = paper.texts(lang), demo_texts(lang), quality.flange("standard", split="test")
    files, cards, rows = {}, [], []
    for number, i in enumerate(chosen(), 1):
        name, label = f"part-{number}.png", t("parts.card", number=number)
        files[name] = raster.saved(Image.fromarray(shown.images[i]))
        cards.append(f"{paper.image(name, label)}#align(center)[*{paper.text(label)}*]")
        rows.append((str(number), kinds(f"kind.{shown.info['kind'].iloc[i]}")))
    body = paper.cards(cards, 4, "62mm", t("parts.cards"))
    body += paper.solution(t("cards.solution"), t("parts.solution"), (t("parts.number"), t("parts.truth")), rows)
    return paper.write(body, lang, brand, target, t("parts.title"), t("parts.lead"), files)
