"""Parts in whole numbers that add up to their sum."""

import pytest

from kitlib.chatbot.model.whole import parts


@pytest.mark.parametrize(
    ("values", "whole", "read"),
    [
        ((1, 1, 1), 100, (34, 33, 33)),  # of equals the first
        ((100.6, 29.4, 870.0), 1000, (101, 29, 870)),
        ((182.7, 310.6, 506.7), 1000, (183, 310, 507)),  # each on its own: 183, 311, 507
        ((0.5, 0.5), 1, (1, 0)),
        ((0.29, 0.71), 100, (29, 71)),
        ((0, 0, 7), 100, (0, 0, 100)),
        ((2, 3), 0, (0, 0)),
        ((0, 0), 10, (0, 0)),
    ],
)
def test_parts_add_up(values, whole, read):
    assert parts(values, whole) == read


def test_no_part_is_off_by_one_or_more_and_whole_numbers_stay():
    for n in range(1, 200):
        values = [(n * k * k) % 97 for k in (1, 2, 3, 5)]
        found, total = parts(values, 1000), sum(values) or 1
        assert sum(found) == (1000 if sum(values) else 0)
        assert all(abs(1000 * v / total - one) < 1 for v, one in zip(values, found, strict=True))
        assert parts(values, sum(values)) == tuple(values)
