"""What a person does in a chat, and what she sees of it."""

from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.web.conftest import Open, RunningSimulator, phone_on, say
from tests.web.talking_bot import DESCRIPTION, LONG_WORD, picture

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_an_empty_chat_describes_the_bot_and_begins_with_start(
    simulator: RunningSimulator, open_page: Open
) -> None:
    phone = await simulator.add_phone("Newcomer")
    screen = phone_on(await open_page(phone), phone)
    await expect(screen.get_by_text(DESCRIPTION)).to_be_visible()
    await screen.get_by_role("button", name="Start", exact=True).click()
    await expect(screen.get_by_text("Hello nobody")).to_be_visible()
    await expect(screen.get_by_text(DESCRIPTION)).to_have_count(0)


async def test_what_is_sent_appears_and_is_answered(
    simulator: RunningSimulator, open_page: Open
) -> None:
    phone = await simulator.begin("Writer")
    screen = phone_on(await open_page(phone), phone)
    await say(screen, "good morning")
    await expect(screen.locator(".own").last).to_contain_text("good morning")
    await expect(screen.get_by_text("You said: good morning")).to_be_in_viewport()
    await expect(screen.locator("textarea")).to_have_value("")


async def test_a_pressed_button_waits_and_the_edit_stays_in_its_place(
    simulator: RunningSimulator, open_page: Open
) -> None:
    phone = await simulator.begin("Presser")
    screen = phone_on(await open_page(phone), phone)
    bubbles = screen.locator(".message")
    await expect(bubbles).to_have_count(2)
    await screen.get_by_role("button", name="Edit", exact=True).click()
    await expect(bubbles.nth(1)).to_contain_text("Edited")
    await expect(bubbles).to_have_count(2)
    await expect(screen.get_by_role("button", name="Edit", exact=True)).to_be_focused()


async def test_an_answer_to_a_press_is_a_toast_or_an_alert(
    simulator: RunningSimulator, open_page: Open
) -> None:
    phone = await simulator.begin("Listener")
    screen = phone_on(await open_page(phone), phone)
    long_button = screen.get_by_role("button", name="A button with a long label")
    await long_button.click()
    await expect(long_button).to_have_attribute("aria-busy", "true")
    await expect(screen.get_by_role("status")).to_contain_text("Pressed toast")
    await expect(long_button).not_to_have_attribute("aria-busy", "true")
    await screen.get_by_role("button", name="Alert").click()
    await expect(screen.get_by_role("alertdialog")).to_contain_text("Pressed alert")
    await screen.get_by_role("button", name="OK").click()
    await expect(screen.get_by_role("alertdialog")).to_have_count(0)


async def test_formatting_is_shown_and_markup_in_words_stays_words(
    simulator: RunningSimulator, open_page: Open
) -> None:
    phone = await simulator.begin("Reader")
    page = await open_page(phone)
    screen = phone_on(page, phone)
    await say(screen, "html")
    await expect(screen.locator("strong", has_text="bold")).to_be_visible()
    await expect(screen.locator("code", has_text="code")).to_be_visible()
    await expect(screen.get_by_text("<script>")).to_be_visible()
    await screen.get_by_role("button", name="Hidden text").click()
    await expect(screen.locator(".veiled")).to_have_count(0)
    await say(screen, "<img src=x onerror=alert(1)>")
    await expect(screen.get_by_text("<img src=x").last).to_be_visible()
    await expect(screen.get_by_text(LONG_WORD)).to_be_visible()
    assert await page.evaluate("document.documentElement.scrollWidth") == 390


async def test_a_quiz_is_answered_once_and_then_explained(
    simulator: RunningSimulator, open_page: Open
) -> None:
    phone = await simulator.begin("Player")
    screen = phone_on(await open_page(phone), phone)
    await say(screen, "quiz")
    await screen.get_by_label("three").check()
    await screen.get_by_role("button", name="Vote").click()
    await expect(screen.get_by_text("Count your fingers.")).to_be_visible()
    await expect(screen.locator("li.mine")).to_contain_text("three ✗")
    await expect(screen.get_by_role("button", name="Vote")).to_have_count(0)


@pytest.mark.parametrize(
    ("kind", "name", "body", "shown"),
    [
        ("photo", "grey.png", picture(), ".own img"),
        ("document", "notes.txt", b"notes", ".own a[download]"),
        ("voice", "hello.ogg", b"OggS", ".own audio"),
        ("sticker", "smile.webp", picture(64, 64), ".own img.sticker"),
    ],
    ids=["photo", "document", "voice", "sticker"],
)
async def test_a_file_is_attached_and_received(
    simulator: RunningSimulator,
    open_page: Open,
    tmp_path: Path,
    kind: str,
    name: str,
    body: bytes,
    shown: str,
) -> None:
    (tmp_path / name).write_bytes(body)
    phone = await simulator.begin("Sender")
    screen = phone_on(await open_page(phone), phone)
    await screen.locator(f"input[data-kind='{kind}']").set_input_files(tmp_path / name)
    await expect(screen.get_by_text(name)).to_be_visible()
    await screen.get_by_role("button", name="Send", exact=True).click()
    await expect(screen.locator(shown)).to_be_visible()
    await expect(screen.get_by_text(f"Received: {kind}")).to_be_visible()


async def test_pictures_and_files_of_the_bot_can_be_seen_and_kept(
    simulator: RunningSimulator, open_page: Open
) -> None:
    phone = await simulator.begin("Collector")
    page = await open_page(phone)
    screen = phone_on(page, phone)
    await say(screen, "photo")
    image = screen.get_by_role("img", name="A grey picture")
    await expect(image).to_be_visible()
    await expect(image).to_have_js_property("naturalWidth", 640)
    await say(screen, "file")
    async with page.expect_download() as download:
        await screen.get_by_role("link", name="table.csv").click()
    assert (await download.value).suggested_filename == "table.csv"


async def test_a_deep_link_waits_for_start_and_hands_over_its_code(
    simulator: RunningSimulator, open_page: Open
) -> None:
    phone = await simulator.begin("Guest")
    screen = phone_on(await open_page(phone), phone)
    await screen.get_by_role("button", name="Invite").click()
    await screen.get_by_role("button", name="Start", exact=True).click()
    await expect(screen.get_by_text("Hello code-7")).to_be_visible()


async def test_a_reply_and_an_edit_reach_the_bot(
    simulator: RunningSimulator, open_page: Open
) -> None:
    phone = await simulator.begin("Editor")
    screen = phone_on(await open_page(phone), phone)
    await say(screen, "first")
    await expect(screen.get_by_text("You said: first")).to_be_visible()
    own = screen.locator(".own", has_text="first")
    await own.get_by_role("button", name="What to do").click()
    await screen.get_by_role("button", name="Reply", exact=True).click()
    await say(screen, "second")
    await expect(screen.get_by_text("You said: second (to first)")).to_be_visible()
    await own.first.get_by_role("button", name="What to do").click()
    await screen.get_by_role("button", name="Edit", exact=True).last.click()
    await expect(screen.locator("textarea")).to_have_value("first")
    await say(screen, "third")
    await expect(screen.get_by_text("You changed it to: third")).to_be_visible()
    await expect(screen.locator(".own", has_text="edited")).to_contain_text("third")


async def test_commands_are_listed_in_the_language_of_the_phone(
    simulator: RunningSimulator, open_page: Open
) -> None:
    phone = await simulator.begin("Ελένη", "el")
    screen = phone_on(await open_page(phone), phone)
    await screen.get_by_role("button", name="Commands").click()
    await expect(screen.get_by_role("button", name="/help Βοήθεια")).to_be_visible()
    await screen.locator("textarea").fill("/st")
    await expect(screen.get_by_role("button", name="/help")).to_have_count(0)
    await screen.get_by_role("button", name="/start Έναρξη").click()
    await expect(screen.get_by_text("Hello nobody")).to_have_count(2)


async def test_a_phone_speaks_the_language_of_its_owner_on_a_page_in_english(
    simulator: RunningSimulator, open_page: Open
) -> None:
    phone = await simulator.add_phone("Ιωάννα", "el")
    page = await open_page(phone)
    screen = phone_on(page, phone)
    await expect(screen.get_by_text("Τι μπορεί να κάνει αυτό το bot;")).to_be_visible()
    await screen.get_by_role("button", name="Έναρξη", exact=True).click()
    await expect(screen.get_by_placeholder("Γράψτε μήνυμα")).to_be_visible()
    await screen.get_by_role("button", name="Menu of Ιωάννα").click()
    await screen.get_by_role("button", name="Español").click()
    await expect(screen.get_by_placeholder("Escriba un mensaje")).to_be_visible()
    await page.set_viewport_size({"width": 320, "height": 700})
    box = screen.locator("textarea")
    assert await box.evaluate("it => it.scrollHeight <= it.clientHeight")


async def test_a_keyboard_in_place_of_letters_sends_its_words(
    simulator: RunningSimulator, open_page: Open
) -> None:
    phone = await simulator.begin("Tapper")
    screen = phone_on(await open_page(phone), phone)
    await say(screen, "keys")
    await expect(screen.get_by_placeholder("Yes or no?")).to_be_visible()
    await screen.get_by_role("button", name="Yes").click()
    await expect(screen.get_by_text("You said: Yes")).to_be_visible()


async def test_who_blocks_the_bot_can_come_back(
    simulator: RunningSimulator, open_page: Open
) -> None:
    phone = await simulator.begin("Leaver")
    screen = phone_on(await open_page(phone), phone)
    await screen.get_by_role("button", name="Menu of Leaver").click()
    await screen.get_by_role("button", name="Block the bot").click()
    await expect(screen.locator("textarea")).to_be_hidden()
    await screen.get_by_role("button", name="Unblock").click()
    await expect(screen.locator("textarea")).to_be_visible()
