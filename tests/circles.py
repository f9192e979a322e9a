"""The circle of mentoring as tests need it: two phases, one question each."""

from learning.course.words import Words
from learning.mentoring.cycle import (
    Choice,
    Cycle,
    Cycles,
    Grow,
    Phase,
    Question,
    Shadowing,
    Silence,
    Step,
    StepPart,
    Terms,
)


def _words(name: str) -> Words:
    return Words({"en": f"{name} & <more>", "el": f"{name} ελληνικά", "es": f"{name} en español"})


def _choices(*ids: str) -> tuple[Choice, ...]:
    return tuple(Choice(id, _words(id)) for id in ids)


def _phase(id: str) -> Phase:
    asked = (Question(f"{id}-q", _words("What?"), Grow.REALITY),)
    return Phase(id, _words(id), _words("Aim"), 6, _words("Statement"), asked, asked)


CIRCLE = Cycle(
    id="circle",
    title=_words("Circle"),
    steps=tuple(
        StepPart(
            step,
            _words(step),
            _words(f"About {step}"),
            step is not Step.MATCHING,
            None,
            (),
            (_phase("rapport"), _phase("winding-down")) if step is Step.MENTORING else (),
        )
        for step in Step
    ),
    terms=Terms(
        3,
        (2, 4),
        (30, 60),
        _choices("person", "phone"),
        _choices("between"),
        _choices("any-time"),
    ),
    rating=_choices("1", "2", "3", "4", "5"),
    fit=_choices("good", "deciding", "not"),
    silence=Silence(7, 14, 42, 84),
    divergence=2,
    fit_days=60,
    evaluation=_choices("open", "goals"),
    card=_choices("situation", "did"),
    shadowing=Shadowing(
        phases=("rapport",),
        then="winding-down",
        slots=3,
        minutes=120,
        guide="job-shadowing",
        bring=_choices("question"),
        rules=_choices("client", "notes"),
        observations=_choices("saw", "surprised"),
        guest=_choices("changed"),
        host=_choices("watched"),
        trying=Choice("will-try", _words("will-try")),
    ),
)
CIRCLES = Cycles("circle-hash", {"circle-hash": CIRCLE})
