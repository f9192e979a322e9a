"""QR codes (ISO/IEC 18004): bytes, error correction level M, versions 1 to 6.

That is up to 106 bytes, enough for every link to a bot, and it survives 15 % of dirt or wear.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

QUIET = 4  # modules left white around the symbol, without which phones do not find it


@dataclass(frozen=True, slots=True)
class Version:
    """`blocks` of `data` codewords each, with `check` codewords behind each block."""

    number: int
    blocks: int
    data: int
    check: int

    @property
    def side(self) -> int:
        return 17 + 4 * self.number

    @property
    def capacity(self) -> int:
        """Bytes of text: mode and length take twelve bits."""
        return self.blocks * self.data - 2


VERSIONS = (
    Version(1, 1, 16, 10),
    Version(2, 1, 28, 16),
    Version(3, 1, 44, 26),
    Version(4, 2, 32, 18),
    Version(5, 2, 43, 24),
    Version(6, 4, 27, 16),
)
MASKS: tuple[Callable[[int, int], bool], ...] = (
    lambda y, x: (y + x) % 2 == 0,
    lambda y, x: y % 2 == 0,
    lambda y, x: x % 3 == 0,
    lambda y, x: (y + x) % 3 == 0,
    lambda y, x: (y // 2 + x // 3) % 2 == 0,
    lambda y, x: y * x % 2 + y * x % 3 == 0,
    lambda y, x: (y * x % 2 + y * x % 3) % 2 == 0,
    lambda y, x: ((y + x) % 2 + y * x % 3) % 2 == 0,
)
Cells = dict[tuple[int, int], bool]  # (row, column) → dark


def qr_path(text: str) -> tuple[str, int]:
    """The symbol as the path of an SVG, and the side of its view box in modules."""
    rows = qr_rows(text)
    path = "".join(
        _bar(QUIET + run.start(), QUIET + y, run.end() - run.start())
        for y, row in enumerate(rows)
        for run in re.finditer("1+", row)
    )
    return path, len(rows) + 2 * QUIET


def _bar(x: int, y: int, width: int) -> str:
    return f"M{x} {y}h{width}v1h-{width}z"


def qr_rows(text: str) -> list[str]:
    """Row by row, "1" for a dark module. Raises ValueError for a text that is too long."""
    content = text.encode()
    version = next((each for each in VERSIONS if len(content) <= each.capacity), None)
    if version is None:
        raise ValueError("too long for a QR code of ours")
    bits = "".join(f"{byte:08b}" for byte in interleaved(content, version))
    plain = dict(zip(_data_cells(version), (bit == "1" for bit in bits), strict=False))
    return min((_masked(version, plain, mask) for mask in range(len(MASKS))), key=_penalty)


def interleaved(content: bytes, version: Version) -> bytes:
    """Data and check codewords in the order in which they are drawn."""
    size = version.blocks * version.data
    bits = f"0100{len(content):08b}" + "".join(f"{byte:08b}" for byte in content) + "0000"
    data = [int(bits[at : at + 8].ljust(8, "0"), 2) for at in range(0, len(bits), 8)][:size]
    data += [(0xEC, 0x11)[at % 2] for at in range(size - len(data))]
    blocks = [data[at : at + version.data] for at in range(0, size, version.data)]
    checks = [check_codewords(block, version.check) for block in blocks]
    return bytes(byte for part in (blocks, checks) for column in _columns(part) for byte in column)


def _columns(blocks: list[list[int]]) -> list[tuple[int, ...]]:
    return list(zip(*blocks, strict=True))


@cache
def _field() -> tuple[list[int], list[int]]:
    """Powers and logarithms in GF(256) modulo x⁸+x⁴+x³+x²+1."""
    powers, logs, value = [0] * 510, [0] * 256, 1
    for exponent in range(255):
        powers[exponent] = powers[exponent + 255] = value
        logs[value] = exponent
        value = value << 1 ^ (0x11D if value & 0x80 else 0)
    return powers, logs


@cache
def _generator(degree: int) -> list[int]:
    """Coefficients of (x-1)(x-a)…, without the leading one."""
    powers, logs = _field()
    polynomial = [1]
    for root in range(degree):
        raised = [powers[logs[each] + root] if each else 0 for each in polynomial]
        polynomial = [a ^ b for a, b in zip([*polynomial, 0], [0, *raised], strict=True)]
    return polynomial[1:]


def check_codewords(block: list[int], size: int) -> list[int]:
    """The remainder of the block, as Reed and Solomon have it."""
    powers, logs = _field()
    factors = [logs[each] for each in _generator(size)]
    rest = [0] * size
    for byte in block:
        lead = byte ^ rest[0]
        rest = [*rest[1:], 0]
        if lead:
            rest = [a ^ powers[logs[lead] + b] for a, b in zip(rest, factors, strict=True)]
    return rest


@cache
def _fixed(version: Version) -> Cells:
    """Finders, timing, alignment and the dark module, with a place kept for the format."""
    side = version.side
    cells = {(at, 8): False for at in (*range(9), *range(side - 8, side))}
    cells |= {(x, y): dark for (y, x), dark in cells.items()}
    for top, left in ((0, 0), (0, side - 7), (side - 7, 0)):
        for y in range(-1, 8):
            for x in range(-1, 8):
                ring = max(abs(y - 3), abs(x - 3))
                if 0 <= top + y < side and 0 <= left + x < side:
                    cells[top + y, left + x] = ring not in (2, 4)
    for at in range(8, side - 8):
        cells[6, at] = cells[at, 6] = at % 2 == 0
    if version.number > 1:
        for y in range(-2, 3):
            for x in range(-2, 3):
                cells[side - 7 + y, side - 7 + x] = max(abs(y), abs(x)) != 1
    cells[side - 8, 8] = True
    return cells


@cache
def _data_cells(version: Version) -> list[tuple[int, int]]:
    """In pairs of columns from the right, up and down in turn; column 6 holds the timing."""
    side, fixed = version.side, _fixed(version)
    columns = [*range(side - 1, 6, -2), *range(5, 0, -2)]
    return [
        (y, x)
        for turn, right in enumerate(columns)
        for y in (range(side) if turn % 2 else range(side - 1, -1, -1))
        for x in (right, right - 1)
        if (y, x) not in fixed
    ]


@cache
def _format(version: Version, mask: int) -> Cells:
    """Level M and the mask, twice, with ten bits that mend the five."""
    rest = mask << 10
    for shift in range(4, -1, -1):
        if rest >> (10 + shift) & 1:
            rest ^= 0x537 << shift
    bits = (mask << 10 | rest) ^ 0x5412
    side = version.side
    column = [*range(6), 7, 8, *range(side - 7, side)]  # the row of each bit, lowest first
    row = [*range(side - 1, side - 9, -1), 7, *range(5, -1, -1)]  # and the column of each
    cells = {(y, 8): bool(bits >> at & 1) for at, y in enumerate(column)}
    return cells | {(8, x): bool(bits >> at & 1) for at, x in enumerate(row)}


@cache
def _frame(version: Version, mask: int) -> Cells:
    """All that does not depend on the text; where data goes, whether the mask turns it."""
    turned = {(y, x): MASKS[mask](y, x) for y, x in _data_cells(version)}
    return _fixed(version) | _format(version, mask) | turned


def _masked(version: Version, plain: Cells, mask: int) -> list[str]:
    frame, side = _frame(version, mask), range(version.side)
    return ["".join("01"[frame[y, x] ^ plain.get((y, x), False)] for x in side) for y in side]


def _penalty(rows: list[str]) -> int:
    """What makes a symbol hard to read: long runs, blocks, false finders, too much of one."""
    columns = ["".join(column) for column in zip(*rows, strict=True)]
    lines = [*rows, *columns]
    runs = sum(len(run[0]) - 2 for line in lines for run in re.finditer("0{5,}|1{5,}", line))
    blocks = sum(
        above[x : x + 2] == below[x : x + 2] and above[x] == above[x + 1]
        for above, below in pairwise(rows)
        for x in range(len(rows) - 1)
    )
    finders = sum(line.count("10111010000") + line.count("00001011101") for line in lines)
    dark = sum(row.count("1") for row in rows) * 20 // len(rows) ** 2
    return runs + 3 * blocks + 40 * finders + 10 * abs(dark - 10)
