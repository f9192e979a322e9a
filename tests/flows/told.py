"""What a person ought to read when something is the case, in their own language."""

import html
import re
from typing import Any

from bot.screens.table import word
from bot.screens.view import View
from tests.flows.phone import Phone
from tests.flows.world import World

_TAG = re.compile(r"<[^>]+>")


async def told(world: World, phone: Phone, outcome: Any) -> str:
    """The text of the outcome's screen, as a phone shows it: without its markup."""
    reader = await world.app.answered.reader(phone.id)
    assert reader is not None
    view = View(
        language=reader.language,
        zone=reader.zone,
        now=await world.now(),
        curriculum=world.app.core.curriculum,
        country=reader.country,
    )
    return html.unescape(_TAG.sub("", word(outcome, view).html))
