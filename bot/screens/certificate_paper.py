"""The paper of a certificate, and the words that it shares with whoever checks one."""

from datetime import date

from bot.screens.drawing import CertificateDrawing
from bot.screens.event_words import kind_name, title
from bot.screens.speech import Speech
from bot.screens.times import full_date
from bot.screens.view import View
from learning.certificates.model import CertificateKind
from learning.certificates.statement import Statement
from learning.events.model import Event, EventKind
from learning.readings import CertificatePaper

HALF_AN_HOUR = 30  # minutes


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


def title_of(about: str, event: Event | None, view: View) -> str:
    course = view.curriculum.course
    if event is not None:
        return title(event, view)
    return view.plain(course.title) if about == course.id else about


def certificate_drawing(paper: CertificatePaper, view: View) -> CertificateDrawing:
    statement = paper.statement
    day, code = full_date(view, statement.completed_on), spelled(statement.code)
    about = title_of(statement.about, paper.event, view)
    return CertificateDrawing(
        file_name=f"q-ser-certificate-{statement.code}.pdf",
        language=view.language,
        kind=kind_of(statement.kind, view),
        name=paper.name,
        sentence=_sentence(statement.kind, view),
        title=about,
        facts=(
            (view.label("Length"), _length(statement.minutes, view)),
            *_facts(statement, day, view),
            (view.label("Code"), code),
        ),
        check=_check(statement.code, view),
        square=_square(paper, about, statement.completed_on, view),
        alt=view.label("A square to scan: it holds all of this, signed."),
        key=view.label("Public key: {key}", key=paper.public_key),
        footer="Q-SER",
    )


def _facts(statement: Statement, day: str, view: View) -> tuple[tuple[str, str], ...]:
    if statement.kind is CertificateKind.ATTENDANCE:
        kind = kind_name(EventKind(statement.version), view)
        return ((view.label("Kind of event"), kind), (view.label("Date"), day))
    return (
        (view.label("Completed on"), day),
        (view.label("Version of the course"), statement.version),
    )


def _sentence(kind: CertificateKind, view: View) -> str:
    if kind is CertificateKind.COURSE:
        return view.label("has completed the course")
    return view.label("has taken part in")


def _length(minutes: int, view: View) -> str:
    """To the half hour."""
    hours = max(1, round(minutes / HALF_AN_HOUR)) / 2
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


def _square(paper: CertificatePaper, about: str, day: date, view: View) -> str:
    """What a phone reads. The part after # is never sent to the server."""
    if view.public_url:
        return f"{address_of(paper.statement.code, view.public_url)}#{paper.line}"
    return f"Q-SER · {about} · {day.isoformat()} · {spelled(paper.statement.code)}\n{paper.line}"
