"""Pictures that stay encoded until somebody looks: the flange set takes 9 MB in memory so, decoded 240."""

from __future__ import annotations

import io
from collections.abc import Iterable
from numbers import Integral

import numpy as np
from numpy.lib.mixins import NDArrayOperatorsMixin
from PIL import Image


class Photos(NDArrayOperatorsMixin):
    """n WebP pictures of one size as a read-only array (n, height, width, 3) uint8.

    A number gives one picture decoded; a slice, integers or booleans give Photos again. Whatever else an array can do
    is done with all of them decoded: `np.asarray(photos)`, `photos / 255`, `photos.mean(axis=0)`.
    Raises ValueError when there is none, or when they differ in size.
    """

    dtype, ndim = np.dtype(np.uint8), 4

    def __init__(self, encoded: Iterable[bytes]):
        self._encoded = tuple(encoded)
        sizes = {_opened(data).size for data in self._encoded}
        if len(sizes) != 1:
            raise ValueError(f"pictures of one size are needed, not of {sorted(sizes)}")
        width, height = sizes.pop()
        self.shape = (len(self._encoded), height, width, 3)

    def __len__(self) -> int:
        return len(self._encoded)

    def __getitem__(self, index):
        if isinstance(index, Integral):
            return np.asarray(_opened(self._encoded[index]))
        if isinstance(index, tuple):
            return np.asarray(self)[index]
        return self._with(self._encoded[i] for i in np.arange(len(self))[index])

    def _with(self, encoded: Iterable[bytes]) -> Photos:
        other = object.__new__(Photos)
        other._encoded = tuple(encoded)
        other.shape = (len(other._encoded), *self.shape[1:])
        return other

    def __array__(self, dtype=None, copy=None) -> np.ndarray:
        if copy is False:
            raise ValueError("encoded pictures cannot be an array without being copied")
        decoded = np.empty(self.shape, dtype or self.dtype)
        for i, picture in enumerate(self):
            decoded[i] = picture
        decoded.flags.writeable = False
        return decoded

    def __array_ufunc__(self, ufunc, method, *inputs, **options):
        decoded = (np.asarray(one) if isinstance(one, Photos) else one for one in inputs)
        return getattr(ufunc, method)(*decoded, **options)

    def __getattr__(self, name: str):
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(np.asarray(self), name)


def joined(a: np.ndarray | Photos, b: np.ndarray | Photos) -> np.ndarray | Photos:
    """One after the other; encoded if both are. Raises ValueError for pictures of different sizes."""
    if isinstance(a, Photos) and isinstance(b, Photos) and a.shape[1:] == b.shape[1:]:
        return a._with(a._encoded + b._encoded)
    return np.concatenate([a, b])


def _opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data), formats=["WEBP"])
