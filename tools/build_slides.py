"""Builds what `kit slides` builds, in each language: decks (reveal.js, PPTX), handouts, run sheets, cards, glossary.

python tools/build_slides.py                     all languages, to slides/built/LANG
python tools/build_slides.py --lang en --out DIR one language, to a folder
python tools/build_slides.py --plan FILE         with the logo and the colours of that plan
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from kitlib.trainer import box
from kitlib.trainer.agenda_words import texts
from kitlib.trainer.plan import OWN, PlanError
from kitlib.trainer.source import SourceError
from kitlib.ui import LANGUAGES


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--lang", choices=LANGUAGES, help="only this language")
    parser.add_argument("--out", type=Path, help="folder; each language gets its own in it")
    parser.add_argument("--plan", type=Path, default=OWN, help="whose brand and agenda (default: workshop.toml)")
    args = parser.parse_args(argv)
    for lang in [args.lang] if args.lang else LANGUAGES:
        began = time.monotonic()
        try:
            page = box.build(lang, args.out / lang if args.out else None, args.plan)
        except PlanError as error:
            print(texts(lang)(error.key, **error.values), file=sys.stderr)
            return 1
        except SourceError as error:
            print(error, file=sys.stderr)
            return 1
        print(f"{page} {time.monotonic() - began:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
