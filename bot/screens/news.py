"""What a reader of an announcement sees, and how they stop it."""

from dataclasses import replace

from bot.screens import buttons, event_words
from bot.screens.announcement_words import version_for
from bot.screens.html import bold, paragraphs
from bot.screens.screen import Button, Row, Screen
from bot.screens.view import View
from bot.screens.written import formatted
from learning.announcements import outcomes as o
from learning.announcements.reading_asks import StopAnnouncements, TakeAnnouncements, Vote
from learning.events.asks import Register
from learning.readings import AnnouncementRead

Read = AnnouncementRead | None


def reader_screen(read: AnnouncementRead, view: View, voted: int | None = None) -> Screen:
    """`voted` is the answer that this reader chose."""
    found = read.announcement
    version = version_for(found, view)
    text = formatted(version.text, version.spans) if version else None
    options = version.options if version else ()
    rows: tuple[Row, ...] = tuple(
        (Button(f"{'✓ ' if at == voted else ''}{option}", Vote(found.id, at)),)
        for at, option in enumerate(options)
    )
    stop = Button(view.label("No announcements, please"), StopAnnouncements())
    event = read.event
    facts = event_words.facts(event, view) if event and event.starts_at else None
    if event is not None:
        rows = ((Button(view.label("Register"), Register(event.id)),), *rows)
    html = paragraphs(bold(read.organisation), text, facts)
    return Screen(html, (*rows, (stop,)), stored=found.file)


def arrived_screen(arrived: o.AnnouncementArrived, read: Read, view: View) -> Screen:
    return reader_screen(read, view) if read else gone(view)


def edited_screen(edited: o.AnnouncementEdited, read: Read, view: View) -> Screen:
    screen = reader_screen(read, view) if read else gone(view)
    return replace(screen, replaces=edited.message)


def voted_screen(voted: o.Voted, read: Read, view: View) -> Screen:
    screen = reader_screen(read, view, voted.option) if read else gone(view)
    return replace(screen, toast=view.label("Thank you! You can change it at any time."))


def gone(view: View) -> Screen:
    return Screen(view.say("That announcement is not here any more."), buttons.menu(view))


def stopped_screen(outcome: o.AnnouncementsStopped, view: View) -> Screen:
    html = paragraphs(
        view.say("Done: no more announcements, not even those already on their way."),
        view.say("Your lessons go on as before."),
    )
    return Screen(html, ((_again(view),), (buttons.go_on(view),)), beside=True)


def taken_screen(outcome: o.AnnouncementsTaken, view: View) -> Screen:
    stop = Button(view.label("No announcements, please"), StopAnnouncements())
    return Screen(view.say("Announcements come to you again."), ((stop,), (buttons.go_on(view),)))


def news_screen(shown: o.NewsShown, view: View) -> Screen:
    if shown.stopped:
        text = view.say("You get no announcements of your organisation. Your lessons come.")
        return Screen(text, ((_again(view),), (buttons.go_on(view),)))
    text = view.say(
        "Your organisation may send you announcements. You can stop them without leaving the "
        "course."
    )
    stop = Button(view.label("No announcements, please"), StopAnnouncements())
    return Screen(text, ((stop,), (buttons.go_on(view),)))


def not_sent_yet_screen(outcome: o.NotSentYet, view: View) -> Screen:
    text = view.say("This is your own preview: the button works once the announcement is sent.")
    return Screen(text, ((buttons.go_on(view),),))


def _again(view: View) -> Button:
    return Button(view.label("Announcements again"), TakeAnnouncements())
