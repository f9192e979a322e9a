"""What came of the answers: the picture of the abilities, and the path with its reasons."""

from bot.screens import buttons
from bot.screens.drawing import AbilitiesDrawing, AbilityBar
from bot.screens.html import Html, bold, italic, lines, paragraphs
from bot.screens.screen import Button, Screen, in_rows, one_a_row
from bot.screens.view import View
from learning.needs import outcomes as o
from learning.needs.answers import Wave
from learning.needs.asks import (
    BeginNeeds,
    PutFirst,
    ShowNeeds,
    ShowPath,
    TakeMyPath,
    TakeStandardPath,
)
from learning.needs.model import Mode
from learning.needs.questionnaire import Grid, Questionnaire, Row

CAPTION = 1024  # what Telegram allows below a picture; it does not count the tags, we do
TOLD, SHOWN = 6, 3  # reasons in the list of the path, and below the picture
NUMBERS_A_ROW = 6
SURE = 4  # of five: from here on it is no reason to begin with a unit


def answers_sent_screen(sent: o.AnswersSent, view: View) -> Screen:
    """The picture, the same in words, and what comes first."""
    if sent.wave is Wave.AFTER:
        return _after_screen(sent, view)
    head = bold(view.say("Thank you! This is what you said of yourself"))
    levels, ends = _in_words(sent.abilities, view), _in_short(sent.abilities, view)
    whole = paragraphs(head, levels, _comes_first(sent, SHOWN, view))
    for shown in range(SHOWN, 0, -1):
        if len(whole) <= CAPTION:
            break
        whole = paragraphs(head, ends, _comes_first(sent, shown, view))
    rows = one_a_row(Button(view.label("My path"), ShowPath()), buttons.next_lesson(view))
    return Screen(whole, rows, drawing=_drawing(sent.abilities, view))


def _comes_first(sent: o.AnswersSent, shown: int, view: View) -> Html:
    unlinked = sent.mode is Mode.UNLINKED
    return paragraphs(
        bold(
            view.say("This matters most for you")
            if unlinked
            else view.say("So this comes first for you")
        ),
        lines(*_steps(sent.steps[:shown], sent.definition, view)),
        _kept(sent, view),
    )


def _after_screen(sent: o.AnswersSent, view: View) -> Screen:
    head = bold(view.say("Before and after the course"))
    grown = [each for each in sent.abilities if (each.after or 0) > (each.before or 0) > 0]
    said = view.say_n(
        "You are surer now in {n} ability. To be less sure can be growth as well: who knows more "
        "sees more.",
        "You are surer now in {n} abilities. To be less sure can be growth as well: who knows "
        "more sees more.",
        len(grown),
    )
    whole = paragraphs(head, _in_words(sent.abilities, view), said)
    if len(whole) > CAPTION:
        whole = paragraphs(head, said)
    rows = one_a_row(buttons.progress(view), buttons.review(view))
    return Screen(whole, rows, drawing=_drawing(sent.abilities, view))


def _kept(sent: o.AnswersSent, view: View) -> Html:
    if sent.mode is Mode.UNLINKED:
        return view.say(
            "Your answers are stored without you, and I tell this only here. What I keep is where "
            "you begin: {units}. Part of it is drawn by lot, so that it gives no answer away; "
            "/path changes it.",
            units=Html(view.all_of([italic(_title(unit, view)) for unit in sent.kept])),
        )
    return view.say("It is no test: where you are unsure, the course has most to give.")


def path_shown_screen(shown: o.PathShown, view: View) -> Screen:
    left = [step for step in shown.steps if not step.done]
    html = paragraphs(
        bold(view.say("Your path") if shown.own else view.say("The standard path")),
        _moved(shown, view),
        _done(len(shown.steps) - len(left), view),
        *_listed(left, shown.definition if shown.own else None, view),
        view.say("Press a number to put that unit first.") if len(left) > 1 else None,
    )
    numbers = [
        Button(str(at), PutFirst(shown.revision, step.unit))
        for at, step in enumerate(left, start=1)
        if at > 1
    ]
    standard = Button(view.label("Take the standard path"), TakeStandardPath(shown.revision))
    mine = Button(view.label("Order by my answers"), TakeMyPath(shown.revision))
    anew = Button(view.label("Answer anew"), BeginNeeds(0, Wave.BEFORE))
    first = Button(view.label("Make a path of my own"), ShowNeeds())
    again = Button(view.label("The nine abilities again"), BeginNeeds(0, Wave.AFTER))
    rows = (
        *in_rows(numbers, NUMBERS_A_ROW),
        *one_a_row(
            buttons.next_lesson(view),
            again if shown.again else None,
            standard if shown.own else None,
            mine if shown.mine else None,
            anew if shown.definition else first,
        ),
    )
    return Screen(html, rows)


def _listed(left: list[o.PathStep], definition: str | None, view: View) -> tuple[Html, ...]:
    """Reasons for the first ones; the rest stands apart from them, by its titles. The standard
    path has none: it is not ordered by answers."""
    if definition is None:
        return (lines(*_titles(left, 1, view)),)
    first, rest = left[:TOLD], left[TOLD:]
    return (lines(*_steps(first, definition, view)), lines(*_titles(rest, TOLD + 1, view)))


def _moved(shown: o.PathShown, view: View) -> Html | None:
    title = _title(shown.moved, view) if shown.moved else None
    return view.say("{unit} comes first now.", unit=bold(title)) if title else None


def _done(done: int, view: View) -> Html | None:
    if not done:
        return None
    return view.say_n("{n} unit is done already.", "{n} units are done already.", done)


def _titles(steps: list[o.PathStep], first: int, view: View) -> list[Html]:
    return [Html(f"<b>{at}.</b> {_title(step.unit, view)}") for at, step in enumerate(steps, first)]


def _steps(
    steps: tuple[o.PathStep, ...] | list[o.PathStep], definition: str | None, view: View
) -> list[Html]:
    questionnaire = view.curriculum.needs.get(definition) if definition else None
    told: list[Html] = []
    for title, step in zip(_titles(list(steps), 1, view), steps, strict=True):
        why = _reason(step.reason, questionnaire, view) if step.reason and questionnaire else None
        told.append(lines(title, italic(why) if why else None))
    return told


def _title(unit: str, view: View) -> Html:
    every = {subunit.id: subunit.title for subunit in view.curriculum.course.subunits()}
    return view.name(every[unit]) if unit in every else Html(unit)


def _reason(reason: o.Reason, questionnaire: Questionnaire, view: View) -> Html | None:
    names = view.curriculum.course.competences
    row = _row(reason.situation, questionnaire)
    unsure = reason.confidence is not None and reason.confidence < SURE
    known = reason.competence in names if reason.competence else False
    ability = view.name(names[reason.competence]) if reason.competence and known else None
    doing = view.name(row[1].doing) if row else None
    often = _often(row[0], reason.often, questionnaire, view) if row else None
    if doing and often and ability and unsure:
        return view.say(
            "because {doing} {often} and said {level} of 5 for “{ability}”",
            doing=doing,
            often=often,
            level=reason.confidence,
            ability=ability,
        )
    if ability and unsure:
        return view.say(
            "because you said {level} of 5 for “{ability}”",
            level=reason.confidence,
            ability=ability,
        )
    return view.say("because {doing} {often}", doing=doing, often=often) if doing else None


def _row(id: str | None, questionnaire: Questionnaire) -> tuple[Grid, Row] | None:
    grids = (each for each in questionnaire.questions() if isinstance(each, Grid))
    return next(((grid, row) for grid in grids for row in grid.rows if row.id == id), None)


def _often(grid: Grid, step: int | None, questionnaire: Questionnaire, view: View) -> Html | None:
    steps = {each.id: each for each in questionnaire.scales[grid.often]}
    found = steps.get(str(step))
    return view.name(found.phrase or found.text) if found else None


def _in_words(abilities: tuple[o.Ability, ...], view: View) -> Html:
    return lines(*(_ability(each, view) for each in abilities))


def _in_short(abilities: tuple[o.Ability, ...], view: View) -> Html:
    """When the caption has no room for nine lines: the two ends."""
    said = [each for each in abilities if each.before is not None]
    levels = sorted({each.before or 0 for each in said})
    if not levels:
        return view.say("You skipped the abilities, and that is fine.")
    if len(levels) == 1:
        return view.say("All that you answered: {level} of 5.", level=levels[0])
    return lines(
        _those(said, levels[-1], view.say("Surest"), view),
        _those(said, levels[0], view.say("Least sure"), view),
    )


def _those(said: list[o.Ability], level: int, label: Html, view: View) -> Html:
    names = [_name(each.competence, view) for each in said if each.before == level]
    told = view.all_of(names[:4]) + ("…" if len(names) > 4 else "")
    return Html(f"{label} ({level}/5): {told}")


def _ability(ability: o.Ability, view: View) -> Html:
    before = f"{ability.before}/5" if ability.before else "–"
    level = f"{before} → {ability.after}/5" if ability.after else before
    return Html(f"{level} {_name(ability.competence, view)}")


def _name(competence: str, view: View) -> str:
    names = view.curriculum.course.competences
    return view.plain(names[competence]) if competence in names else competence


def _drawing(abilities: tuple[o.Ability, ...], view: View) -> AbilitiesDrawing:
    compared = any(each.after for each in abilities)
    return AbilitiesDrawing(
        language=view.language,
        title=view.label("The nine abilities"),
        alt=view.label("Nine abilities with boxes from 1 to 5; the text below says the same."),
        note=view.label("1 – not at all confident, 5 – very confident"),
        before=view.label("before") if compared else "",
        after=view.label("after") if compared else "",
        bars=tuple(
            AbilityBar(_name(each.competence, view), each.before, each.after) for each in abilities
        ),
    )
