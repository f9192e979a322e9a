"""The SCORM package in a real browser, beneath a platform that keeps strictly to SCORM 1.2.

test_package_on_scorm_again.py sets it beneath a runtime that others wrote.
"""

import json
import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from io import BytesIO
from urllib.parse import unquote
from zipfile import ZipFile

import pytest
import pytest_asyncio
from playwright.async_api import Browser, FrameLocator, Page, Route, expect

from bot.screens.package_labels import package_labels
from bot.screens.speech import Speech
from content.exchange.package import write_package
from tests.curricula import small

pytestmark = pytest.mark.asyncio(loop_scope="session")
ADDRESS = "http://platform.test"
PLATFORM = """<!doctype html><title>Platform</title><script>
const values = {"cmi.core.lesson_status": "not attempted", "cmi.suspend_data": "KEPT"};
const rules = {
  "cmi.core.lesson_status": /^(passed|completed|failed|incomplete|browsed)$/,
  "cmi.core.score.raw": /^(100|[0-9]{1,2})$/, "cmi.core.score.min": /^0$/,
  "cmi.core.score.max": /^100$/, "cmi.core.session_time": /^[0-9]{2}:[0-9]{2}:[0-9]{2}$/,
  "cmi.core.exit": /^(|suspend)$/, "cmi.suspend_data": /^.{0,4096}$/,
};
const faults = []; let open = false, finished = 0;
const need = (right, what) => { if (!right) faults.push(what); return right ? "true" : "false"; };
window.API = {
  LMSInitialize: (it) => { open = true; return need(it === "", "Initialize"); },
  LMSGetValue: (name) => {
    need(open && name in values, `get ${name}`);
    return values[name] ?? "";
  },
  LMSSetValue: (name, value) => {
    values[name] = value;
    return need(open && name in rules && rules[name].test(value), `set ${name} to ${value}`);
  },
  LMSCommit: (it) => need(open && it === "", "Commit"),
  LMSFinish: (it) => { finished += 1; open = false; return need(it === "", "Finish"); },
};
</script><iframe src="/ITEM.html" style="width: 100%; height: 90vh; border: 0"></iframe>"""


@pytest.fixture(scope="module")
def package() -> ZipFile:
    labels = package_labels(Speech("en"))
    written = write_package(small(), "en", labels, datetime(2026, 11, 30, tzinfo=UTC))
    return ZipFile(BytesIO(written))


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser, package: ZipFile) -> AsyncIterator[Page]:
    context = await browser.new_context()
    page = await context.new_page()
    kept = {"value": ""}

    async def answer(route: Route) -> None:
        path = route.request.url.removeprefix(ADDRESS + "/")
        if path.startswith("platform/"):
            _, item, text = path.split("/", 2)
            kept["value"] = json.dumps(unquote(text))
            body = PLATFORM.replace("ITEM", item).replace('"KEPT"', kept["value"])
            await route.fulfill(body=body, content_type="text/html")
        elif path in package.namelist():
            kind = {"html": "text/html", "css": "text/css", "js": "text/javascript"}
            await route.fulfill(body=package.read(path), content_type=kind[path.rpartition(".")[2]])
        else:
            await route.fulfill(status=404)

    await page.route("**/*", answer)
    yield page
    await context.close()


async def _begin(page: Page, item: str, kept: str = "") -> FrameLocator:
    await page.goto(f"{ADDRESS}/platform/{item}/{kept}")
    frame = page.frame_locator("iframe")
    await expect(frame.locator("h1")).to_be_visible()
    return frame


async def _answer(frame: FrameLocator, right: bool) -> None:
    """Fills in what stands there, from what the page itself knows."""
    await frame.locator("main").evaluate(
        """(main, right) => {
          const at = Number(main.querySelector(".place").textContent.split("/")[0]);
          const question = ITEM.questions[at - 1 - ITEM.cards.length];
          for (const it of main.querySelectorAll("[name=pick]")) {
            const { right: is } = question.options.find((option) => option.id === it.value);
            it.checked = right ? is : !is;
          }
          const places = [...main.querySelectorAll("select")];
          places.forEach((it, at) => {
            it.value = (right ? it : places[(at + 1) % places.length]).dataset.is;
          });
          const typed = { number: question.answer + (right ? 0 : 99), text: right ? question.accepted?.[0] : "?!x" };
          for (const it of main.querySelectorAll("[type=text]")) it.value = typed[question.kind];
        }""",  # noqa: E501
        right,
    )
    await frame.get_by_role("button", name="Done", exact=True).click()
    word = "That's right" if right else "Not quite yet"
    await expect(frame.get_by_role("status")).to_contain_text(word)
    await frame.get_by_role("button", name="Next", exact=True).click()


async def _walk(frame: FrameLocator, rights: list[bool]) -> None:
    while await frame.locator("fieldset").count() == 0:
        await frame.get_by_role("button", name="Next", exact=True).click()
    for right in rights:
        await _answer(frame, right)


async def _leave(page: Page) -> dict[str, str]:
    """What the platform kept, and nothing against the rules."""
    await page.locator("iframe").evaluate(
        "frame => frame.contentWindow.location.replace('about:blank')"
    )
    await page.wait_for_function("finished === 1")
    assert await page.evaluate("faults") == []
    kept: dict[str, str] = await page.evaluate("values")
    return kept


@pytest.mark.parametrize("lesson", sorted(small().lessons))
async def test_a_lesson_is_opened_answered_and_scored(page: Page, lesson: str) -> None:
    asked = len(small().lessons[lesson].questions)
    frame = await _begin(page, lesson)
    await _walk(frame, [True] * (asked - 1) + [False])
    await expect(frame.locator("h2")).to_have_text("Try this today")
    kept = await _leave(page)
    assert kept["cmi.core.lesson_status"] == "completed"
    assert kept["cmi.core.score.raw"] == str(round(100 * (asked - 1) / asked))


async def test_a_lesson_goes_on_where_it_was_left(page: Page) -> None:
    lesson = next(iter(small().lessons.values()))
    frame = await _begin(page, lesson.id)
    await frame.get_by_role("button", name="Next", exact=True).click()
    kept = await _leave(page)
    assert (kept["cmi.core.lesson_status"], kept["cmi.core.exit"]) == ("incomplete", "suspend")
    frame = await _begin(page, lesson.id, kept["cmi.suspend_data"])
    await expect(frame.locator(".place").first).to_have_text(re.compile("^2 /"))


async def test_a_scenario_is_played_to_its_end(page: Page) -> None:
    frame = await _begin(page, next(iter(small().scenarios)))
    for _ in range(20):
        if await frame.get_by_role("button", name="Play again").count():
            break
        choices = frame.locator(".choices button")
        if await choices.count():
            await choices.first.click()
        else:
            await frame.get_by_role("button", name="Go on").click()
    await expect(frame.get_by_text("The rule to remember")).to_be_visible()
    kept = await _leave(page)
    assert kept["cmi.core.lesson_status"] == "completed"
    assert "cmi.core.score.raw" not in kept


async def test_it_can_be_read_without_a_platform(page: Page) -> None:
    lesson = next(iter(small().lessons.values()))
    await page.goto(f"{ADDRESS}/{lesson.id}.html")
    await page.get_by_role("button", name="Next", exact=True).click()
    await expect(page.locator(".place").first).to_have_text(re.compile("^2 /"))
