"""What stands below the picture of the abilities fits, with the course's own longest words."""

import html
import re
from datetime import UTC, datetime
from itertools import product
from pathlib import Path

import pytest

from bot.screens.needs_path import answers_sent_screen
from bot.screens.view import View
from content.compiler import compile_course
from content.loader import load
from learning.account.languages import LANGUAGES
from learning.course.curriculum import Curriculum
from learning.needs.answers import Wave
from learning.needs.model import Mode
from learning.needs.outcomes import Ability, AnswersSent, PathStep, Reason
from learning.needs.questionnaire import Grid

ROOT = Path(__file__).parents[2] / "content"
ALLOWED = 1024  # characters that are seen
LEVELS = ((2,) * 9, (1, 2, 3, 4, 5, 1, 2, 3, 4), (1, 5, 1, 5, 1, 5, 1, 5, 1), (None,) * 9)


def seen(text: str) -> int:
    return len(html.unescape(re.sub("<[^>]*>", "", text)))


def longest_steps(curriculum: Curriculum, language: str) -> tuple[PathStep, ...]:
    """Each unit with the longest reason that it can have; the longest first."""
    questionnaire = curriculum.needs.get(curriculum.needs.today or "")
    assert questionnaire is not None
    rows = [row for it in questionnaire.questions() if isinstance(it, Grid) for row in it.rows]
    names = curriculum.course.competences
    widest = max(names, key=lambda each: len(names[each].for_reader(language)))
    titles = {it.id: len(it.title.for_reader(language)) for it in curriculum.course.subunits()}
    found: dict[str, tuple[int, PathStep]] = {}
    for row in rows:
        for unit in row.units:
            size = titles[unit] + len(row.doing.for_reader(language))
            step = PathStep(unit, done=False, reason=Reason(widest, 2, row.id, 2))
            found[unit] = max(found.get(unit, (0, step)), (size, step), key=lambda each: each[0])
    return tuple(step for _, step in sorted(found.values(), key=lambda each: -each[0]))


@pytest.fixture(scope="module")
def curriculum() -> Curriculum:
    return compile_course(load(ROOT)).curriculum


@pytest.mark.parametrize(("language", "mode"), [*product(LANGUAGES, Mode)])
def test_the_longest_reasons_fit_below_the_picture(
    curriculum: Curriculum, language: str, mode: Mode
) -> None:
    view = View(language, "Europe/Athens", datetime(2026, 11, 22, tzinfo=UTC), curriculum)
    steps = longest_steps(curriculum, language)
    kept = tuple(step.unit for step in steps[:3])
    for levels in LEVELS:
        said = zip(curriculum.course.competences, levels, strict=True)
        abilities = tuple(Ability(competence, level) for competence, level in said)
        sent = AnswersSent(
            mode, Wave.BEFORE, curriculum.needs.today or "", abilities, steps, 0, kept
        )
        screen = answers_sent_screen(sent, view)
        assert screen.drawing is not None
        assert seen(screen.html) <= ALLOWED
