"""Compute once for the whole room: thirty people who press the same button at once must not train thirty times."""

from __future__ import annotations

import inspect
import threading
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future
from functools import wraps


def once(maxsize: int) -> Callable:
    """Keep the `maxsize` results used last. Who asks for a running computation waits for it; others do not wait.

    Arguments must be hashable, results immutable. An exception reaches all who wait and is not kept.
    """

    def decorate(function: Callable) -> Callable:
        kept: OrderedDict[tuple, Future] = OrderedDict()
        lock, signature = threading.Lock(), inspect.signature(function)

        @wraps(function)
        def call(*args, **kwargs):
            bound = signature.bind(*args, **kwargs)
            bound.apply_defaults()
            key = bound.args
            with lock:
                future, mine = kept.get(key), key not in kept
                if mine:
                    future = kept[key] = Future()
                    if len(kept) > maxsize:
                        kept.popitem(last=False)
                kept.move_to_end(key)
            if mine:
                _run(future, function, key, kept, lock)
            return future.result()

        return call

    return decorate


def _run(future: Future, function: Callable, key: tuple, kept: OrderedDict, lock: threading.Lock) -> None:
    try:
        future.set_result(function(*key))
    except BaseException as problem:
        with lock:
            if kept.get(key) is future:
                del kept[key]
        future.set_exception(problem)
