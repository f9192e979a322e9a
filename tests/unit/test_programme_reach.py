"""What the command line tells of the programme's reach."""

from datetime import date

from bot.cli.reach import lines
from data.reports.programme_reach import ProgrammeReach


def test_small_numbers_stand_together_and_who_was_met_without_the_bot_apart() -> None:
    reach = ProgrammeReach(
        by_country={"GR": 20, "ES": 4, "IT": 3},
        by_channel={"poster": 22, None: 5},
        by_month={None: 17, date(2026, 11, 1): 10},
        met=300,
    )
    told = list(lines(reach))
    assert told[0].startswith("27 people of 11,000")
    assert "  GR: 20" in told
    assert "  ES, IT: 7" in told
    assert "  -: 5" in told
    assert "  2026-11: 10" in told
    assert told[-1].endswith("without the bot: 300.")


def test_of_fewer_than_five_nothing_is_told() -> None:
    told = list(lines(ProgrammeReach({"gr": 4}, {None: 4}, {None: 4}, met=0)))
    assert told == [
        "Fewer than 5 people so far.",
        "Apart from them, met at events without the bot: 0.",
    ]
