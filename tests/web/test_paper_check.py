"""The page that checks a printed certificate without us, in a real browser, from a file."""

from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest
import pytest_asyncio
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from playwright.async_api import Browser, Page, expect

from bot.cli.certificates import checking_page, verify
from learning.certificates.model import CertificateKind
from learning.certificates.statement import KEY_DIGITS, Statement, encoded, mark_of
from tests.web.conftest import NARROW

pytestmark = pytest.mark.asyncio(loop_scope="session")

NAME, SALT = "Ana  Pérez-Παππά", bytes(range(16))
PRIVATE, OTHER = (Ed25519PrivateKey.from_private_bytes(bytes([n]) * 32) for n in (1, 2))
KEY, ANOTHER = (encoded(key.public_key().public_bytes_raw()) for key in (PRIVATE, OTHER))


def square(signer: Ed25519PrivateKey = PRIVATE) -> str:
    """What the square on a paper holds."""
    statement = Statement(
        CertificateKind.COURSE, "qser", 386, date(2026, 11, 20), "0123456789ab", "abcdefghjk",
        encoded(SALT), mark_of(NAME, SALT), KEY[:KEY_DIGITS],
    )  # fmt: skip
    line = statement.line
    return f"https://learn.example.org/certificates/x#{line}.{encoded(signer.sign(line.encode()))}"


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser, tmp_path: Path) -> AsyncIterator[Page]:
    file = tmp_path / "check.html"
    file.write_text(checking_page([ANOTHER, KEY]), encoding="utf-8")
    context = await browser.new_context(locale="el-GR", viewport=NARROW, offline=True)
    page = await context.new_page()
    await page.goto(file.as_uri())
    yield page
    await context.close()


TRUE = square()
CASES = [
    (TRUE, NAME, "genuine"),
    (TRUE, "Ana Pérez-Παππά", "genuine"),  # spaces and composed letters do not matter
    (TRUE, "", "nameless"),
    (TRUE, "Eva Pérez-Παππά", "other_name"),
    (TRUE.replace(".386.", ".999."), NAME, "forged"),
    (TRUE.replace("2026-11-20", "2025-11-20"), NAME, "forged"),
    (square(OTHER), NAME, "forged"),
    ("QSER1.course", NAME, "nothing"),
]


@pytest.mark.parametrize(("text", "name", "said"), CASES)
async def test_the_page_tells_a_true_paper_from_a_forged_one(
    page: Page, text: str, name: str, said: str
) -> None:
    await page.fill("#text", text)
    await page.fill("#name", name)
    await page.click("form button")
    output = page.locator("output")
    await expect(output).to_have_attribute("data-said", said)
    assert verify(text, [KEY], name or None)[0] is (said in ("genuine", "nameless"))


async def test_it_speaks_three_languages_and_fits_a_phone(page: Page) -> None:
    assert await page.locator("html").get_attribute("lang") == "el"
    await page.get_by_role("button", name="Español").click()
    await expect(page.locator("h1")).to_contain_text("auténtico")
    await page.get_by_role("button", name="English").click()
    await expect(page.locator("h1")).to_contain_text("genuine")
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
