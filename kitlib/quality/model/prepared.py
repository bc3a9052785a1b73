"""What is computed of pictures once, whatever is learned from them: for learning curves and repeated runs."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from .align import Reference, find_reference, move
from .maps import cell_maps, resized, working_size
from .texture import describe


@dataclass(frozen=True, eq=False, repr=False)
class Prepared:
    """Pictures with their maps; accepted wherever pictures are accepted.

    cells: (n, maps, rows, columns) float16, laid over `reference`; places: (n, 3) how; texture: (n, features) float32.
    """

    pictures: object
    reference: Reference
    places: np.ndarray
    cells: np.ndarray
    texture: np.ndarray

    labels = property(lambda self: self.pictures.labels)
    classes = property(lambda self: self.pictures.classes)
    groups = property(lambda self: self.pictures.groups)
    images = property(lambda self: self.pictures.images)

    def __len__(self) -> int:
        return len(self.cells)

    def subset(self, index) -> Prepared:
        """The pictures at `index` (integers or booleans), in that order; nothing is computed anew."""
        rows = np.arange(len(self))[index]
        parts = {name: getattr(self, name)[rows] for name in ("places", "cells", "texture")}
        return replace(self, pictures=self.pictures.subset(rows), **parts)


def prepare(pictures, like: Prepared | Reference | None = None) -> Prepared:
    """Maps and descriptions of `pictures`, laid over the reference of `like` (default: over their own median).

    `train(prepare(p).subset(i))` gives what `train(p.subset(i))` gives, up to the reference, in a fraction of the time:
    prepare training pictures once, test pictures once with `like=` the former, then take subsets.
    """
    if isinstance(pictures, Prepared):
        if like is None or getattr(like, "reference", like) is pictures.reference:
            return pictures
        pictures = pictures.pictures
    reference = getattr(like, "reference", like) or _reference(pictures.images)
    height, width = reference.size
    places, cells, texture = [], [], []
    for image in pictures.images:
        image = resized(image, height, width)
        place = reference.place(image)
        places.append(place)
        cells.append(cell_maps(move(image, place)))
        texture.append(describe(image))
    return Prepared(pictures, reference, np.array(places), np.array(cells), np.array(texture))


def _reference(images: np.ndarray) -> Reference:
    height, width = working_size(*images.shape[1:3])
    return find_reference(images, height, width)
