"""What comes unasked about an event."""

from bot.screens import event_words as words
from bot.screens.events import Read, every, gone_screen, own_rows
from bot.screens.html import bold, paragraphs
from bot.screens.screen import Button, Screen
from bot.screens.view import View
from learning.events import asks
from learning.events import outcomes as o


def reminded_screen(reminded: o.EventReminded, read: Read, view: View) -> Screen:
    if read is None:
        return gone_screen(o.EventGone(), view)
    head = (
        view.say("It begins in a quarter of an hour")
        if reminded.soon
        else view.say("A reminder for tomorrow")
    )
    html = paragraphs(
        bold(head), words.described_to_comers(read.event, view), words.joining(read.event, view)
    )
    late = Button(view.label("I am running late"), asks.SayLate(reminded.event))
    rows = ((late,), *own_rows(reminded.event, view)) if reminded.soon else None
    return Screen(html, rows or own_rows(reminded.event, view))


def moved_screen(moved: o.EventMoved, read: Read, view: View) -> Screen:
    if read is None:
        return gone_screen(o.EventGone(), view)
    html = paragraphs(
        bold(view.say("An event that you are registered for has changed")),
        words.described_to_comers(read.event, view),
        words.joining(read.event, view),
        view.say("The file updates your calendar."),
    )
    return Screen(html, own_rows(moved.event, view), drawing=words.calendar(read, view))


def called_off_screen(off: o.EventCalledOff, read: Read, view: View) -> Screen:
    if read is None:
        return gone_screen(o.EventGone(), view)
    html = paragraphs(
        bold(view.say("An event that you are registered for is called off")),
        words.described_to_comers(read.event, view),
        view.say("The file takes it out of your calendar."),
    )
    return Screen(html, ((every(view),),), drawing=words.calendar(read, view))


def seat_given_screen(given: o.SeatGiven, read: Read, view: View) -> Screen:
    if read is None:
        return gone_screen(o.EventGone(), view)
    html = paragraphs(
        bold(view.say("A seat became free: it is yours")),
        words.described_to_comers(read.event, view),
        words.joining(read.event, view),
        view.say("If you can't come after all, please say so: somebody else may be waiting."),
    )
    return Screen(html, own_rows(given.event, view), drawing=words.calendar(read, view))


def recording_screen(arrived: o.RecordingArrived, read: Read, view: View) -> Screen:
    if read is None:
        return gone_screen(o.EventGone(), view)
    html = paragraphs(
        bold(words.title(read.event, view)),
        view.say("You could not be there, so here is the recording."),
        words.recording(read.event, view),
    )
    return Screen(html, ((every(view),),))


def materials_screen(arrived: o.MaterialsArrived, read: Read, view: View) -> Screen:
    if read is None:
        return gone_screen(o.EventGone(), view)
    html = paragraphs(
        bold(words.title(read.event, view)),
        view.say("Here are the materials of an event that you registered for."),
        words.materials(read.event, view),
    )
    return Screen(html, ((every(view),),))
