"""The last look before an announcement goes out, and before it is cancelled or deleted."""

from bot.screens import announcement_words as words
from bot.screens.announcing import Read, gone_screen, waits
from bot.screens.html import Html, bold, lines, paragraphs
from bot.screens.screen import Button, Screen, one_a_row
from bot.screens.times import at_moment
from bot.screens.view import View
from learning.announcements import asks, sending_asks
from learning.announcements import outcomes as o
from learning.announcements.model import CHANGES


def sending_offered_screen(offered: o.SendingOffered, read: Read, view: View) -> Screen:
    if read is None:
        return gone_screen(o.AnnouncementGone(), view)
    found = read.announcement
    late = offered.late and view.say_n(
        "{n} person would get it too late: choose another hour.",
        "{n} people would get it too late: choose another hour.",
        offered.late,
    )
    html = paragraphs(
        view.say("That was another number.") if offered.mistyped else None,
        bold(view.say("The last look")),
        lines(
            view.say("To: {people}", people=words.audience(read, view)),
            words.people(offered.told, view),
            None
            if found.form in CHANGES
            else view.say("When: {when}", when=words.when(found, view)),
        ),
        words.gaps(found, view, read.language),
        late,
        view.say("Another coordinator has to approve of it.")
        if offered.second
        else view.say(
            "To send it, type the number of people: {number}",
            number=bold(offered.told.people),
        ),
    )
    id = offered.announcement
    approval = Button(view.label("Ask another coordinator"), asks.AskApproval(id, offered.revision))
    rows = one_a_row(
        approval if offered.second else None,
        Button(view.label("Another hour"), asks.ShowTiming(id)) if offered.late else None,
        Button(view.label("Back to the draft"), asks.ShowAnnouncement(id)),
    )
    prompt = None if offered.second else waits(id, offered.revision)
    return Screen(html, rows, prompt=prompt)


def not_sendable_screen(outcome: o.NotSendable, read: Read, view: View) -> Screen:
    if read is None:
        return gone_screen(o.AnnouncementGone(), view)
    found = read.announcement
    problems = [words.problem(*each, found, view) for each in outcome.problems]
    html = paragraphs(
        bold(view.say("It can't be sent like this")),
        lines(*(Html(f"⚠️ {each}") for each in problems)),
        words.people(outcome.told, view) if outcome.told.problem else None,
    )
    back = Button(view.label("Back to the draft"), asks.ShowAnnouncement(found.id))
    return Screen(html, ((back,),))


def approval_asked_screen(asked: o.ApprovalAsked, view: View) -> Screen:
    board = Button(view.label("How it stands"), sending_asks.ShowBoard(asked.announcement))
    text = view.say("The other coordinators are asked. It goes out as soon as one approves.")
    return Screen(text, ((board,),))


def approval_wanted_screen(wanted: o.ApprovalWanted, read: Read, view: View) -> Screen:
    if read is None:
        return gone_screen(o.AnnouncementGone(), view)
    found, id = read.announcement, wanted.announcement
    html = paragraphs(
        bold(view.say("An announcement waits for your approval")),
        words.excerpt(found, view),
        lines(
            view.say("To: {people}", people=words.audience(read, view)),
            words.people(wanted.told, view),
        ),
        view.say("When: {when}", when=words.when(found, view)),
    )
    rows = one_a_row(
        Button(view.label("Preview"), asks.Preview(id, view.language)),
        Button(view.label("Approve, send it"), asks.Approve(id, wanted.revision)),
        Button(view.label("Send it back"), asks.SendBack(id, wanted.revision)),
    )
    return Screen(html, rows)


def second_needed_screen(outcome: o.SecondNeeded, view: View) -> Screen:
    text = view.say(
        "For a second look it takes two coordinators who can be reached, and there is only one. "
        "Invite another one first."
    )
    every = Button(view.label("All announcements"), asks.ShowAnnouncements())
    return Screen(text, ((every,),))


def planned_screen(planned: o.Planned, view: View) -> Screen:
    html = paragraphs(
        bold(view.say("It is on its way")),
        view.say("It begins {when}.", when=at_moment(view, planned.begins_at))
        if planned.begins_at > view.now
        else None,
        view.say("A message to you says how it stands, and keeps itself up to date."),
    )
    board = Button(view.label("How it stands"), sending_asks.ShowBoard(planned.announcement))
    return Screen(html, ((board,),))


def cancel_offered_screen(offered: o.CancelOffered, view: View) -> Screen:
    text = view.say("Cancel it? Whoever has it keeps it; nobody else gets it.")
    rows = one_a_row(
        Button(view.label("Yes, cancel it"), sending_asks.CancelSending(offered.announcement)),
        Button(view.label("Back"), sending_asks.ShowBoard(offered.announcement)),
    )
    return Screen(text, rows)


def deletion_offered_screen(offered: o.DeletionOffered, view: View) -> Screen:
    within = offered.within and view.say_n(
        "{n} message can be deleted.", "{n} messages can be deleted.", offered.within
    )
    beyond = offered.beyond and view.say_n(
        "{n} message is older than 48 hours: Telegram does not let me delete it.",
        "{n} messages are older than 48 hours: Telegram does not let me delete them.",
        offered.beyond,
    )
    word = view.say("A new wording is possible for all of them.") if offered.beyond else None
    id = offered.announcement
    rows = one_a_row(
        Button(view.label("Delete them"), sending_asks.DeleteSent(id)) if offered.within else None,
        Button(view.label("New wording"), sending_asks.EditSent(id)),
        Button(view.label("Back"), sending_asks.ShowBoard(id)),
    )
    return Screen(paragraphs(bold(view.say("Delete it?")), within, beyond, word), rows)
