"""Terms of the course: one explained, several to choose from, and the list."""

from collections.abc import Iterable, Iterator

from bot.screens import buttons
from bot.screens.html import Html, bold, italic, paragraphs
from bot.screens.screen import Button, Row, Screen, in_rows, one_a_row, shortened
from bot.screens.sources import sources_listed
from bot.screens.view import View
from learning.glossary import outcomes as o
from learning.glossary.asks import ExplainTerm, ShowTerms
from learning.glossary.model import Term
from learning.lessons.grading import fold

ON_A_PAGE = 12


def term_screen(explained: o.TermExplained, view: View) -> Screen:
    term = view.curriculum.glossary.get(explained.term)
    if term is None:
        return terms_screen(o.TermsShown(0, gone=True), view)
    notes = term.notes_for(view.country)
    cited = (*term.sources, *(source for note in notes for source in note.sources))
    html = paragraphs(
        bold(view.name(term.name)),
        view.course(term.meaning),
        *(view.course(note.text) for note in notes),
        _in_the_course(term, view),
        sources_listed(view, {source.id: source for source in cited}.values()),
    )
    lesson = buttons.next_lesson(view) if explained.lesson_is_next else None
    return Screen(html, one_a_row(lesson, _all(view, term)))


def offered_screen(offered: o.TermsOffered, view: View) -> Screen:
    terms = [view.curriculum.glossary[id] for id in offered.terms if id in view.curriculum.glossary]
    if not terms:
        text = view.say("I do not know this word. Look through the list of terms.")
        return Screen(text, one_a_row(_all(view)))
    return Screen(view.say("Which one do you mean?"), one_a_row(*_buttons(terms, view), _all(view)))


def terms_screen(shown: o.TermsShown, view: View) -> Screen:
    """A page, in the order of the reader's alphabet."""
    terms = _in_order(view)
    last = max(0, (len(terms) - 1) // ON_A_PAGE)
    page = min(max(shown.page, 0), last)
    here = terms[page * ON_A_PAGE : (page + 1) * ON_A_PAGE]
    html = paragraphs(
        view.say("That term is no longer there. These are:") if shown.gone else None,
        bold(view.say("Terms of the course")),
        f"{_letter(here[0], view)} – {_letter(here[-1], view)}" if last else None,
        view.say("Page {page} of {pages}", page=page + 1, pages=last + 1) if last else None,
    )
    rows = (*in_rows(list(_buttons(here, view)), 2), *_turning(page, last, view))
    return Screen(html, rows)


def _in_the_course(term: Term, view: View) -> Html | None:
    title = view.title_of(term.lesson)
    return view.say("In the course: lesson {title}", title=italic(title)) if title else None


def _in_order(view: View) -> list[Term]:
    return sorted(view.curriculum.glossary.values(), key=lambda term: _sorted_by(term, view))


def _sorted_by(term: Term, view: View) -> str:
    return fold(view.plain(term.name))


def _letter(term: Term, view: View) -> str:
    return _sorted_by(term, view)[:1].upper()


def _buttons(terms: Iterable[Term], view: View) -> Iterator[Button]:
    return (Button(shortened(view.plain(it.name)), ExplainTerm(it.id)) for it in terms)


def _turning(page: int, last: int, view: View) -> tuple[Row, ...]:
    back = Button(view.label("Back"), ShowTerms(page - 1)) if page > 0 else None
    on = Button(view.label("More terms"), ShowTerms(page + 1)) if page < last else None
    row = tuple(button for button in (back, on) if button)
    return (row,) if row else ()


def _all(view: View, term: Term | None = None) -> Button:
    """The list, at the page of `term`."""
    place = _in_order(view).index(term) if term else 0
    return Button(view.label("All terms"), ShowTerms(place // ON_A_PAGE))
