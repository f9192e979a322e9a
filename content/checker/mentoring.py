"""The circle of mentoring is whole: every step once and in order, its clocks in order, every name
known, and every text in every language."""

from collections import Counter
from collections.abc import Iterator

from content.checker.translations import faults_of, unused_in
from content.finding import Finding
from content.loader import Loaded
from content.plain_yaml import Location
from content.schema import mentoring as written
from learning.mentoring.cycle import Step

LONGEST = 300
"""Characters of a text of the circle, in every language: three fit into any message."""

Identified = written.Choice | written.Question | written.Phase


def disordered_circle(loaded: Loaded) -> Iterator[Finding]:
    """The steps are those of the circle; phases belong to mentoring; each clock is later."""
    if loaded.mentoring is None:
        return
    document = loaded.mentoring.document
    cycle = document.content
    if [step.id for step in cycle.steps] != list(Step):
        yield document.finding(f"the steps are {', '.join(Step)}, in this order", "steps")
    for number, step in enumerate(cycle.steps):
        if bool(step.phases) != (Step(step.id) is Step.MENTORING):
            yield document.finding("phases belong to the step mentoring alone", "steps", number)
        if step.published and step.source is None:
            message = "a published step names its source: write `source`"
            yield document.finding(message, "steps", number)
    silence = cycle.silence
    clocks = (silence.remind, silence.tell, silence.offer, silence.end)
    if list(clocks) != sorted(set(clocks)):
        yield document.finding("remind, tell, offer and end come one after the other", "silence")


def repeated_parts_of_circle(loaded: Loaded) -> Iterator[Finding]:
    """Phases and their questions share one space; choices are told apart list by list."""
    if loaded.mentoring is None:
        return
    document = loaded.mentoring.document
    for parts in _groups(document.content):
        counts = Counter(part.id for _, part in parts)
        for at, part in parts:
            if counts[part.id] > 1:
                yield document.finding(f"the id {part.id} is used twice: choose another", *at)


def unknown_artefacts(loaded: Loaded) -> Iterator[Finding]:
    if loaded.mentoring is None:
        return
    document = loaded.mentoring.document
    for number, step in enumerate(document.content.steps):
        for position, name in enumerate(step.artefacts):
            if name not in loaded.papers.resources:
                at = ("steps", number, "artefacts", position)
                yield document.finding(f"{name} is no resource: name one that is there", *at)


def unknown_parts_of_shadowing(loaded: Loaded) -> Iterator[Finding]:
    """A day of job shadowing is offered in phases that there are, and has its guidelines."""
    if loaded.mentoring is None:
        return
    document = loaded.mentoring.document
    day = document.content.shadowing
    phases = {phase.id for step in document.content.steps for phase in step.phases}
    for name in sorted({*day.phases, day.then} - phases):
        yield document.finding(f"{name} is no phase: name one that is there", "shadowing")
    if day.guide not in loaded.papers.resources:
        message = f"{day.guide} is no resource: name one that is there"
        yield document.finding(message, "shadowing", "guide")


def untranslated_circle(loaded: Loaded) -> Iterator[Finding]:
    if loaded.mentoring is None:
        return
    for catalogue in loaded.mentoring.catalogues:
        for text in loaded.mentoring.texts:
            yield from faults_of(catalogue, text)
        yield from unused_in(catalogue, loaded.mentoring.texts)
    for text in loaded.mentoring.texts:
        if max(map(len, text.words.every())) > LONGEST:
            message = f"{text.context} is too long in a language: cut it to {LONGEST} characters"
            yield Finding(text.path, text.line, message)


def _groups(cycle: written.Cycle) -> Iterator[list[tuple[Location, Identified]]]:
    asked: list[tuple[Location, Identified]] = []
    for number, step in enumerate(cycle.steps):
        for position, phase in enumerate(step.phases):
            at = ("steps", number, "phases", position)
            asked.append((at, phase))
            for name in ("questions", "talk"):
                questions = enumerate(getattr(phase, name))
                asked += [((*at, name, place), question) for place, question in questions]
    yield asked
    for name in ("channels", "confidentiality", "endings"):
        choices = enumerate(getattr(cycle.terms, name))
        yield [(("terms", name, place), choice) for place, choice in choices]
    day = cycle.shadowing
    for name in ("bring", "rules", "observations"):
        yield [(("shadowing", name, at), it) for at, it in enumerate(getattr(day, name))]
    for name in ("guest", "host"):
        asked_after = [(("shadowing", name, at), it) for at, it in enumerate(getattr(day, name))]
        yield [*asked_after, (("shadowing", "trying"), day.trying)]
    for name in ("rating", "fit", "evaluation", "card"):
        yield [((name, place), choice) for place, choice in enumerate(getattr(cycle, name))]


RULES = (
    disordered_circle,
    repeated_parts_of_circle,
    unknown_artefacts,
    unknown_parts_of_shadowing,
    untranslated_circle,
)
