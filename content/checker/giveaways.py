"""A right option is not known by its looks: neither by its length nor by its place.

Over all questions with options it is counted how often the longest one is right, and the first.
If looks say nothing, each question is a trial whose chance is the share of its right options, and
the count follows the Poisson binomial distribution (Y. H. Wang, On the number of successes in
independent trials, Statistica Sinica 3, 1993). A count in either tail of it is a finding: who
never sees the longest option win need only pass it over.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from content.document import Document
from content.finding import Finding
from content.loader import Loaded
from content.schema.lesson import Lesson as WrittenLesson
from learning.course.questions import Option, SeveralChoice, SingleChoice

UNLIKELY = 0.01  # for each tail; two looks in three languages make six tests
NAMED = 12  # questions in one finding

Look = Callable[[Sequence[Option], str], Option]


@dataclass(frozen=True, slots=True)
class Trial:
    """One question: where it stands, whether the option with the look is right, its chance."""

    where: str
    right: bool
    chance: float


def giveaways(loaded: Loaded) -> Iterator[Finding]:
    looks: dict[str, Look] = {"longest": _longest, "first": _first}
    for language in loaded.course.languages:
        for name, look in looks.items():
            trials = list(_trials(loaded, language, look))
            if fault := _fault(name, language, trials):
                yield loaded.files.outline.finding(fault)


def tails(successes: int, chances: Sequence[float]) -> tuple[float, float]:
    """The probability of at most, and of at least, so many successes in independent trials."""
    exactly = [1.0]
    for chance in chances:
        stays = [share * (1 - chance) for share in (*exactly, 0.0)]
        grows = [share * chance for share in (0.0, *exactly)]
        exactly = [a + b for a, b in zip(stays, grows, strict=True)]
    return sum(exactly[: successes + 1]), sum(exactly[successes:])


def _fault(name: str, language: str, trials: Sequence[Trial]) -> str | None:
    wins = sum(trial.right for trial in trials)
    chances = [trial.chance for trial in trials]
    seldom, often = tails(wins, chances)
    if min(seldom, often) >= UNLIKELY:
        return None
    many = often < seldom
    places = [trial.where for trial in trials if trial.right is many]
    further = f" and {len(places) - NAMED} more" if len(places) > NAMED else ""
    return (
        f"in {language} the {name} option is right in {wins} of {len(trials)} questions, by chance "
        f"in about {sum(chances):.0f} (p = {min(seldom, often):.1g}): "
        f"make it so {'less' if many else 'more'} often, as in {', '.join(places[:NAMED])}{further}"
    )


def _trials(loaded: Loaded, language: str, look: Look) -> Iterator[Trial]:
    for document in loaded.files.lessons:
        for number, question in enumerate(loaded.lessons[document.content.id].questions):
            if isinstance(question, SingleChoice | SeveralChoice) and question.options:
                rights = sum(option.right for option in question.options)
                right = look(question.options, language).right
                yield Trial(_where(document, number), right, rights / len(question.options))


def _where(document: Document[WrittenLesson], number: int) -> str:
    found = document.finding("", "questions", number, "options")
    return f"{found.path}:{found.line}"


def _longest(options: Sequence[Option], language: str) -> Option:
    return max(options, key=lambda option: len(option.text.for_reader(language)))


def _first(options: Sequence[Option], language: str) -> Option:
    return options[0]
