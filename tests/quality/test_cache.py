"""One computation for thirty people who press at once."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from kitlib.quality.model.cache import once


class Slow:
    """Counts its calls; waits for `go` when asked for "slow"."""

    def __init__(self):
        self.calls, self.go, self.started = [], threading.Event(), threading.Event()

    def __call__(self, key, extra=0):
        self.calls.append(key)
        if key == "slow":
            self.started.set()
            assert self.go.wait(10)
        if key == "bad":
            raise ValueError("no")
        return [key, extra]


@pytest.fixture
def slow():
    return Slow()


@pytest.fixture
def cached(slow):
    def function(key, extra=0):
        return slow(key, extra)

    return once(2)(function)


def test_sixteen_threads_compute_once_and_get_the_same_object(slow, cached):
    with ThreadPoolExecutor(16) as pool:
        asked = [pool.submit(cached, "slow") for _ in range(16)]
        assert slow.started.wait(10)
        slow.go.set()
        results = [a.result(10) for a in asked]
    assert slow.calls == ["slow"] and all(r is results[0] for r in results)


def test_another_key_does_not_wait(slow, cached):
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(cached, "slow")
        assert slow.started.wait(10)
        assert cached("quick") == ["quick", 0]
        assert not asked.done()
        slow.go.set()
        assert asked.result(10) == ["slow", 0]


def test_an_exception_reaches_the_caller_and_is_not_kept(slow, cached):
    for _ in range(2):
        with pytest.raises(ValueError, match="no"):
            cached("bad")
    assert slow.calls == ["bad", "bad"]


def test_an_exception_reaches_all_who_wait():
    ready, calls = threading.Event(), []

    @once(2)
    def fails():
        calls.append(1)
        assert ready.wait(10)
        raise ValueError("no")

    with ThreadPoolExecutor(8) as pool:
        asked = [pool.submit(fails) for _ in range(8)]
        ready.set()
        assert all(isinstance(a.exception(10), ValueError) for a in asked)
    assert 1 <= len(calls) <= 8


def test_only_the_results_used_last_are_kept(slow, cached):
    for key in ("a", "b", "a", "c", "a"):
        cached(key)
    assert slow.calls == ["a", "b", "c"]
    cached("b")
    assert slow.calls == ["a", "b", "c", "b"]


def test_the_way_arguments_are_written_does_not_matter(slow, cached):
    assert cached("a") is cached("a", 0) is cached(key="a", extra=0)
    assert cached("a", 1) is not cached("a")
    assert slow.calls == ["a", "a"]


def test_a_computation_that_fails_late_does_not_drop_a_newer_one():
    """The first run is pushed out while it runs; when it fails, the second run's result must stay."""
    go, started, calls = threading.Event(), threading.Event(), []

    @once(1)
    def compute(key):
        calls.append(key)
        if key == "a" and calls.count("a") == 1:
            started.set()
            assert go.wait(10)
            raise ValueError("late")
        return [key]

    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(compute, "a")
        assert started.wait(10)
        compute("b")
        second = compute("a")
        go.set()
        assert isinstance(first.exception(10), ValueError)
    assert compute("a") is second
