"""The certificate: what is missing, the name, the paper, and whether one is valid."""

from bot.screens import buttons
from bot.screens.certificate_paper import (
    address_of,
    certificate_drawing,
    kind_of,
    spelled,
    title_of,
)
from bot.screens.event_words import kind_name
from bot.screens.html import Html, bold, escape, lines, paragraphs
from bot.screens.screen import Button, Screen, one_a_row
from bot.screens.speech import Speech
from bot.screens.times import full_date
from bot.screens.view import View
from learning.certificates import outcomes as o
from learning.certificates.asks import (
    AskAttendanceName,
    AskCertificateName,
    OfferCertificateRevocation,
    RevokeCertificate,
)
from learning.certificates.model import CertificateKind, Ended
from learning.certificates.of_course import HERE
from learning.events.asks import ShowEvent, ShowEvents
from learning.events.model import Event, EventKind
from learning.readings import CertificatePaper, EventRead
from learning.talk.model import Focus, Prompt, Shown


def rule(speech: Speech) -> Html:
    """Said before anybody asks for it."""
    return speech.say(
        "For the certificate: every lesson done, and each scenario played to an end once. How many "
        "answers are right does not count."
    )


def course_not_finished_screen(missing: o.CourseNotFinished, view: View) -> Screen:
    html = paragraphs(
        bold(view.say("Your certificate is waiting for you")),
        rule(view),
        lines(
            view.say_n(
                "{n} lesson still to do, of {all}.",
                "{n} lessons still to do, of {all}.",
                missing.lessons,
                all=view.number(missing.of_lessons),
            ),
            view.say_n(
                "{n} scenario still to play, of {all}.",
                "{n} scenarios still to play, of {all}.",
                missing.scenarios,
                all=view.number(missing.of_scenarios),
            ),
        ),
    )
    return Screen(html, ((buttons.next_lesson(view), buttons.progress(view)),))


def not_attended_screen(outcome: o.NotAttended, view: View) -> Screen:
    text = view.say(
        "You are not on the list of those who were there. The code that is shown at an event puts "
        "you on it."
    )
    return Screen(text, one_a_row(Button(view.label("All events"), ShowEvents())))


def certificate_there_screen(there: o.CertificateThere, view: View) -> Screen:
    html = paragraphs(
        view.say(
            "Your certificate of {date} has the code {code}. The paper is in this chat; I have no "
            "copy, as your name is not kept.",
            date=full_date(view, there.completed_on),
            code=bold(spelled(there.code)),
        ),
        view.say("I can make another one. Then the one before is no longer valid."),
    )
    rows = one_a_row(
        _another(there.event, view),
        Button(view.label("Revoke it"), OfferCertificateRevocation(there.certificate)),
        _back(there.event, view),
    )
    return Screen(html, rows)


def _another(event: int | None, view: View) -> Button:
    ask = AskCertificateName() if event is None else AskAttendanceName(event)
    return Button(view.label("Make another one"), ask)


def _back(event: int | None, view: View) -> Button:
    if event is None:
        return buttons.progress(view)
    return Button(view.label("Back to the event"), ShowEvent(event))


def certificate_name_screen(asked: o.CertificateNameAsked, view: View) -> Screen:
    unreadable = view.say(
        "That does not look like a name. Please write first name and surname, on one line."
    )
    course = asked.event is None
    earned = (
        view.say("You have finished the course!") if course else view.say("Thank you for coming!")
    )
    html = paragraphs(
        unreadable if asked.unreadable else bold(earned),
        view.say("Which name shall stand on the certificate? Write it as it is to be printed."),
        view.say(
            "The name is printed and not kept. Your message stays in this chat until you delete it."
        ),
        view.say("The certificate before this one will then no longer be valid.")
        if asked.replaces
        else None,
    )
    focus = HERE if asked.event is None else Focus(Prompt.ATTENDED, asked.event)
    return Screen(html, prompt=Shown(focus, asked.replaces))


def certificate_screen(
    issued: o.CertificateIssued, paper: CertificatePaper | None, view: View
) -> Screen:
    again = _another(issued.event, view)
    if paper is None:
        text = view.say(
            "The name for your certificate is no longer here: it is not kept. Please write it once "
            "more."
        )
        return Screen(text, one_a_row(again))
    html = paragraphs(
        bold(view.say("Here is your certificate. Congratulations!")),
        view.say("I have not kept your name. Is it misspelled? Then make another one."),
        _how_to_check(paper.statement.code, view),
    )
    rows = one_a_row(again, _back(issued.event, view))
    return Screen(html, rows, drawing=certificate_drawing(paper, view))


def _how_to_check(code: str, view: View) -> Html:
    if view.public_url:
        return view.say(
            "Anybody can check it by its square, at {address}, or here with /check {code}",
            address=address_of(code, view.public_url),
            code=spelled(code),
        )
    return view.say("Anybody can check it here with /check {code}", code=spelled(code))


def certificate_checked_screen(
    checked: o.CertificateChecked, read: EventRead | None, view: View
) -> Screen:
    revoke = None
    if checked.certificate is not None:
        label = view.label("Revoke this certificate")
        revoke = Button(label, OfferCertificateRevocation(checked.certificate))
    html = checked_in_words(checked, read.event if read else None, view)
    return Screen(html, one_a_row(revoke))


def checked_in_words(checked: o.CertificateChecked, event: Event | None, view: View) -> Html:
    """The same in the chat and on the web: never a name."""
    title = title_of(checked.about, event, view)
    return paragraphs(
        bold(verdict(checked.ended, view)),
        lines(
            view.say("Code: {code}", code=spelled(checked.code)),
            escape(kind_of(checked.kind, view)),
            escape(title),
            _what_and_when(checked, view),
        ),
        view.say("The name stands on the paper alone. The square proves that nobody changed it."),
    )


def _what_and_when(checked: o.CertificateChecked, view: View) -> Html:
    day = full_date(view, checked.completed_on)
    if checked.kind is CertificateKind.ATTENDANCE:
        kind = kind_name(EventKind(checked.version), view)
        return view.say("{kind} of {date}", kind=kind, date=day)
    return lines(
        view.say("Completed on {date}", date=day),
        view.say("Version of the course: {version}", version=checked.version),
    )


def verdict(ended: Ended | None, speech: Speech) -> str:
    match ended:
        case None:
            return speech.label("This certificate is valid.")
        case Ended.REPLACED:
            return speech.label("Not valid any more: its holder had another one made.")
        case Ended.REVOKED:
            return speech.label("Not valid any more: it was revoked.")


def certificate_unknown_screen(unknown: o.CertificateUnknown, view: View) -> Screen:
    if unknown.asked:
        return Screen(view.say("There is no certificate with this code. Is it written correctly?"))
    return Screen(view.say("Write the code that stands on the paper: /check abcde-fghjk"))


def revocation_offered_screen(offered: o.CertificateRevocationOffered, view: View) -> Screen:
    html = view.say(
        "Revoke the certificate {code}? Whoever checks it then reads that it is not valid. This "
        "cannot be undone; another one can be made.",
        code=bold(spelled(offered.code)),
    )
    revoke = Button(view.label("Yes, revoke it"), RevokeCertificate(offered.certificate))
    return Screen(html, one_a_row(revoke, buttons.progress(view)))


def certificate_revoked_screen(revoked: o.CertificateRevoked, view: View) -> Screen:
    text = view.say("The certificate {code} is revoked.", code=bold(spelled(revoked.code)))
    return Screen(text, buttons.menu(view))
