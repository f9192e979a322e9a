"""What somebody offers or wishes, field by field: who will see it stands beside the question."""

from bot.screens import matching_words as words
from bot.screens.html import Html, bold, lines, paragraphs
from bot.screens.screen import Button, Row, Screen, in_rows, one_a_row
from bot.screens.view import View
from learning.account.languages import LANGUAGES
from learning.mentoring.matching import outcomes as o
from learning.mentoring.matching.asks import (
    AskField,
    Enter,
    LeaveMatching,
    ShowEntry,
    ShowHub,
    TakeFromNeeds,
    TurnValue,
)
from learning.mentoring.matching.model import MOST_MENTEES, MOST_WISHED, NO, YES
from learning.mentoring.model import Side
from learning.talk.model import Focus, Prompt, Shown


def field_screen(asked: o.FieldAsked, names: words.Names | None, view: View) -> Screen:
    entry = asked.entry
    html = paragraphs(bold(_question(asked, view)), _explained(asked, names, view))
    at = entry.fields.index(asked.field) if asked.field in entry.fields else len(entry.fields)
    later = entry.fields[at + 1 :]
    onward = AskField(entry.side, later[0]) if later and not entry.entered else None
    next_one = Button(view.label("Go on"), onward or ShowEntry(entry.side))
    prompt = None
    if asked.field is o.Field.NAME:
        prompt = Shown(Focus(Prompt.PAIR_NAME, entry.id), 0)
    waits = asked.field is o.Field.NAME and not entry.named
    rows = (*_values(asked, view), *(() if waits else ((next_one,),)))
    return Screen(html, rows, prompt=prompt)


def _question(asked: o.FieldAsked, view: View) -> Html:
    mentor = asked.entry.side is Side.MENTOR
    match asked.field:
        case o.Field.CAPACITY:
            return view.say("How many people would you mentor at a time?")
        case o.Field.COMPETENCES if mentor:
            return view.say("Which abilities can you help others to grow in?")
        case o.Field.COMPETENCES:
            return view.say("What do you want to grow in? Choose up to three.")
        case o.Field.LANGUAGES:
            return view.say("In which languages could you talk?")
        case o.Field.SECTORS if mentor:
            return view.say("Which fields of work do you know?")
        case o.Field.SECTORS:
            return view.say("Which fields should your mentor know?")
        case o.Field.ELSEWHERE if mentor:
            return view.say("Would you mentor people of other organisations, too?")
        case o.Field.ELSEWHERE:
            return view.say("May your mentor come from another organisation?")
        case o.Field.AGAIN:
            return view.say("May you be proposed to somebody you were paired with before?")
        case o.Field.NAME:
            return view.say("By which name shall the others see you?")


def _explained(asked: o.FieldAsked, names: words.Names | None, view: View) -> Html | None:
    entry = asked.entry
    match asked.field:
        case o.Field.COMPETENCES if asked.needs:
            return view.say(
                "If you allow it, I take the three you were least sure of in the needs analysis: "
                "only which ones they are, none of your answers."
            )
        case o.Field.LANGUAGES:
            return view.say("A pair agrees on one language that both chose here.")
        case o.Field.SECTORS:
            return view.say("Nothing chosen means that any field will do.")
        case o.Field.ELSEWHERE if entry.side is Side.MENTOR:
            return view.say(
                "Then their coordinators, and the people you are proposed to, see your name, your "
                "organisation and what you offer."
            )
        case o.Field.ELSEWHERE:
            return view.say(
                "Then a mentor from elsewhere can be proposed to you. That mentor learns nothing "
                "about you before both have said yes."
            )
        case o.Field.AGAIN:
            return view.say("Only when both of you say yes here.")
        case o.Field.NAME:
            return _name_asked(asked, names, view)
        case _:
            return None


def _name_asked(asked: o.FieldAsked, names: words.Names | None, view: View) -> Html:
    name = (names or {}).get(asked.person)
    return paragraphs(
        view.say("Please type a name of at most 60 characters.") if asked.unreadable else None,
        view.say(
            "The coordinators of {organisation} see it, and whoever is proposed to you or becomes "
            "your partner. A first name is enough. It stays until you change it or are erased.",
            organisation=asked.entry.organisation,
        ),
        view.say("Until now you are seen as: {name}", name=name) if name else None,
        view.say("Type another one, or go on.") if name else view.say("Type it in one message."),
    )


def _values(asked: o.FieldAsked, view: View) -> tuple[Row, ...]:
    entry, course = asked.entry, view.curriculum.course
    match asked.field:
        case o.Field.CAPACITY:
            numbers = {str(n): view.number(n) for n in range(1, MOST_MENTEES + 1)}
            return _ticks(asked, numbers, (str(entry.capacity),), MOST_MENTEES)
        case o.Field.COMPETENCES:
            labels = {id: view.plain(each) for id, each in course.competences.items()}
            take = Button(view.label("Take them from my answers"), TakeFromNeeds(entry.revision))
            return (*(((take,),) if asked.needs else ()), *_ticks(asked, labels, entry.competences))
        case o.Field.LANGUAGES:
            labels = {id: view.own_name(id) for id in LANGUAGES}
            return _ticks(asked, labels, entry.languages, len(LANGUAGES))
        case o.Field.SECTORS:
            labels = {id: view.plain(each) for id, each in course.sectors.items()}
            return _ticks(asked, labels, entry.sectors)
        case o.Field.ELSEWHERE:
            return _yes_or_no(asked, entry.elsewhere, view)
        case o.Field.AGAIN:
            return _yes_or_no(asked, entry.again, view)
        case o.Field.NAME:
            return ()


def _yes_or_no(asked: o.FieldAsked, answer: bool, view: View) -> tuple[Row, ...]:
    labels = {YES: view.label("Yes"), NO: view.label("No")}
    return _ticks(asked, labels, (YES if answer else NO,), len(labels))


def _ticks(
    asked: o.FieldAsked, labels: dict[str, str], ticked: tuple[str, ...], width: int = 1
) -> tuple[Row, ...]:
    """Whoever has chosen as many as they may takes one away before another."""
    entry, field = asked.entry, asked.field
    wishes = entry.side is Side.MENTEE and field is o.Field.COMPETENCES
    full = wishes and len(ticked) >= MOST_WISHED
    shown = {id: label for id, label in labels.items() if id in ticked or not full}
    every = [
        Button(
            f"✓ {label}" if id in ticked else label,
            TurnValue(entry.side, entry.revision, field, id),
        )
        for id, label in shown.items()
    ]
    return in_rows(every, width)


def entry_screen(shown: o.EntryShown, names: words.Names | None, view: View) -> Screen:
    entry = shown.entry
    html = paragraphs(
        bold(_heading(shown, view)),
        lines(*(_line(field, entry, names, shown.person, view) for field in entry.fields)),
        _missing(entry, view),
        view.say(
            "A coordinator of {organisation} puts pairs together from time to time. Then you hear "
            "from me, and say yes or no.",
            organisation=entry.organisation,
        )
        if entry.entered
        else None,
    )
    return Screen(html, _entry_rows(entry, view))


def _heading(shown: o.EntryShown, view: View) -> Html:
    mentor = shown.entry.side is Side.MENTOR
    if shown.just:
        if mentor:
            return view.say("Thank you! You are in the register of mentors.")
        return view.say("Your wish is noted. Thank you!")
    return view.say("Your offer as a mentor") if mentor else view.say("Your wish for a mentor")


def _line(
    field: o.Field, entry: o.EntryFacts, names: words.Names | None, person: int, view: View
) -> Html:
    nothing = view.label("nothing yet")
    match field:
        case o.Field.CAPACITY:
            return view.say("People at a time: {number}", number=view.number(entry.capacity))
        case o.Field.COMPETENCES:
            abilities = words.competences(view, entry.competences) or nothing
            return view.say("Abilities: {abilities}", abilities=abilities)
        case o.Field.LANGUAGES:
            spoken = words.languages(view, entry.languages) or nothing
            return view.say("Languages: {languages}", languages=spoken)
        case o.Field.SECTORS:
            fields = words.sectors(view, entry.sectors) or view.label("any")
            return view.say("Fields of work: {sectors}", sectors=fields)
        case o.Field.ELSEWHERE:
            return view.say(
                "Other organisations, too: {answer}", answer=_yes(entry.elsewhere, view)
            )
        case o.Field.AGAIN:
            return view.say("A former partner again: {answer}", answer=_yes(entry.again, view))
        case o.Field.NAME:
            name = (names or {}).get(person) or nothing
            return view.say("Others see you as: {name}", name=name)


def _yes(value: bool, view: View) -> str:
    return view.label("yes") if value else view.label("no")


def _missing(entry: o.EntryFacts, view: View) -> Html | None:
    if entry.competences and entry.languages and entry.named:
        return None
    return view.say("I still need at least one ability, one language, and a name.")


def _entry_rows(entry: o.EntryFacts, view: View) -> tuple[Row, ...]:
    side, mentor = entry.side, entry.side is Side.MENTOR
    whole = entry.competences and entry.languages and entry.named
    send = view.label("Enter the register") if mentor else view.label("Send my wish")
    back = view.label("Leave the register") if mentor else view.label("Take my wish back")
    if not entry.entered:
        back = view.label("Throw it away")
    changes = [Button(_name(field, view), AskField(side, field)) for field in entry.fields]
    first = Button(send, Enter(side, entry.revision)) if whole and not entry.entered else None
    return (
        *one_a_row(first),
        *in_rows(changes, 2),
        *one_a_row(Button(back, LeaveMatching(side)), Button(view.label("Mentoring"), ShowHub())),
    )


def _name(field: o.Field, view: View) -> str:
    match field:
        case o.Field.CAPACITY:
            return view.label("How many")
        case o.Field.COMPETENCES:
            return view.label("Abilities")
        case o.Field.LANGUAGES:
            return view.label("Languages")
        case o.Field.SECTORS:
            return view.label("Fields of work")
        case o.Field.ELSEWHERE:
            return view.label("Other organisations")
        case o.Field.AGAIN:
            return view.label("Former partners")
        case o.Field.NAME:
            return view.label("My name")
