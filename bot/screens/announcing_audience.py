"""To whom an announcement goes, and when."""

from bot.screens import announcement_words as words
from bot.screens.announcing import Read, gone_screen, waits
from bot.screens.html import bold, lines, paragraphs
from bot.screens.screen import Button, Screen, in_rows, one_a_row
from bot.screens.times import place
from bot.screens.view import View
from learning.announcements import asks
from learning.announcements import outcomes as o
from learning.announcements.model import Announcement, Dimension, Timing
from learning.readings import AnnouncementRead

SHORT = 36  # characters of a button
LONG_NAMES = {Dimension.PROGRESS, Dimension.DEPARTMENT, Dimension.EVENT, Dimension.MENTORING}


def audience_screen(shown: o.AudienceShown, read: Read, view: View) -> Screen:
    if read is None:
        return gone_screen(o.AnnouncementGone(), view)
    id = shown.announcement
    html = paragraphs(
        bold(view.say("To whom?")),
        words.audience(read, view),
        words.people(shown.told, view),
    )
    narrow = [
        Button(words.dimension_name(dimension, view), asks.ShowValues(id, dimension))
        for dimension in shown.filters
    ]
    everybody = Button(view.label("Everybody"), asks.ClearAudience(id))
    saved = Button(view.label("Saved audiences"), asks.ShowSaved(id))
    save = Button(view.label("Save this one"), asks.AskSavedName(id))
    back = Button(view.label("Back to the draft"), asks.ShowAnnouncement(id))
    return Screen(html, (*in_rows(narrow, 2), (everybody,), (saved, save), (back,)))


def values_screen(shown: o.ValuesShown, read: Read, view: View) -> Screen:
    if read is None:
        return gone_screen(o.AnnouncementGone(), view)
    id = shown.announcement
    if not shown.groups:
        explanation = view.say(
            "There is nothing to choose from: too few people to tell groups apart, or nothing "
            "is set up yet."
        )
    else:
        explanation = view.say(
            "Tap once: only these (✓). Tap twice: without these (✕). Tap again: no filter."
        )
    html = paragraphs(
        bold(words.dimension_name(shown.dimension, view)),
        explanation,
        lines(words.audience(read, view), words.people(shown.told, view)),
    )
    choices = [_choice(read, group, shown, view) for group in shown.groups]
    back = Button(view.label("Back to the audience"), asks.ShowAudience(id))
    width = 1 if shown.dimension in LONG_NAMES else 2
    return Screen(html, (*in_rows(choices, width), (back,)))


def _choice(
    read: AnnouncementRead, group: tuple[o.ValueChoice, ...], shown: o.ValuesShown, view: View
) -> Button:
    found = read.announcement
    dimension, first = shown.dimension, group[0].value
    sign = ""
    if first in found.audience.wanted.get(dimension, ()):
        sign = "✓ "
    elif first in found.audience.unwanted.get(dimension, ()):
        sign = "✕ "
    names = [each.name or words.value_name(dimension, each.value, read, view) for each in group]
    label = f"{sign}{' / '.join(names)}"
    cut = label if len(label) <= SHORT else f"{label[: SHORT - 1].rstrip()}…"
    return Button(cut, asks.TurnValue(found.id, shown.revision, dimension, first))


def saved_screen(shown: o.SavedShown, view: View) -> Screen:
    id = shown.announcement
    rows = [
        (
            Button(name[:SHORT], asks.UseSaved(id, saved)),
            Button(view.label("Forget"), asks.ForgetSaved(id, saved)),
        )
        for saved, name in shown.saved
    ]
    back = Button(view.label("Back to the audience"), asks.ShowAudience(id))
    none = view.say("None yet. Choose an audience and save it under a name.")
    html = paragraphs(bold(view.say("Saved audiences")), None if shown.saved else none)
    return Screen(html, (*rows, (back,)))


def saved_name_asked_screen(asked: o.SavedNameAsked, view: View) -> Screen:
    back = Button(view.label("Back to the audience"), asks.ShowAudience(asked.announcement))
    text = view.say("Under which name shall I keep this audience? Please type at most 60 letters.")
    return Screen(text, ((back,),), prompt=waits(asked.announcement, asked.revision))


def timing_screen(shown: o.TimingShown, read: Read, view: View) -> Screen:
    if read is None:
        return gone_screen(o.AnnouncementGone(), view)
    found = read.announcement
    late = shown.late and view.say_n(
        "{n} person would get it too late, for a pause or a holiday. Would another hour do?",
        "{n} people would get it too late, for pauses or holidays. Would another hour do?",
        shown.late,
    )
    repeats = (
        view.say("What may not have arrived is sent once more: a few may get it twice.")
        if found.repeats
        else view.say("What may not have arrived is not sent again: a few may miss it.")
    )
    html = paragraphs(
        bold(view.say("When?")),
        view.say("Now chosen: {when}", when=words.when(found, view)),
        view.say(
            "The organisation's hours and days, holidays and the daily number of messages are "
            "kept, unless it is urgent. What is three days late is not sent any more."
        ),
        late,
        repeats,
    )
    return Screen(html, _timing_rows(found, view))


def _timing_rows(found: Announcement, view: View) -> tuple[tuple[Button, ...], ...]:
    urgent = view.label("Not urgent") if found.urgent else view.label("Urgent: at any hour")
    repeats = (
        view.label("Rather miss than repeat")
        if found.repeats
        else view.label("Rather repeat than miss")
    )
    return one_a_row(
        Button(view.label("At once"), asks.ChooseTiming(found.id, Timing.NOW)),
        Button(view.label("At a set time"), asks.ChooseTiming(found.id, Timing.AT)),
        Button(
            view.label("In each one's lesson hour"),
            asks.ChooseTiming(found.id, Timing.LESSON_HOUR),
        ),
        Button(urgent, asks.TurnUrgent(found.id, found.revision)),
        Button(repeats, asks.TurnRepeats(found.id, found.revision)),
        Button(view.label("Back to the draft"), asks.ShowAnnouncement(found.id)),
    )


def moment_asked_screen(asked: o.MomentAsked, view: View) -> Screen:
    html = paragraphs(
        view.say("I could not read that as a moment to come.") if asked.unreadable else None,
        bold(view.say("When shall it begin?")),
        view.say(
            "Type a day and an hour, such as “24.11. 9:30” or “16:00” for today, by the clocks "
            "of {place}.",
            place=place(view, asked.zone),
        ),
    )
    back = Button(view.label("Back"), asks.ShowTiming(asked.announcement))
    return Screen(html, ((back,),), prompt=waits(asked.announcement, asked.revision))
