"""Time and memory, measured alike in all benchmarks."""

from __future__ import annotations

import sys
import time

import numpy as np


def milliseconds(call, times: int = 20) -> float:
    """Median of `times` calls."""
    spent = []
    for _ in range(times):
        began = time.perf_counter()
        call()
        spent.append(time.perf_counter() - began)
    return float(np.median(spent) * 1e3)


def peak_mb() -> float:
    """Largest memory of this process so far, MB."""
    try:
        import resource
    except ImportError:  # Windows
        import psutil

        return psutil.Process().memory_info().peak_wset / 2**20
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
