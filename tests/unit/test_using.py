"""What sheets tell of how far they are used, look after look."""

import re
from itertools import pairwise
from random import Random
from typing import Any

import pytest

from bot.locales.catalogues import languages
from bot.screens.table import word
from bot.screens.view import View
from learning.account.asks import Leave
from learning.account.model import Role
from learning.organisations import asks
from learning.organisations.outcomes import Used
from learning.organisations.using import told
from learning.reports.model import FEWEST
from tests.curricula import small
from tests.unit.town import Town

CLEO = 2001


@pytest.mark.parametrize(
    ("used", "codes", "is_told"),
    [
        (0, 4, Used(0, 4)),
        (4, 4, Used(0, 4)),
        (0, 5, Used(0, 0)),
        (1, 5, Used(1, 4)),
        (5, 5, Used(5, 5)),
        (4, 25, Used(1, 24)),
        (5, 25, Used(5, 24)),
        (9, 25, Used(5, 24)),
        (20, 25, Used(20, 24)),
        (24, 25, Used(20, 24)),
        (8, 9, Used(1, 8)),
        (25, 25, Used(25, 25)),
    ],
)
def test_what_is_told(used: int, codes: int, is_told: Used) -> None:
    assert told(used, codes) == is_told


@pytest.mark.parametrize("codes", range(1, 41))
def test_no_number_and_no_step_between_two_looks_is_of_fewer_than_five(codes: int) -> None:
    looks = [told(used, codes) for used in range(codes + 1)]
    for used, look in enumerate(looks):
        assert look.least <= used <= look.most
        exact = look.least == look.most
        assert not exact or (used in (0, codes) and codes >= FEWEST)
        if look.least > 1:
            assert look.least >= FEWEST
            assert codes - look.least >= FEWEST or exact
    for before, after in pairwise(dict.fromkeys(look.least for look in looks if look.least != 1)):
        assert after - before >= FEWEST


def numbers(text: str) -> list[int]:
    """All but those of the name and the dates."""
    counts = [line for line in text.splitlines() if "," in line and "·" in line]
    return [int(n) for line in counts for n in re.findall(r"\d+", line.split("·")[0])]


@pytest.mark.parametrize("seed", range(12))
def test_looking_after_every_act_of_a_person_tells_on_nobody(seed: int) -> None:
    """People come, leave and are removed, codes expire and are revoked; Cleo looks each time."""
    random, town = Random(seed), Town()
    town.arrive(CLEO, town.code(town.organisation(), "cleo", role=Role.COORDINATOR, uses_left=1))
    size = random.choice((3, 5, 9, 25))
    draft = town.ask(asks.Invite(), CLEO).sheet
    asked = town.ask(asks.ChooseNumber(draft, size), CLEO)
    town.ask(asks.MakeSheet(draft, asked.revision, 30), CLEO)
    codes = [code.code for code in town.state.codes.values() if code.sheet == draft]
    came: list[int] = []
    seen: list[Used] = []

    def look() -> str:
        shown = town.ask(asks.ShowSheet(draft), CLEO)
        (listed,) = town.ask(asks.ShowSheets(), CLEO).sheets
        assert listed == shown.facts
        seen.append(shown.facts.used)
        for language in languages():
            view = View(language, "Europe/Athens", town.now, small())
            said = numbers(word(shown, view).html)
            assert all(n == size or (n >= FEWEST and size - n >= FEWEST) for n in said), said
        return repr((shown.facts.used, shown.facts.people))

    look()
    for who in range(3000, 3000 + 2 * size):
        before = look()
        act = random.random()
        if act < 0.7 and len(came) < size:
            town.arrive(who, codes[len(came)])
            came.append(who)
            look()
            continue
        if act < 0.8 and came:
            leaver = random.choice(came)
            town.ask(Leave(town.enrolment(leaver).standing), leaver)
        elif act < 0.9:
            found: Any = town.ask(asks.LookUpCode(random.choice(codes)), CLEO)
            town.ask(asks.RemoveMember(found.code, found.standing), CLEO)
            town.ask(asks.RevokeCode(found.code), CLEO)
        else:
            town.go_to(random.choice((0, 40)))
        assert look() == before, "only coming can move the number"
    told_numbers = dict.fromkeys(look.least for look in seen if look.least > 1)
    assert all(after - before >= FEWEST for before, after in pairwise((0, *told_numbers)))
