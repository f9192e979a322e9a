"""Writing an announcement."""

from dataclasses import replace

from bot.locales.catalogues import languages
from bot.screens import announcement_words as words
from bot.screens import buttons
from bot.screens.html import Html, bold, lines, paragraphs
from bot.screens.news import reader_screen
from bot.screens.screen import Button, Row, Screen, in_rows, one_a_row
from bot.screens.times import short_date
from bot.screens.view import View
from learning.announcements import asks
from learning.announcements import outcomes as o
from learning.announcements.model import (
    CHANGES,
    LONGEST_OPTION,
    MESSAGES,
    MOST_OPTIONS,
    Announcement,
    FileKind,
    Form,
    State,
    longest,
)
from learning.announcements.polls import lacking
from learning.events.asks import BeginEvent
from learning.readings import AnnouncementRead
from learning.talk.model import Focus, Prompt, Shown

Read = AnnouncementRead | None
SHORT = 34  # characters of a button


def announcements_screen(
    shown: o.AnnouncementsShown, found: list[Announcement], view: View
) -> Screen:
    begin = Button(view.label("New announcement"), asks.BeginAnnouncement())
    event = Button(view.label("New event"), BeginEvent())
    listed = [_listed(each, view) for each in found]
    second = view.say("A second coordinator approves of each announcement before it goes out.")
    html = paragraphs(
        bold(view.say("Announcements")),
        view.say("Write to your people: in their language, at a good hour.") if not found else None,
        second if shown.second else None,
    )
    return Screen(html, ((begin, event), *one_a_row(*listed, _second_look(shown, view))))


def _second_look(shown: o.AnnouncementsShown, view: View) -> Button | None:
    if not shown.owner:
        return None
    if shown.second:
        return Button(view.label("No second look any more"), asks.WantSecondLook(0))
    return Button(view.label("Ask for a second look"), asks.WantSecondLook(1))


def _listed(each: Announcement, view: View) -> Button:
    version = words.version_for(each, view) if each.form in MESSAGES else None
    first = " ".join((version.text if version else str(words.title(each, view))).split())
    label = f"{state_sign(each.state)} {short_date(view, each.made_at)} · {first}"
    cut = label if len(label) <= SHORT else f"{label[: SHORT - 1].rstrip()}…"
    return Button(cut, asks.ShowAnnouncement(each.id))


def state_sign(state: State) -> str:
    signs = {State.DRAFT: "✎", State.AWAITING: "⏳", State.PLANNED: "⏳", State.CANCELLED: "✕"}
    return signs.get(state, "▶" if state in (State.RUNNING, State.PAUSED) else "✓")


def text_asked_screen(asked: o.TextAsked, read: Read, view: View) -> Screen:
    if read is None:
        return gone_screen(o.AnnouncementGone(), view)
    found, language = read.announcement, asked.language
    html = paragraphs(
        bold(
            view.say("Write the announcement in {language}", language=view.own_name(asked.language))
        ),
        view.say(
            "One message, with bold, italics and links as you like. You may also send a picture "
            "or a file with the text below it: then at most {most} characters.",
            most=view.number(longest(found, captioned=True)),
        ),
        view.say("Nothing goes out before you have seen it and said so."),
    )
    drop = language in found.versions and len(found.versions) > 1
    rows = one_a_row(
        Button(view.label("Without this language"), asks.DropVersion(found.id, language))
        if drop
        else None,
        Button(view.label("Back to the draft"), asks.ShowAnnouncement(found.id)),
    )
    return Screen(html, rows, prompt=waits(found.id, asked.revision))


def options_asked_screen(asked: o.OptionsAsked, read: Read, view: View) -> Screen:
    if read is None:
        return gone_screen(o.AnnouncementGone(), view)
    found = read.announcement
    polled = [at for at, version in found.versions.items() if version.options]
    known = (
        view.say(
            "{language}: {options}",
            language=view.own_name(at),
            options=", ".join(found.versions[at].options),
        )
        for at in polled
    )
    others = [at for at in found.versions if at != asked.language]
    html = paragraphs(
        view.say("I could not read that as answers.") if asked.unreadable else None,
        bold(view.say("The poll's answers in {language}", language=view.own_name(asked.language))),
        view.say(
            "Write one answer a line: two to {most} of them, each of at most {longest} "
            "characters. The text of the announcement is the question.",
            most=view.number(MOST_OPTIONS),
            longest=view.number(LONGEST_OPTION),
        ),
        view.say("The same number in each language, in the same order.") if others else None,
        lines(*known),
    )
    rows = one_a_row(
        *(
            Button(
                view.label("Answers in {language}", language=view.own_name(at)),
                asks.AskOptions(found.id, at),
            )
            for at in others
        ),
        Button(view.label("Without a poll"), asks.DropPoll(found.id)) if polled else None,
        Button(view.label("Back to the draft"), asks.ShowAnnouncement(found.id)),
    )
    return Screen(html, rows, prompt=waits(found.id, asked.revision))


def file_asked_screen(asked: o.FileAsked, view: View) -> Screen:
    html = paragraphs(
        bold(view.say("Send me the picture or file")),
        view.say("It goes with the text in every language. One picture or file is possible."),
    )
    rows = one_a_row(
        Button(view.label("Without picture or file"), asks.DropFile(asked.announcement)),
        Button(view.label("Back to the draft"), asks.ShowAnnouncement(asked.announcement)),
    )
    return Screen(html, rows, prompt=waits(asked.announcement, asked.revision))


def draft_screen(shown: o.DraftShown, read: Read, view: View) -> Screen:
    if read is None:
        return gone_screen(o.AnnouncementGone(), view)
    found = read.announcement
    problems = (words.problem(*each, found, view) for each in shown.problems)
    html = paragraphs(
        bold(words.title(found, view)),
        words.excerpt(found, view),
        words.gaps(found, view, read.language),
        _extras(found, view),
        lines(
            view.say("To: {people}", people=words.audience(read, view)),
            words.people(shown.told, view),
        ),
        None if found.form in CHANGES else view.say("When: {when}", when=words.when(found, view)),
        lines(*(Html(f"⚠️ {each}") for each in problems)),
    )
    return Screen(html, _draft_rows(found, view))


def _extras(found: Announcement, view: View) -> Html:
    version = words.version_for(found, view)
    file = None
    if found.file is not None:
        photo = found.file.kind is FileKind.PHOTO
        file = view.say("With a picture") if photo else view.say("With a file")
    options = version.options if version else ()
    poll = view.say("Poll: {options}", options=", ".join(options)) if options else None
    return lines(file, poll)


def _draft_rows(found: Announcement, view: View) -> tuple[Row, ...]:
    texts = [
        Button(
            f"{'✓ ' if language in found.versions else ''}{view.own_name(language)}",
            asks.AskText(found.id, language),
        )
        for language in languages()
    ]
    file = Button(view.label("Picture or file"), asks.AskFile(found.id))
    first = next((at for at in (view.language, *found.versions) if at in found.versions), None)
    polled = lacking(found.versions) or first or view.language
    poll = Button(view.label("Poll"), asks.AskOptions(found.id, polled))
    whom = Button(view.label("To whom"), asks.ShowAudience(found.id))
    time = Button(view.label("When"), asks.ShowTiming(found.id))
    look = Button(view.label("Preview"), asks.Preview(found.id, view.language))
    trial = Button(view.label("Send to me"), asks.SendToMe(found.id))
    send = Button(view.label("Send…"), asks.OfferSending(found.id))
    drop = Button(view.label("Drop it"), asks.DropDraft(found.id))
    every = Button(view.label("All announcements"), asks.ShowAnnouncements())
    choices: tuple[Row, ...] = ((file, poll), (whom, time))
    if found.form is Form.CORRECTION:
        choices = ((file, poll), (time,))
    elif found.form in CHANGES:
        choices = ()
    return (tuple(texts), *choices, (look, trial), (send,), (drop, every))


def draft_dropped_screen(outcome: o.DraftDropped, view: View) -> Screen:
    every = Button(view.label("All announcements"), asks.ShowAnnouncements())
    return Screen(view.say("Dropped. Nobody has seen it."), ((every,),))


def gone_screen(outcome: o.AnnouncementGone, view: View) -> Screen:
    text = view.say("That announcement is not here any more, or can't be changed like this.")
    return Screen(text, buttons.menu(view))


def previewed_screen(shown: o.Previewed, read: Read, view: View) -> Screen:
    """Exactly what a reader of that language sees, and below it the way on."""
    if read is None:
        return gone_screen(o.AnnouncementGone(), view)
    seen = reader_screen(read, replace(view, language=shown.language, fallbacks=(read.language,)))
    others = [
        Button(
            view.label("Preview: {language}", language=view.own_name(language)),
            asks.Preview(shown.announcement, language),
        )
        for language in languages()
        if language != shown.language
    ]
    back = Button(view.label("Back"), asks.ShowAnnouncement(shown.announcement))
    return replace(seen, rows=(*seen.rows, *in_rows(others, 1), (back,)))


def sent_to_me_screen(sent: o.SentToMe, read: Read, view: View) -> Screen:
    """Below the draft, which stays as it is."""
    if read is None:
        return gone_screen(o.AnnouncementGone(), view)
    return replace(reader_screen(read, view), beside=True)


def waits(announcement: int, revision: int) -> Shown:
    return Shown(Focus(Prompt.ANNOUNCEMENT, announcement), revision)
