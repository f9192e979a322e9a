"""The needs analysis asks nothing in vain: every name is known, every question can be met, and
every way through it ends with enough to make a path."""

from collections.abc import Iterator
from itertools import product
from typing import Any

from content.asking import Asking
from content.checker.shown import Shown
from content.finding import Finding
from content.loader import Loaded
from content.plain_yaml import Location
from content.schema import questionnaire as written
from learning.course.words import Words
from learning.needs.answers import Answers
from learning.needs.asking import asked
from learning.needs.questionnaire import Grid, Number, Question, ShortText, Single, Use
from learning.needs.questionnaire import Several as SeveralOf

Placed = tuple[Any, Location]


def _questions(asking: Asking) -> Iterator[Placed]:
    for number, block in enumerate(asking.document.content.blocks):
        for position, question in enumerate(block.questions):
            yield question, ("blocks", number, "questions", position)


def repeated_ids(loaded: Loaded) -> Iterator[Finding]:
    """Questions share one space; the options of each, and its rows, are told apart."""
    if loaded.asking is None:
        return
    document = loaded.asking.document
    seen: set[str] = set()
    for question, at in _questions(loaded.asking):
        if question.id in seen:
            yield document.finding(f"the id {question.id} is used twice: choose another", *at, "id")
        seen.add(question.id)
        for name in ("options", "bands", "rows", "categories"):
            ids: set[str] = set()
            for position, part in enumerate(getattr(question, name, ())):
                if part.id in ids:
                    message = f"the id {part.id} is used twice: choose another"
                    yield document.finding(message, *at, name, position, "id")
                ids.add(part.id)


def unknown_names(loaded: Loaded) -> Iterator[Finding]:
    """Scales, competences, units and the block that is asked again."""
    if loaded.asking is None:
        return
    document, course = loaded.asking.document, loaded.course
    content = document.content
    scales = {scale.id for scale in content.scales}
    units = {subunit.id for subunit in course.subunits()}
    if content.again not in {block.id for block in content.blocks}:
        yield document.finding(f"{content.again} is not one of the blocks", "again")
    for question, at in _questions(loaded.asking):
        for key in ("scale", "often", "hard"):
            name = getattr(question, key, None)
            if name is not None and name not in scales:
                yield document.finding(f"{name} is not one of the scales", *at, key)
        competence = getattr(question, "competence", None)
        if competence is not None and competence not in course.competences:
            message = f"{competence} is not one of the competences of the course"
            yield document.finding(message, *at, "competence")
        for number, row in enumerate(getattr(question, "rows", ())):
            for position, unit in enumerate(row.units):
                if unit not in units:
                    message = f"{unit} is not one of the subunits"
                    yield document.finding(message, *at, "rows", number, "units", position)


def unequal_abilities(loaded: Loaded) -> Iterator[Finding]:
    """Every competence of the course is asked for once, or the path would pass it over."""
    if loaded.asking is None:
        return
    document = loaded.asking.document
    said = [getattr(question, "competence", None) for question, _ in _questions(loaded.asking)]
    for competence in loaded.course.competences:
        if said.count(competence) != 1:
            message = f"{competence} is asked for {said.count(competence)} times: ask for it once"
            yield document.finding(message, "blocks")


def unmet_conditions(loaded: Loaded) -> Iterator[Finding]:
    """A condition is about an earlier question, and about options that it has."""
    if loaded.asking is None:
        return
    document = loaded.asking.document
    earlier: dict[str, set[str]] = {}
    for question, at in _questions(loaded.asking):
        for number, condition in enumerate(question.when):
            where = (*at, "when", number)
            known = earlier.get(condition.question)
            if known is None:
                message = f"{condition.question} is no choice that is asked before"
                yield document.finding(message, *where, "question")
                continue
            for position, option in enumerate(condition.options):
                if option not in known:
                    message = f"{option} is no option of {condition.question}"
                    yield document.finding(message, *where, "options", position)
        choices = getattr(question, "options", None) or getattr(question, "bands", None)
        if choices:
            earlier[question.id] = {choice.id for choice in choices}


def dead_questions(loaded: Loaded) -> Iterator[Finding]:
    """Goes every way through the questionnaire that its conditions tell apart."""
    if loaded.asking is None:
        return
    document, questionnaire = loaded.asking.document, loaded.asking.questionnaire
    met: set[str] = set()
    for answers in _ways(loaded.asking):
        way = asked(questionnaire, answers)
        met |= {question.id for question in way}
        if not any(Use.PATH in question.uses for question in way):
            said = ", ".join(f"{question} {picked[0]}" for question, picked in answers.items())
            message = f"after {said} nothing is asked that makes a path: change a condition"
            yield document.finding(message, "blocks")
    for question, at in _questions(loaded.asking):
        if question.id not in met:
            message = f"no answers lead to {question.id}: change its conditions"
            yield document.finding(message, *at, "when")


def _ways(asking: Asking) -> Iterator[Answers]:
    """One way for every combination of answers that a condition asks about."""
    about = {
        condition.question
        for question in asking.questionnaire.questions()
        for condition in question.when
    }
    choices = {
        question.id: _ids(question)
        for question in asking.questionnaire.questions()
        if question.id in about
    }
    for picked in product(*choices.values()):
        yield {question: (option,) for question, option in zip(choices, picked, strict=True)}


def _ids(question: Question) -> tuple[str, ...]:
    match question:
        case Single() | SeveralOf():
            return tuple(option.id for option in question.options)
        case Number():
            return tuple(band.id for band in question.bands)
        case _:
            return ()


def disordered_bands(loaded: Loaded) -> Iterator[Finding]:
    if loaded.asking is None:
        return
    for question, at in _questions(loaded.asking):
        if not isinstance(question, written.Number):
            continue
        least = [band.least for band in question.bands]
        if least[0] != 0 or least != sorted(set(least)):
            message = "the bands must begin at 0 and rise: put them in order"
            yield loaded.asking.document.finding(message, *at, "bands")


def asking_texts(asking: Asking) -> Iterator[Shown]:
    """Which texts of the questionnaire stand together in one message."""
    questionnaire = asking.questionnaire
    blocks = enumerate(questionnaire.blocks)
    for number, block in blocks:
        yield Shown("the title", ("blocks", number, "title"), (block.title,), 100)
        for position, question in enumerate(block.questions):
            at = ("blocks", number, "questions", position)
            offered = _offered(question)
            together = (question.prompt, *offered)
            yield Shown("the question with its answers", (*at, "prompt"), together, 700)
            for text in offered if not isinstance(question, Grid) else ():
                yield Shown("the answer", at, (text,), 40)
            if isinstance(question, Grid):
                for place, row in enumerate(question.rows):
                    spot = (*at, "rows", place)
                    yield Shown("the situation", (*spot, "text"), (row.text,), 200)
                    yield Shown("the phrase", (*spot, "doing"), (row.doing,), 120)


def _offered(question: Question) -> tuple[Words, ...]:
    match question:
        case Single() | SeveralOf():
            return tuple(option.text for option in question.options)
        case Number():
            return tuple(band.text for band in question.bands)
        case ShortText():
            return tuple(category.text for category in question.categories)
        case _:
            return ()
