"""Whether two people can be a pair, why, and how well they fit. Pure; every rule stands here.

Hard conditions: two people; a language that both offer; both agree to it where they belong to two
organisations. The pair's language is the mentee's own if the mentor has it, else the mentor's own,
else the first that they share.

Points, of 100 at most:

| why | points |
|---|---|
| competences that the mentee wishes to grow in and the mentor offers | 60, by their share |
| a field of work that both name | 15 |
| both belong to one organisation | 10 |
| the mentee's own language | 10 |
| different departments: nobody is mentored by whom they answer to | 5 |
"""

from collections.abc import Sequence
from dataclasses import dataclass

from learning.mentoring.matching.model import Entry
from learning.mentoring.matching.outcomes import Fit

COMPETENCES, SECTOR, ORGANISATION, OWN_LANGUAGE, DEPARTMENT = 60, 15, 10, 10, 5
MOST_POINTS = COMPETENCES + SECTOR + ORGANISATION + OWN_LANGUAGE + DEPARTMENT


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who offers or wishes. `language` is their own; `places` are a mentor's free ones;
    `organisation` is the name of the one they belong to."""

    entry: Entry
    language: str
    department: str | None = None
    places: int = 1
    organisation: str = ""


def fit_of(mentor: Candidate, mentee: Candidate) -> Fit | None:
    """None when they can't be a pair."""
    offers, wishes = mentor.entry, mentee.entry
    elsewhere = offers.organisation_id != wishes.organisation_id
    shared = _shared(wishes.languages, offers.languages)
    if offers.person_id == wishes.person_id or not shared:
        return None
    if elsewhere and not (offers.elsewhere and wishes.elsewhere):
        return None
    return Fit(
        language=_language(shared, mentor, mentee),
        competences=_shared(wishes.competences, offers.competences),
        wished=len(wishes.competences),
        sector=next(iter(_shared(wishes.sectors, offers.sectors)), None),
        own_language=mentee.language in shared,
        other_department=not elsewhere and mentor.department != mentee.department,
        elsewhere=elsewhere,
    )


def points(fit: Fit) -> int:
    """0 to MOST_POINTS."""
    return (
        (COMPETENCES * len(fit.competences) // fit.wished if fit.wished else 0)
        + SECTOR * (fit.sector is not None)
        + ORGANISATION * (not fit.elsewhere)
        + OWN_LANGUAGE * fit.own_language
        + DEPARTMENT * (fit.other_department or fit.elsewhere)
    )


def _language(shared: Sequence[str], mentor: Candidate, mentee: Candidate) -> str:
    own = (each for each in (mentee.language, mentor.language) if each in shared)
    return next(own, shared[0])


def _shared(first: Sequence[str], second: Sequence[str]) -> tuple[str, ...]:
    """In the order of the first."""
    return tuple(each for each in first if each in second)
