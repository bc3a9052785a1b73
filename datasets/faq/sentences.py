"""True sentences about Musterwerk's products, for the n-gram generator: src/products.toml becomes firm.csv.

Runs with make.py, or alone: `python datasets/faq/sentences.py`.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from pathlib import Path

SOURCE = Path(__file__).resolve().parent / "src" / "products.toml"
LANGUAGES = ("de", "en", "einfach")
BETWEEN = 4
"""So many words stand between name and value at least."""


def load() -> dict:
    return tomllib.loads(SOURCE.read_text("utf-8"))


def rows(table: dict) -> list[dict[str, str]]:
    """Each fact in two of the three kinds of sentence, openings in turn: so the parts meet in many combinations."""
    return [
        {"lang": lang, "product": _name(product, lang), "attribute": key, "value": product["values"][a]}
        | {
            "sentence": sentence(
                table, lang, kind, p + a * (1 + 2 * k), _name(product, lang), key, product["values"][a]
            )
        }
        for lang in LANGUAGES
        for p, product in enumerate(table["product"])
        for a, key in enumerate(table["keys"])
        if product["values"][a]
        for k, kind in enumerate(table["openings"])
        if k != (p + a) % len(table["openings"])
    ]


def sentence(table: dict, lang: str, kind: str, turn: int, name: str, key: str, value: str) -> str:
    openings = table["openings"][kind][lang]
    ending = table["endings"][key][kind][lang].format(value=value)
    return f"{openings[turn % len(openings)]} {name} {ending}"


def _name(product: dict, lang: str) -> str:
    return product["en" if lang == "en" else "de"]


def words(text: str) -> list[str]:
    return text.removesuffix(".").split(" ")


def mistakes(made: list[dict[str, str]]) -> list[str]:
    """What keeps a sentence from being read back to one fact, a sentence each."""
    names = {lang: {row["product"] for row in made if row["lang"] == lang} for lang in LANGUAGES}
    values = {lang: {row["value"] for row in made if row["lang"] == lang} for lang in LANGUAGES}
    found, shapes = [], defaultdict(set)
    for row in made:
        lang, said = row["lang"], words(row["sentence"])
        if sum(word in names[lang] for word in said) != 1 or sum(word in values[lang] for word in said) != 1:
            found.append(f"{lang}: not one name and one value in {row['sentence']!r}")
            continue
        if said.index(row["value"]) - said.index(row["product"]) <= BETWEEN:
            found.append(f"{lang}: value too near to the name in {row['sentence']!r}")
        shape = tuple({row["product"]: "N", row["value"]: "V"}.get(word, word) for word in said)
        shapes[lang, shape].add(row["attribute"])
    found += [
        f"{lang}: two attributes share {' '.join(shape)!r}" for (lang, shape), use in shapes.items() if len(use) > 1
    ]
    facts = defaultdict(set)
    for row in made:
        facts[row["lang"], row["product"], row["attribute"]].add(row["value"])
    return found + [f"{fact}: {sorted(said)}" for fact, said in facts.items() if len(said) > 1]


def main() -> None:
    import make

    made = rows(load())
    if wrong := mistakes(made):
        raise SystemExit("\n".join(wrong))
    make.write("firm.csv", made)
    make.checksums()


if __name__ == "__main__":
    main()
