"""The drawn path is the symbol, module by module."""

import re

import pytest
import segno

from bot.documents.qr import QUIET, qr_path

LINKS = ("https://t.me/qser_bot?start=abcdefghjk", "https://t.me/b?start=x", "a" * 106)


def painted(path: str) -> set[tuple[int, int]]:
    """(column, row) of every dark module."""
    bars = re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", path)
    return {(int(x) + step, int(y)) for x, y, width in bars for step in range(int(width))}


@pytest.mark.parametrize("link", LINKS)
def test_every_dark_module_is_painted_and_no_light_one(link: str) -> None:
    path, side = qr_path(link)
    matrix = segno.make(link, error="m", micro=False).matrix
    dark = {
        (x + QUIET, y + QUIET)
        for y, row in enumerate(matrix)
        for x, module in enumerate(row)
        if module
    }
    assert painted(path) == dark
    assert side == len(matrix) + 2 * QUIET


@pytest.mark.parametrize("link", LINKS)
def test_nothing_is_painted_in_the_quiet_zone(link: str) -> None:
    path, side = qr_path(link)
    assert all(QUIET <= n < side - QUIET for module in painted(path) for n in module)
