"""The SCORM package beneath a runtime that others wrote: scorm-again, as learning platforms use it.

`make browser` fetches it from npm; without npm these tests are skipped.
"""

from collections.abc import AsyncIterator
from pathlib import Path
from zipfile import ZipFile

import pytest
import pytest_asyncio
from playwright.async_api import Browser, FrameLocator, Page, Route, expect

from tests.curricula import small
from tests.web.test_package import _walk, package

__all__ = ["package"]  # the fixture

RUNTIME = Path("var/scorm-again/node_modules/scorm-again/dist/scorm12.js")
pytestmark = [
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.skipif(not RUNTIME.exists(), reason="scorm-again is not there: make browser"),
]
ADDRESS = "http://platform.test"
PLATFORM = """<!doctype html><title>Platform</title><script src="/scorm12.js"></script><script>
const runtime = new Scorm12API({ autocommit: false });
const faults = [];
window.API = Object.fromEntries(
  ["Initialize", "GetValue", "SetValue", "Commit", "Finish", "GetLastError", "GetErrorString"].map(
    (name) => [`LMS${name}`, (...given) => {
      const answer = runtime[`LMS${name}`](...given);
      const fault = String(runtime.LMSGetLastError());
      if (!name.startsWith("Get") && fault !== "0") faults.push([name, ...given, fault]);
      return answer;
    }]));
</script><iframe src="/ITEM.html" style="width: 100%; height: 90vh; border: 0"></iframe>"""
KINDS = {"html": "text/html", "css": "text/css", "js": "text/javascript"}


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser, package: ZipFile) -> AsyncIterator[Page]:
    context = await browser.new_context()
    page = await context.new_page()

    async def answer(route: Route) -> None:
        path = route.request.url.removeprefix(ADDRESS + "/")
        if path == RUNTIME.name:
            await route.fulfill(path=RUNTIME, content_type="text/javascript")
        elif path.startswith("platform/"):
            body = PLATFORM.replace("ITEM", path.removeprefix("platform/"))
            await route.fulfill(body=body, content_type="text/html")
        elif path in package.namelist():
            kind = KINDS[path.rpartition(".")[2]]
            await route.fulfill(body=package.read(path), content_type=kind)
        else:
            await route.fulfill(status=404)

    await page.route("**/*", answer)
    yield page
    await context.close()


async def opened(page: Page, item: str) -> FrameLocator:
    await page.goto(f"{ADDRESS}/platform/{item}")
    frame = page.frame_locator("iframe")
    await expect(frame.locator("h1")).to_be_visible()
    assert await page.evaluate("runtime.isInitialized()"), "the lesson found the platform"
    return frame


async def kept(page: Page) -> dict[str, str]:
    """What the runtime holds when the lesson has been left; it found no fault with it."""
    await page.locator("iframe").evaluate(
        "frame => frame.contentWindow.location.replace('about:blank')"
    )
    await page.wait_for_function("runtime.isTerminated()")
    assert await page.evaluate("faults") == []
    core: dict[str, str] = await page.evaluate(
        """(({ lesson_status, score }) => ({ lesson_status, score: score.raw }))(
          runtime.cmi.core)"""
    )
    return core


@pytest.mark.parametrize("lesson", sorted(small().lessons))
async def test_a_lesson_is_opened_completed_and_scored(page: Page, lesson: str) -> None:
    asked = len(small().lessons[lesson].questions)
    frame = await opened(page, lesson)
    await _walk(frame, [True] * (asked - 1) + [False])
    await expect(frame.locator("h2")).to_have_text("Try this today")
    core = await kept(page)
    assert core["lesson_status"] == "completed"
    assert core["score"] == str(round(100 * (asked - 1) / asked))


async def test_a_lesson_left_half_way_is_suspended(page: Page) -> None:
    frame = await opened(page, sorted(small().lessons)[0])
    await frame.get_by_role("button", name="Next", exact=True).click()
    core = await kept(page)
    assert core["lesson_status"] == "incomplete"
    assert await page.evaluate("runtime.cmi.suspend_data") != ""
