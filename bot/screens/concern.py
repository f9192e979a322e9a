"""A private concern: who receives it, what exactly is passed on, or nobody at all."""

from bot.screens import matching_words as words
from bot.screens.evaluating import no_clients
from bot.screens.html import Html, bold, escape, lines, paragraphs
from bot.screens.screen import Button, Screen, one_a_row, shortened
from bot.screens.tickets import operator
from bot.screens.view import View
from learning.account.model import Role
from learning.mentoring.asks import ShowTexts, ShowTurn
from learning.mentoring.concern import asks
from learning.mentoring.concern import outcomes as o
from learning.mentoring.concern.raising import LONGEST_CONCERN
from learning.readings import TicketWords
from learning.talk.model import Focus, Prompt, Shown
from learning.tickets.asks import DropTicket, SendTicket

Found = tuple[words.Names, TicketWords | None]


def receivers_screen(offered: o.ReceiversOffered, names: words.Names | None, view: View) -> Screen:
    html = paragraphs(
        bold(view.say("Something weighs on you in this pair?")),
        view.say(
            "Choose who hears of it. Then you see exactly what would be passed on, and decide. The "
            "other one of the pair never learns of it from me."
        ),
        None if offered.receivers else lines(_nobody(view), operator(view)),
    )
    chosen = [
        Button(
            shortened(_named(receiver, names, view)),
            asks.ChooseReceiver(offered.turn, receiver.person),
        )
        for receiver in offered.receivers
    ]
    mine = Button(view.label("Nobody: only for me"), asks.NoteConcern(offered.turn))
    back = Button(view.label("Where we are"), ShowTurn(offered.turn))
    return Screen(html, one_a_row(*chosen, mine, back))


def concern_screen(shown: o.ConcernShown, found: Found | None, view: View) -> Screen:
    names, written = found or ({}, None)
    receiver = names.get(shown.receiver) or view.label("the person you chose")
    text = written.texts[0][1] if written and written.texts else None
    html = paragraphs(
        bold(view.say("Exactly this reaches {name}, and nobody else:", name=receiver)),
        lines(
            _from(names.get(shown.person), view),
            view.say("• You would like to talk in confidence about your mentoring."),
            _about(shown, names, view),
            None if shown.has_text else view.say("• No words of yours."),
        ),
        Html(f"<blockquote>{escape(text)}</blockquote>") if text else None,
        view.say("The answer comes here. Either of you can close it: then every word is wiped."),
    )
    return Screen(html, one_a_row(*_choices(shown, view)))


def concern_text_screen(asked: o.ConcernTextAsked, names: words.Names | None, view: View) -> Screen:
    receiver = (names or {}).get(asked.receiver) or view.label("the person you chose")
    html = paragraphs(
        bold(view.say("What shall {name} read?", name=receiver)),
        _unfit(asked.unfit, view),
        view.say("Write it in one message. You look at it once more before it is passed on."),
        no_clients(view),
    )
    without = Button(view.label("Without words"), asks.LeaveTextOut(asked.ticket))
    drop = Button(view.label("Do not send"), DropTicket(asked.ticket))
    prompt = Shown(Focus(Prompt.CONCERN, asked.ticket), 0)
    return Screen(html, one_a_row(without, drop), prompt=prompt)


def note_screen(asked: o.NoteAsked, view: View) -> Screen:
    html = paragraphs(
        bold(view.say("Only for you")),
        _unfit(asked.unfit, view),
        view.say(
            "Write it in one message. Nobody else reads it or learns of it; it is sealed, and "
            "destroyed with your other texts. What stands in this chat stays with Telegram."
        ),
        no_clients(view),
    )
    back = Button(view.label("Where we are"), ShowTurn(asked.turn))
    return Screen(html, ((back,),), prompt=Shown(Focus(Prompt.NOTE, asked.turn), 0))


def noted_screen(noted: o.ConcernNoted, view: View) -> Screen:
    html = paragraphs(
        bold(view.say("Kept, for you alone.")),
        view.say(
            "Writing it down is a beginning. If you want to talk to somebody later, or end the "
            "pair, you can at any time, without giving a reason."
        ),
    )
    other = Button(view.label("Tell somebody after all"), asks.RaiseConcern(noted.turn))
    texts = Button(view.label("What we wrote"), ShowTexts(noted.turn))
    return Screen(
        html, one_a_row(other, texts, Button(view.label("Where we are"), ShowTurn(noted.turn)))
    )


def _choices(shown: o.ConcernShown, view: View) -> list[Button | None]:
    here = (shown.ticket, shown.revision)
    name_it = Button(view.label("Also say who my partner is"), asks.NamePartner(*here, yes=True))
    name_not = Button(view.label("Do not say who it is"), asks.NamePartner(*here, yes=False))
    write = Button(view.label("Add words of mine"), asks.AskConcernText(shown.ticket))
    without = Button(view.label("Without words"), asks.LeaveTextOut(shown.ticket))
    return [
        Button(view.label("Pass it on like this"), SendTicket(shown.ticket)),
        without if shown.has_text else write,
        name_not if shown.names_partner else (name_it if shown.partner else None),
        Button(view.label("Somebody else"), asks.RaiseConcern(shown.turn)),
        Button(view.label("Do not send"), DropTicket(shown.ticket)),
    ]


def _from(name: str | None, view: View) -> Html:
    if name is None:
        return view.say("• From you: without a name, unless you give one.")
    return view.say("• From you: {name}.", name=name)


def _about(shown: o.ConcernShown, names: words.Names, view: View) -> Html:
    if not shown.names_partner:
        return view.say("• Not who your partner in the pair is.")
    return view.say("• Your partner: {name}.", name=words.name_of(shown.partner, names, view))


def _named(receiver: o.Receiver, names: words.Names | None, view: View) -> str:
    name = (names or {}).get(receiver.person)
    if receiver.role is Role.TRAINER:
        return view.label("{name} (trainer)", name=name) if name else view.label("A trainer")
    if name:
        return view.label("{name} (coordinator)", name=name)
    return view.label("A coordinator")


def _nobody(view: View) -> Html:
    return view.say("Nobody else of your organisation could read it in this chat.")


def _unfit(unfit: bool, view: View) -> Html | None:
    if not unfit:
        return None
    most = view.number(LONGEST_CONCERN)
    return view.say("Please write one message of at most {most} characters.", most=most)
