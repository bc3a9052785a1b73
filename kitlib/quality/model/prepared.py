"""What is computed of pictures once, whatever is learned from them: for learning curves and repeated runs."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

import numpy as np

from .align import Reference, find_reference, move
from .maps import cell_maps, resized, working_size
from .texture import describe


@dataclass(frozen=True, eq=False, repr=False)
class Prepared:
    """Pictures with their maps; accepted wherever pictures are accepted.

    cells: (n, maps, rows, columns) float16, laid over `reference`; places: (n, 3) how;
    texture: (n, features) float32, or None if prepared for the method "template" only.
    """

    pictures: object
    reference: Reference
    places: np.ndarray
    cells: np.ndarray
    texture: np.ndarray | None

    labels = property(lambda self: np.asarray(self.pictures.labels))
    groups = property(lambda self: np.asarray(self.pictures.groups))
    images = property(lambda self: self.pictures.images)
    classes = property(lambda self: tuple(self.pictures.classes))

    def __len__(self) -> int:
        return len(self.cells)

    def subset(self, index) -> Prepared:
        """The pictures at `index` (integers, booleans or a slice), in that order; nothing is computed anew."""
        rows = np.arange(len(self))[index]
        texture = None if self.texture is None else self.texture[rows]
        pictures = self.pictures.subset(rows)
        return replace(self, pictures=pictures, places=self.places[rows], cells=self.cells[rows], texture=texture)


def prepare(pictures, like=None, method: str = "auto") -> Prepared:
    """Maps and descriptions of `pictures` for `method`, laid over the reference of `like` (default: their own median).

    like: Prepared, Model or Reference. Prepare the training pictures once, the test pictures once with `like=` the
    former, then take subsets: `train` and `predict_proba` then take a fraction of the time. Several threads are used.
    """
    reference, texture = getattr(like, "reference", like), method != "template"
    if isinstance(pictures, Prepared):
        if (reference or pictures.reference) is pictures.reference and (pictures.texture is not None or not texture):
            return pictures
        reference, pictures = reference or pictures.reference, pictures.pictures
    reference = reference or find_reference(pictures.images, *working_size(*pictures.images.shape[1:3]))
    with ThreadPoolExecutor(min(4, os.cpu_count() or 1)) as pool:
        rows = list(pool.map(lambda i: _row(pictures.images[i], reference, texture), range(len(pictures))))
    places, cells, described = zip(*rows, strict=True) if rows else ((), (), ())
    return Prepared(pictures, reference, np.array(places), np.array(cells), np.array(described) if texture else None)


def _row(image: np.ndarray, reference: Reference, texture: bool) -> tuple:
    image = resized(image, *reference.size)
    place = reference.place(image)
    cells = cell_maps(move(image, place))
    return place, cells, describe(image, cells) if texture else None
