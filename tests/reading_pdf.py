"""Reading a PDF as its holder does: the words on it, and the square with a phone's camera."""

import pypdfium2
import zxingcpp

SCALE = 3  # pixels a point, about what a camera sees


def words_of(pdf: bytes) -> str:
    """The text of all pages."""
    pages = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_bounded() for page in pages)


def square_on(pdf: bytes) -> str:
    """What the QR code on the first page holds."""
    bitmap = pypdfium2.PdfDocument(pdf)[0].render(scale=SCALE, grayscale=True)
    shape = (bitmap.height, bitmap.stride)
    pixels = memoryview(bytes(bitmap.buffer)).cast("B", shape=shape)
    [found] = zxingcpp.read_barcodes(pixels)
    return found.text
