"""What an announcement's numbers tell, when it comes, and how it is formatted."""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram import MessageEntity

from bot.handlers.writing import written
from bot.screens.written import formatted
from learning.account.model import Organisation, Pause, PauseScope
from learning.announcements.counting import (
    STAGES,
    AudienceCount,
    Cells,
    compared,
    progress_groups,
    told,
)
from learning.announcements.model import Announcement, Audience, Dimension, Form, Timing, Version
from learning.announcements.outcomes import CountProblem
from learning.announcements.polls import answered, lacking, read_options
from learning.announcements.results import Missed, results, votes_told
from learning.announcements.timing import SharedHour, hour_of, read_moment, too_late
from learning.pushes.model import PushState, SkipReason
from learning.reports.model import FEWEST
from learning.written import Mark, Span

NOW = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)  # a Monday, nine in Athens
HERE = Organisation(1, "Egaleo", "gr", "Europe/Athens", "el")
ATHENS = ("Europe/Athens", time(9, 30))

# People by (stage, language).
People = dict[tuple[str, str], int]
LANGUAGES = ("el", "en", "es")
people = st.fixed_dictionaries(
    {(stage, language): st.integers(0, 40) for stage in STAGES for language in LANGUAGES}
)


def cells_of(people: People, named: tuple[str, ...]) -> tuple[Any, Any]:
    """Of the whole organisation: by stage, and by stage and named language."""
    stages: Counter[Any] = Counter()
    crossed: Counter[Any] = Counter()
    for (stage, language), number in people.items():
        if number:
            stages[(stage,)] += number
            row = (language if language in named else None,) if named else ()
            crossed[(stage, *row)] += number
    return stages, crossed


def asked(people: People, audience: Audience) -> Any:
    wanted = audience.wanted.get(Dimension.PROGRESS, STAGES)
    unwanted = audience.unwanted.get(Dimension.PROGRESS, ())
    languages = audience.wanted.get(Dimension.LANGUAGE, LANGUAGES)
    number = sum(
        count
        for (stage, language), count in people.items()
        if stage in wanted and stage not in unwanted and language in languages
    )
    named = audience.named(Dimension.LANGUAGE)
    return told(audience, AudienceCount(number, 1, 1), *cells_of(people, named)), number


def audiences(people: People) -> list[Audience]:
    """Every one that filters by progress, alone or with languages."""
    stages, _ = cells_of(people, ())
    groups = progress_groups(stages)
    some = [each for size in (1, 2) for each in combinations(groups, size)]
    chosen = [tuple(stage for group in each for stage in group) for each in some]
    languages = [(), ("el",), ("el", "en")]
    return [
        Audience({Dimension.PROGRESS: c, **({Dimension.LANGUAGE: named} if named else {})})
        for c in chosen
        for named in languages
    ]


@settings(deadline=None, max_examples=60)
@given(people)
def test_no_number_about_progress_tells_on_fewer_than_five(people: People) -> None:
    """Neither one number, nor the difference of two audiences one within the other."""
    shown = []
    for audience in audiences(people):
        answer, true = asked(people, audience)
        if answer.problem is None:
            assert true >= FEWEST
            assert answer.at_least
            assert answer.people <= true
            assert (answer.blocked, answer.opted_out) == (0, 0)
            shown.append((audience, answer.people, true))
    for (one, told_one, true_one), (other, told_other, true_other) in combinations(shown, 2):
        assert told_one == told_other or abs(told_one - told_other) >= FEWEST
        if _within(one, other):
            assert true_other - true_one == 0 or true_other - true_one >= FEWEST


def _within(one: Audience, other: Audience) -> bool:
    """Whether whoever is in `one` is in `other`, whatever people there are."""
    return all(
        set(one.wanted.get(d, every)) <= set(other.wanted.get(d, every))
        for d, every in ((Dimension.PROGRESS, STAGES), (Dimension.LANGUAGE, LANGUAGES))
    )


@settings(deadline=None, max_examples=60)
@given(people, st.sampled_from(STAGES), st.sampled_from(LANGUAGES))
def test_two_looks_in_a_row_never_differ_by_one_person(
    people: People, stage: str, language: str
) -> None:
    after = {**people, (stage, language): people[stage, language] + 1}
    for audience in audiences(people):
        (before, _), (then, _) = asked(people, audience), asked(after, audience)
        assert abs(before.people - then.people) in (0, *range(FEWEST, 200))


def test_with_a_department_or_language_ten_are_needed_in_every_cell() -> None:
    people: People = {("0", "el"): 12, ("3", "el"): 12, ("0", "es"): 12, ("3", "es"): 9}
    finished = Audience({Dimension.PROGRESS: ("1", "2", "3")})
    assert asked(people, finished)[0].people == 20
    greek = Audience({Dimension.PROGRESS: ("1", "2", "3"), Dimension.LANGUAGE: ("el",)})
    assert asked(people, greek)[0].problem is not None
    assert asked({**people, ("3", "es"): 10}, greek)[0].people == 10


@pytest.mark.parametrize(
    ("registered", "others", "people"),
    [(5, 5, 5), (12, 30, 10), (4, 30, None), (30, 4, None), (0, 30, None)],
)
def test_who_registered_is_told_in_tens_and_only_where_the_rest_is_large_enough(
    registered: int, others: int, people: int | None
) -> None:
    audience = Audience({Dimension.EVENT: ("r7",)})
    cells: Cells = {("0", "r7"): registered, ("3", None): others}
    stages: Cells = {("0",): registered, ("3",): others}
    answer = told(audience, AudienceCount(registered, 1, 1), stages, cells)
    assert (answer.people or None) == people
    assert answer.problem is (CountProblem.TOO_FEW if people is None else None)


def test_of_two_events_at_once_nothing_is_told() -> None:
    audience = Audience({Dimension.EVENT: ("r7",)}, {Dimension.EVENT: ("a8",)})
    cells: Cells = {("0", "a8"): 50, ("0", "r7"): 50, ("0", None): 50}
    assert told(audience, AudienceCount(50, 0, 0), {("0",): 150}, cells).problem


@pytest.mark.parametrize(
    ("at_step", "others", "people"), [(5, 5, 5), (23, 6, 20), (4, 30, None), (30, 4, None)]
)
def test_a_step_of_mentoring_is_told_in_tens_and_only_where_the_rest_is_large_enough(
    at_step: int, others: int, people: int | None
) -> None:
    audience = Audience({Dimension.MENTORING: ("matching",)})
    cells: Cells = {("0", "matching"): at_step, ("3", None): others}
    answer = told(audience, AudienceCount(at_step, 1, 1), {("0",): at_step + others}, cells)
    assert (answer.people or None) == people


def test_a_step_of_mentoring_with_a_department_needs_ten_in_every_cell() -> None:
    both = Audience({Dimension.DEPARTMENT: ("4",), Dimension.MENTORING: ("matching",)})
    cells: Cells = {
        ("0", department, step): 10 for department in ("4", None) for step in ("matching", None)
    }
    stages: Cells = {("0",): 40}
    count = AudienceCount(10, 0, 0)
    assert told(both, count, stages, cells).people == 10
    assert told(both, count, stages, {**cells, ("0", None, "matching"): 9}).problem


def test_who_registered_and_was_not_there_is_a_cell_of_its_own() -> None:
    audience = Audience({Dimension.EVENT: ("r7",)}, {Dimension.EVENT: ("a7",)})
    assert compared(audience) == {Dimension.EVENT: ["a7", "r7"]}
    cells: Cells = {("0", "a7"): 20, ("0", "r7"): 4, ("0", None): 50}
    assert told(audience, AudienceCount(4, 0, 0), {("0",): 74}, cells).problem


def test_without_progress_the_number_is_exact() -> None:
    answer = told(Audience(), AudienceCount(3, 1, 1))
    assert (answer.people, answer.blocked, answer.opted_out, answer.at_least) == (3, 1, 1, False)
    assert told(Audience(), AudienceCount(0, 0, 0)).problem is not None


def test_a_value_is_wanted_then_unwanted_then_nothing() -> None:
    one = Audience().turned(Dimension.LANGUAGE, "el")
    assert one.wanted == {Dimension.LANGUAGE: ("el",)}
    two = one.turned(Dimension.LANGUAGE, "el")
    assert (two.wanted, two.unwanted) == ({}, {Dimension.LANGUAGE: ("el",)})
    assert two.turned(Dimension.LANGUAGE, "el") == Audience()


TALLY = {
    (PushState.SENT, None): 7,
    (PushState.DUE, None): 2,
    (PushState.FAILED, "forbidden: bot was blocked by the user"): 1,
    (PushState.FAILED, "forbidden: user is deactivated"): 1,
    (PushState.SKIPPED, SkipReason.OPTED_OUT.value): 1,
    (PushState.SKIPPED, SkipReason.GONE.value): 1,
    (PushState.UNCERTAIN, None): 1,
}


def test_results_say_why_somebody_did_not_get_it_unless_that_would_tell() -> None:
    plain = results(TALLY, guarded=False)
    assert (plain.sent, plain.to_go, plain.uncertain) == (7, 2, 1)
    assert plain.missed == {Missed.BLOCKED: 1, Missed.DELETED: 1, Missed.OPTED_OUT: 1}
    guarded = results(TALLY, guarded=True)
    assert (guarded.sent, guarded.to_go, guarded.missed) == (5, 0, {})


def test_votes_are_told_from_five_on_and_small_groups_stand_together() -> None:
    assert votes_told({0: 3, 1: 1}, 2) == ()
    assert votes_told({0: 9, 1: 6}, 3) == (((0,), 9), ((1, 2), 6))
    assert votes_told({0: 9, 1: 2}, 3) == (((0, 1, 2), 11),)


def announcement(**fields: Any) -> Announcement:
    return Announcement(1, 1, 1, NOW, **fields)


@pytest.mark.parametrize(
    ("fields", "begun", "hours"),
    [
        ({}, NOW, 0),
        ({}, NOW + timedelta(hours=14), 22),  # eleven in the evening: seven the next day
        ({"urgent": True}, NOW + timedelta(hours=14), 14),
        ({"form": Form.DELETION}, NOW + timedelta(days=5), 120),  # silent, and not to wait
        ({"timing": Timing.LESSON_HOUR}, NOW, 0.5),
        ({"timing": Timing.LESSON_HOUR}, NOW + timedelta(hours=1), 24.5),
        ({}, NOW + timedelta(days=5), 166),  # on a Saturday: on Monday at seven
    ],
)
def test_it_is_due_within_the_hours_of_the_organisation(
    fields: dict[str, Any], begun: datetime, hours: float
) -> None:
    due = hour_of(announcement(**fields), HERE, *ATHENS, begun)
    assert due == NOW + timedelta(hours=hours)


def test_who_pauses_until_it_is_of_no_use_would_get_it_too_late() -> None:
    everything = Pause(PauseScope.EVERYTHING, date(2026, 11, 1), None)
    lessons = Pause(PauseScope.LESSONS, date(2026, 11, 1), None)
    shared_hours = [
        SharedHour(*ATHENS, pauses, n) for pauses, n in (((everything,), 3), ((lessons,), 4))
    ]
    assert too_late(announcement(), HERE, shared_hours, NOW) == 3


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("16:30", datetime(2026, 11, 23, 14, 30, tzinfo=UTC)),
        ("24.11. 9:00", datetime(2026, 11, 24, 7, 0, tzinfo=UTC)),
        ("3/1 9.05", datetime(2027, 1, 3, 7, 5, tzinfo=UTC)),
        ("2026-12-24  18:00", datetime(2026, 12, 24, 16, 0, tzinfo=UTC)),
        ("8:00", None),
        ("31.2. 9:00", None),
        ("24.11.2025 9:00", None),
        ("25:00", None),
        ("tomorrow", None),
        ("٩:٠٠", None),
    ],
)
def test_a_moment_is_read_by_the_clocks_of_the_organisation(
    text: str, moment: datetime | None
) -> None:
    assert read_moment(text, "Europe/Athens", NOW) == moment


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("- Yes\n• No\n\n", ("Yes", "No")),
        ("Yes", None),
        ("a\n" * 9, None),
        ("a\n" + "b" * 41, None),
    ],
)
def test_answers_of_a_poll_stand_one_a_line(text: str, options: tuple[str, ...] | None) -> None:
    assert read_options(text) == options


def test_a_poll_has_the_same_answers_in_each_language() -> None:
    three = {language: Version("When?") for language in ("en", "el", "es")}
    english = answered(three, "en", ("Morning", "Evening"))
    assert english
    assert lacking(english) == "el"
    assert answered(english, "el", ("Πρωί", "Μεσημέρι", "Βράδυ")) is None, "two are waited for"
    both = answered(english, "el", ("Πρωί", "Βράδυ"))
    assert both
    assert lacking(both) == "es"
    anew = answered(both, "en", ("Morning", "Noon", "Evening"))
    assert anew
    assert lacking(anew) == "el", "the others are asked for anew"
    assert answered(three, "fr", ("Matin", "Soir")) is None
    assert lacking(three) is None


def test_formatting_is_counted_in_characters_and_only_web_links_are_taken() -> None:
    entities = [
        MessageEntity("bold", 3, 4),
        MessageEntity("text_link", 8, 4, url="https://q-ser.org"),
        MessageEntity("text_link", 8, 4, url="tg://user?id=5"),
        MessageEntity("custom_emoji", 0, 2, custom_emoji_id="1"),
        MessageEntity("italic", 90, 4),
    ]
    text = written("👋 bold link", entities)
    assert text == "👋 bold link"
    assert text.spans == (
        Span(Mark.BOLD, 2, 6),
        Span(Mark.LINK, 7, 11, "https://q-ser.org"),
    )


def test_formatting_becomes_html_that_is_safe_and_nested() -> None:
    spans = (Span(Mark.BOLD, 0, 9), Span(Mark.ITALIC, 4, 6), Span(Mark.CODE, 7, 12))
    assert formatted("<a> & bcdefgh", spans) == (
        "<b>&lt;a&gt; <i>&amp; </i>b<code>cd</code></b>efgh"
    )
    link = (Span(Mark.LINK, 0, 4, 'https://x.org/?a="1"&b'),)
    assert formatted("here", link) == '<a href="https://x.org/?a=&quot;1&quot;&amp;b">here</a>'


spans = st.builds(Span, st.sampled_from(Mark), st.integers(0, 30), st.integers(0, 30))


@given(st.text(max_size=25), st.lists(spans, max_size=8))
def test_any_formatting_is_well_formed_and_keeps_the_text(text: str, spans: list[Span]) -> None:
    from tests.unit.test_screens_every_outcome import Shown

    shown = Shown(formatted(text.replace("\r", ""), spans))
    assert shown.text == text.replace("\r", "")
