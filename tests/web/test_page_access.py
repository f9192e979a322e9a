"""Colours that can be told apart, controls that the keyboard reaches, and no needless movement."""

from typing import Literal

import pytest
from playwright.async_api import Page, expect

from tests.web.conftest import NARROW, WIDE, Open, RunningSimulator, phone_on

pytestmark = pytest.mark.asyncio(loop_scope="session")

TEXT, EDGE = 4.5, 3.0  # WCAG 2.2: 1.4.3 and 1.4.11
# What is written in which colour on which ground.
WRITTEN = [
    *(("text", ground) for ground in ("surface", "page", "raised", "own", "theirs")),
    *(("soft", ground) for ground in ("surface", "raised", "own", "theirs")),
    *(("accent", ground) for ground in ("surface", "raised", "own", "theirs")),
    *(("on-accent", "accent"), ("on-key", "key"), ("danger", "surface"), ("surface", "danger")),
]
DRAWN = [("edge", "surface"), ("edge", "raised"), ("accent", "page"), ("accent", "wall")]
# Painted over the wall of the chat, because some colours let it shine through.
LUMINANCE = """name => {
    const board = document.createElement("canvas").getContext("2d");
    const style = getComputedStyle(document.documentElement);
    for (const one of ["wall", name]) {
        board.fillStyle = style.getPropertyValue(`--${one}`).trim();
        board.fillRect(0, 0, 1, 1);
    }
    const [r, g, b] = [...board.getImageData(0, 0, 1, 1).data].map(value => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}"""
FOCUSED = """() => {
    const it = document.activeElement;
    return [it.ariaLabel || it.innerText || it.labels?.[0]?.innerText || it.tagName,
        getComputedStyle(it).outlineStyle];
}"""


async def contrast(page: Page, one: str, other: str) -> float:
    """WCAG's ratio, from 1 to 21."""
    values = [await page.evaluate(LUMINANCE, name) for name in (one, other)]
    return float((max(values) + 0.05) / (min(values) + 0.05))


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_colours_can_be_told_apart(
    simulator: RunningSimulator, open_page: Open, scheme: Literal["light", "dark"]
) -> None:
    page = await open_page(await simulator.begin("Eyes"))
    await page.emulate_media(color_scheme=scheme)
    for pairs, least in ((WRITTEN, TEXT), (DRAWN, EDGE)):
        found = {pair: await contrast(page, *pair) for pair in pairs}
        assert {pair: ratio for pair, ratio in found.items() if ratio < least} == {}


async def test_the_tab_key_goes_through_a_phone_in_reading_order_with_a_ring_in_sight(
    simulator: RunningSimulator, open_page: Open
) -> None:
    phone = await simulator.begin("Keys")
    page = await open_page(phone, NARROW)
    await expect(phone_on(page, phone).get_by_text("Hello nobody")).to_be_visible()
    await phone_on(page, phone).get_by_role("button", name="Menu of Keys").focus()
    passed = []
    for _ in range(12):
        await page.keyboard.press("Tab")
        name, outline = await page.evaluate(FOCUSED)
        assert outline == "solid", name
        passed.append(name.splitlines()[0])
        if passed[-1] == "Send":
            break
    wanted = ["Messages", "Attach", "Write a message", "Commands", "Send"]
    assert [name for name in passed if name in wanted] == wanted


async def test_escape_closes_a_menu_and_gives_the_focus_back(
    simulator: RunningSimulator, open_page: Open
) -> None:
    phone = await simulator.begin("Escaper")
    screen = phone_on(await open_page(phone), phone)
    menu = screen.get_by_role("button", name="Menu of Escaper")
    await menu.press("Enter")
    await expect(screen.get_by_role("button", name="Open a link")).to_be_focused()
    await screen.page.keyboard.press("Escape")
    await expect(screen.get_by_role("button", name="Open a link")).to_be_hidden()
    await expect(menu).to_be_focused()
    await screen.get_by_role("button", name="Commands").press("Space")
    await expect(screen.locator(".commands button").first).to_be_focused()
    await screen.page.keyboard.press("Escape")
    await expect(screen.locator("textarea")).to_be_focused()


async def test_nothing_turns_for_who_wants_no_movement(
    simulator: RunningSimulator, open_page: Open
) -> None:
    page = await open_page(await simulator.begin("Still"))
    await page.emulate_media(reduced_motion="reduce")
    waiting = phone_on(page, await simulator.begin("Waiting"))
    await expect(waiting).to_have_count(1)
    await waiting.evaluate("""it => it.insertAdjacentHTML("beforeend",
        '<button class="key" aria-busy="true">x</button>')""")
    key = waiting.locator(".key[aria-busy]")
    name = await key.evaluate("it => getComputedStyle(it, '::after').animationName")
    assert name == "none"


async def test_three_phones_stand_side_by_side_on_a_desktop(
    simulator: RunningSimulator, open_page: Open
) -> None:
    phones = [await simulator.begin(name) for name in ("Ana", "Bia", "Cleo")]
    page = await open_page(phones[-1], WIDE)
    await page.locator("#tools-toggle").click()
    for phone in phones:
        await phone_on(page, phone).scroll_into_view_if_needed()
        box = await phone_on(page, phone).bounding_box()
        assert box
        assert box["width"] >= 320
    assert await page.evaluate("document.documentElement.scrollWidth") == WIDE["width"]
