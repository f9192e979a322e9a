"""The certificate: what is missing, the name, the paper, and whether one is valid."""

from datetime import date

from bot.screens import buttons
from bot.screens.drawing import CertificateDrawing
from bot.screens.html import Html, bold, escape, lines, paragraphs
from bot.screens.screen import Button, Screen, one_a_row
from bot.screens.speech import Speech
from bot.screens.times import full_date
from bot.screens.view import View
from learning.certificates import outcomes as o
from learning.certificates.asks import (
    AskCertificateName,
    OfferCertificateRevocation,
    RevokeCertificate,
)
from learning.certificates.issuing import HERE
from learning.certificates.model import CertificateKind, Ended
from learning.readings import CertificatePaper
from learning.talk.model import Shown

HALF_AN_HOUR = 30  # minutes


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
        Button(view.label("Make another one"), AskCertificateName()),
        Button(view.label("Revoke it"), OfferCertificateRevocation(there.certificate)),
        buttons.progress(view),
    )
    return Screen(html, rows)


def certificate_name_screen(asked: o.CertificateNameAsked, view: View) -> Screen:
    unreadable = view.say(
        "That does not look like a name. Please write first name and surname, on one line."
    )
    html = paragraphs(
        unreadable if asked.unreadable else bold(view.say("You have finished the course!")),
        view.say("Which name shall stand on the certificate? Write it as it is to be printed."),
        view.say(
            "The name is printed and not kept. Your message stays in this chat until you delete it."
        ),
        view.say("The certificate before this one will then no longer be valid.")
        if asked.replaces
        else None,
    )
    return Screen(html, prompt=Shown(HERE, asked.replaces))


def certificate_screen(
    issued: o.CertificateIssued, paper: CertificatePaper | None, view: View
) -> Screen:
    again = Button(view.label("Make another one"), AskCertificateName())
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
    rows = one_a_row(again, buttons.progress(view))
    return Screen(html, rows, drawing=_drawing(paper, view))


def _how_to_check(code: str, view: View) -> Html:
    if view.public_url:
        return view.say(
            "Anybody can check it by its square, at {address}, or here with /check {code}",
            address=address_of(code, view.public_url),
            code=spelled(code),
        )
    return view.say("Anybody can check it here with /check {code}", code=spelled(code))


def certificate_checked_screen(checked: o.CertificateChecked, view: View) -> Screen:
    revoke = None
    if checked.certificate is not None:
        label = view.label("Revoke this certificate")
        revoke = Button(label, OfferCertificateRevocation(checked.certificate))
    return Screen(checked_in_words(checked, view), one_a_row(revoke))


def checked_in_words(checked: o.CertificateChecked, view: View) -> Html:
    """The same in the chat and on the web: never a name."""
    return paragraphs(
        bold(verdict(checked.ended, view)),
        lines(
            view.say("Code: {code}", code=spelled(checked.code)),
            escape(kind_of(checked.kind, view)),
            escape(title_of(checked.about, view)),
            view.say("Completed on {date}", date=full_date(view, checked.completed_on)),
            view.say("Version of the course: {version}", version=checked.version),
        ),
        view.say("The name stands on the paper alone. The square proves that nobody changed it."),
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


def spelled(code: str) -> str:
    """In two halves, as it is easier to read and to type."""
    half = len(code) // 2
    return f"{code[:half]}-{code[half:]}"


def address_of(code: str, public_url: str) -> str:
    return f"{public_url.rstrip('/')}/certificates/{code}"


def kind_of(kind: CertificateKind, speech: Speech) -> str:
    match kind:
        case CertificateKind.COURSE:
            return speech.label("Certificate of completion")
        case CertificateKind.ATTENDANCE:
            return speech.label("Certificate of attendance")


def title_of(about: str, view: View) -> str:
    course = view.curriculum.course
    return view.plain(course.title) if about == course.id else about


def _drawing(paper: CertificatePaper, view: View) -> CertificateDrawing:
    statement = paper.statement
    title, day = title_of(statement.about, view), full_date(view, statement.completed_on)
    code = spelled(statement.code)
    return CertificateDrawing(
        file_name=f"q-ser-certificate-{statement.code}.pdf",
        language=view.language,
        kind=kind_of(statement.kind, view),
        name=paper.name,
        sentence=_sentence(statement.kind, view),
        title=title,
        facts=(
            (view.label("Length"), _length(statement.minutes, view)),
            (view.label("Completed on"), day),
            (view.label("Code"), code),
            (view.label("Version of the course"), statement.version),
        ),
        check=_check(statement.code, view),
        square=_square(paper, title, statement.completed_on, view),
        alt=view.label("A square to scan: it holds all of this, signed."),
        key=view.label("Public key: {key}", key=paper.public_key),
        footer="Q-SER",
    )


def _sentence(kind: CertificateKind, view: View) -> str:
    if kind is CertificateKind.COURSE:
        return view.label("has completed the course")
    return view.label("has taken part in")


def _length(minutes: int, view: View) -> str:
    """To the half hour."""
    hours = round(minutes / HALF_AN_HOUR) / 2
    return view.label_n(
        "about {hours} hour", "about {hours} hours", _plural(hours), hours=view.number(hours)
    )


def _plural(hours: float) -> int:
    return 1 if hours == 1 else max(2, round(hours))


def _check(code: str, view: View) -> str:
    if view.public_url:
        return view.label(
            "To check it, scan the square or open {address}. It can be checked without us, too: "
            "the square holds a signed text.",
            address=address_of(code, view.public_url),
        )
    return view.label(
        "To check it, scan the square: it holds a signed text, which can be checked without us. Or "
        "write to the bot: /check {code}",
        code=spelled(code),
    )


def _square(paper: CertificatePaper, title: str, day: date, view: View) -> str:
    """What a phone reads. The part after # is never sent to the server."""
    if view.public_url:
        return f"{address_of(paper.statement.code, view.public_url)}#{paper.line}"
    return f"Q-SER · {title} · {day.isoformat()} · {spelled(paper.statement.code)}\n{paper.line}"
