"""A small questionnaire with one question of each kind, and rounds of random answers to it."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from random import Random

from learning.course.words import Words
from learning.needs.answers import HARD, OFTEN, SKIPPED, Answer, Answers, Response, place
from learning.needs.asking import kept
from learning.needs.questionnaire import (
    Band,
    Block,
    Condition,
    Grid,
    Number,
    Option,
    Question,
    Questionnaire,
    Row,
    Scale,
    Several,
    Single,
    Use,
)

NOTHING = Words({"en": "-"})
COUNTED = (Use.REPORT,)
SERVES = (Condition("contacts", ("c1", "c6")),)
STEPS = ("1", "2", "3", "4", "5")
DEPARTMENTS = ("Archive", "Bridges", "Citizens")


def _options(*ids: str, alone: str = "") -> tuple[Option, ...]:
    return tuple(Option(id, NOTHING, alone=id == alone) for id in ids)


CONTACTS = Number(
    "contacts",
    NOTHING,
    (Use.PROFILE, Use.REPORT),
    tuple(Band(id, NOTHING, least) for id, least in (("c0", 0), ("c1", 1), ("c6", 6))),
)
BRIDGE = Single("bridge", NOTHING, COUNTED, _options("app", "family"), when=SERVES)
TASKS = Several(
    "tasks", NOTHING, COUNTED, _options("forms", "visits", "none", alone="none"), when=SERVES
)
TRUST = Scale("trust", NOTHING, COUNTED, "confidence", "commitment", attitude=True)
CALM = Scale("calm", NOTHING, COUNTED, "confidence", "modesty-respect", attitude=True)
DESK = Grid(
    "desk",
    NOTHING,
    COUNTED,
    (Row("papers", NOTHING, NOTHING, ("forms",)),),
    "frequency",
    "difficulty",
    NOTHING,
    NOTHING,
    when=SERVES,
)


def questionnaire(*questions: Question) -> Questionnaire:
    """Its scales are asked again after the course."""
    again = tuple(question for question in questions if isinstance(question, Scale))
    others = tuple(question for question in questions if question not in again)
    blocks = (Block("others", NOTHING, others), Block("again", NOTHING, again))
    return Questionnaire("small", NOTHING, (1, 2), "again", {}, blocks)


def possible_answers(questions: tuple[Question, ...]) -> tuple[Answers, ...]:
    """Every way to answer, as far as the questions lead."""
    places = [at for question in questions for at in _places(question)]
    every = (
        dict(zip([at for at, _ in places], given, strict=True))
        for given in product(*(choices for _, choices in places))
    )
    found = {
        tuple(sorted(kept(questions, answers).items())): None
        for answers in every  # what is not asked cannot be answered
    }
    return tuple(map(dict, found))


def _places(question: Question) -> list[tuple[str, tuple[Answer, ...]]]:
    match question:
        case Single() | Number():
            choices = question.options if isinstance(question, Single) else question.bands
            return [(question.id, (SKIPPED, *((choice.id,) for choice in choices)))]
        case Scale():
            return [(question.id, (SKIPPED, *((step,) for step in STEPS)))]
        case Several():
            together = [o.id for o in question.options if not o.alone]
            pairs = tuple((one, *rest) for one, rest in _chains(together))
            alone = tuple((o.id,) for o in question.options if o.alone)
            return [(question.id, (SKIPPED, *pairs, *alone))]
        case Grid():
            steps = (SKIPPED, *((step,) for step in STEPS))
            return [
                (place(question.id, row.id, column), steps)
                for row in question.rows
                for column in (OFTEN, HARD)
            ]
        case _:
            return []


def _chains(ids: list[str]) -> list[tuple[str, tuple[str, ...]]]:
    """Every choice of at least one, as its first and the rest."""
    sets = [
        tuple(id for id, picked in zip(ids, bits, strict=True) if picked)
        for bits in product((True, False), repeat=len(ids))
    ]
    return [(chosen[0], chosen[1:]) for chosen in sets if chosen]


def said_again(people: Sequence[Response], scales: Sequence[str], seed: int) -> list[Response]:
    """After the course: some have erased everything, some were not asked, some skip an ability."""
    random = Random(seed)
    gone, asked = random.random() / 4, random.random()
    steps: tuple[Answer, ...] = (SKIPPED, *((step,) for step in STEPS))
    liked = [random.paretovariate(0.8) for _ in steps]
    return [
        replace(who, again={at: random.choices(steps, liked)[0] for at in scales})
        if random.random() < asked
        else who
        for who in people
        if random.random() >= gone
    ]


def random_round(
    questions: tuple[Question, ...], people: int, seed: int, definition: str = "d"
) -> tuple[Response, ...]:
    """People with habits: at each place some answers are common, some rare, as it is in life."""
    random = Random(seed)
    habits = [
        (at, choices, [random.paretovariate(0.8) for _ in choices])
        for question in questions
        for at, choices in _places(question)
    ]
    sizes = [random.paretovariate(1) for _ in DEPARTMENTS]
    return tuple(
        Response(
            kept(questions, {at: random.choices(to, liked)[0] for at, to, liked in habits}),
            definition,
            department=random.choices(DEPARTMENTS, sizes)[0],
        )
        for _ in range(people)
    )
