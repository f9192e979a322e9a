"""QR codes are read back here as a phone reads them, with the tables of the standard."""

import pytest

from bot.documents.qr import (
    MASKS,
    QUIET,
    VERSIONS,
    Version,
    check_codewords,
    interleaved,
    qr_path,
    qr_rows,
)

LINK = "https://t.me/q_ser_assistant_bot?start=abcdefghjk"
# What ISO/IEC 18004 writes beside the finders for level M and masks 0 to 7, highest bit first.
FORMATS = (
    "101010000010010",
    "101000100100101",
    "101111001111100",
    "101101101001011",
    "100010111111001",
    "100000011001110",
    "100111110010111",
    "100101010100000",
)


def test_check_codewords_are_those_of_the_published_example() -> None:
    """HELLO WORLD at 1-M, in every textbook: here only its data block is put in by hand."""
    data = [32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17]
    assert check_codewords(data, 10) == [196, 35, 39, 119, 235, 215, 231, 226, 93, 23]


def mask_of(rows: list[str]) -> int:
    columns = [*range(6), 7, 8, len(rows) - 8, *range(len(rows) - 7, len(rows))]
    first = "".join(rows[8][x] for x in columns[:8])
    first += rows[7][8] + "".join(rows[y][8] for y in range(5, -1, -1))
    second = "".join(rows[len(rows) - 1 - n][8] for n in range(7))
    second += "".join(rows[8][x] for x in range(len(rows) - 8, len(rows)))
    assert first == second
    return FORMATS.index(first)


def is_function(version: Version, y: int, x: int) -> bool:
    side = version.side
    finder = (y < 9 and x < 9) or (y < 9 and x >= side - 8) or (y >= side - 8 and x < 9)
    alignment = version.number > 1 and max(abs(y - side + 7), abs(x - side + 7)) <= 2
    return finder or alignment or 6 in (y, x)


def read(rows: list[str]) -> str:
    """Unmasks, walks the zigzag, takes the blocks apart and reads the bytes."""
    version = next(each for each in VERSIONS if each.side == len(rows))
    mask = MASKS[mask_of(rows)]
    bits, up, x = "", True, version.side - 1
    while x > 0:
        x -= x == 6
        for y in reversed(range(version.side)) if up else range(version.side):
            for column in (x, x - 1):
                if not is_function(version, y, column):
                    bits += str(int(rows[y][column]) ^ mask(y, column))
        up, x = not up, x - 2
    words = [int(bits[at : at + 8], 2) for at in range(0, len(bits) - 7, 8)]
    data = words[: version.blocks * version.data]
    ordered = [word for block in range(version.blocks) for word in data[block :: version.blocks]]
    stream = "".join(f"{word:08b}" for word in ordered)
    assert stream[:4] == "0100", "bytes"
    length = int(stream[4:12], 2)
    return bytes(int(stream[at : at + 8], 2) for at in range(12, 12 + 8 * length, 8)).decode()


@pytest.mark.parametrize("text", ["a", LINK, "Καλημέρα", *("x" * v.capacity for v in VERSIONS)])
def test_what_was_written_is_read(text: str) -> None:
    assert read(qr_rows(text)) == text


@pytest.mark.parametrize("version", VERSIONS, ids=lambda v: str(v.number))
def test_every_block_with_its_check_is_a_word_of_the_code(version: Version) -> None:
    """Reed and Solomon: such a polynomial is zero at the first powers of two."""
    words = interleaved(b"y" * version.capacity, version)
    size = version.blocks * version.data
    for block in range(version.blocks):
        polynomial = [
            *words[:size][block :: version.blocks],
            *words[size:][block :: version.blocks],
        ]
        for root in range(version.check):
            assert value_at(polynomial, power(2, root)) == 0


def times(a: int, b: int) -> int:
    product = 0
    while b:
        product ^= a if b & 1 else 0
        a, b = (a << 1) ^ (0x11D if a & 0x80 else 0), b >> 1
    return product


def power(base: int, exponent: int) -> int:
    value = 1
    for _ in range(exponent):
        value = times(value, base)
    return value


def value_at(polynomial: list[int], x: int) -> int:
    value = 0
    for coefficient in polynomial:
        value = times(value, x) ^ coefficient
    return value


def test_finders_stand_in_three_corners_and_timing_between_them() -> None:
    rows = qr_rows(LINK)
    finder = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"]
    assert [row[:7] for row in rows[:7]] == finder
    assert [row[-7:] for row in rows[:7]] == finder
    assert [row[:7] for row in rows[-7:]] == finder
    assert rows[6][8:-8] == "10" * ((len(rows) - 17) // 2) + "1"
    assert rows[len(rows) - 8][8] == "1"


def test_a_text_that_is_too_long_is_refused() -> None:
    with pytest.raises(ValueError, match="too long"):
        qr_rows("x" * 107)


def test_the_path_keeps_a_white_border() -> None:
    path, side = qr_path("a")
    assert side == VERSIONS[0].side + 2 * QUIET
    assert path.startswith(f"M{QUIET} {QUIET}h7v1h-7z")
