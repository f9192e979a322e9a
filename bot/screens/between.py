"""The two write to each other through the bot, and may share their usernames."""

from bot.screens import mentoring_words as words
from bot.screens.evaluating import no_clients
from bot.screens.html import Html, bold, escape, lines, paragraphs
from bot.screens.mentoring import Read, home, turn_gone_screen
from bot.screens.screen import Button, Screen, one_a_row
from bot.screens.times import full_date
from bot.screens.view import View
from learning.mentoring import outcomes as of_mentoring
from learning.mentoring.between import asks
from learning.mentoring.between import outcomes as o
from learning.mentoring.between.messages import LONGEST_MESSAGE
from learning.mentoring.between.reading import UsernamesRead
from learning.mentoring.model import TextHead, TextKind
from learning.mentoring.reading import TurnRead
from learning.talk.model import Focus, Prompt, Shown

MOST_MESSAGES, LONGEST_QUOTE = 4, 300  # of what was written before
GONE = of_mentoring.TurnGone()
Message = tuple[TextHead, str]


def message_asked_screen(asked: o.MessageAsked, read: Read, view: View) -> Screen:
    """Who sees it and what becomes of it, said before it is written."""
    if read is None:
        return turn_gone_screen(GONE, view)
    name = words.partner(read, view)
    html = paragraphs(
        bold(view.say("Write to {name}", name=name)),
        *(_quoted(each, asked.person, read, view) for each in _messages(read)[-MOST_MESSAGES:]),
        view.say(
            "Please write one message of at most {most} characters.",
            most=view.number(LONGEST_MESSAGE),
        )
        if asked.unfit
        else view.say("Write it in one message. {name} sees it, and nobody else.", name=name),
        view.say(
            "Here it is sealed, and destroyed with everything else you two wrote, 30 days after "
            "the end. What stands in the chats stays with Telegram."
        ),
        no_clients(view),
    )
    usernames = Button(view.label("Telegram usernames"), asks.ShowUsernames(asked.turn))
    leave = Button(view.label("Not now"), asks.LeaveMessage(asked.turn))
    return Screen(html, one_a_row(usernames, leave), prompt=_waits(asked.turn))


def message_sent_screen(sent: o.MessageSent, read: Read, view: View) -> Screen:
    if read is None:
        return turn_gone_screen(GONE, view)
    html = paragraphs(
        bold(view.say("On its way to {name}.", name=words.partner(read, view))),
        view.say(
            "It arrives as soon as I may write there: outside working hours and on days off it "
            "waits."
        ),
    )
    more = Button(view.label("Write more"), asks.OpenMessage(sent.turn))
    return Screen(html, one_a_row(more, home(read, view)), prompt=_waits(sent.turn))


def message_arrived_screen(arrived: o.MessageArrived, read: Read, view: View) -> Screen:
    """All that the other one wrote since the reader did; the last of it whole."""
    if read is None:
        return turn_gone_screen(GONE, view)
    new = _since(_messages(read), arrived.person)
    html = paragraphs(
        bold(view.say("{name} writes to you", name=words.partner(read, view))),
        *(_quote(text, LONGEST_QUOTE) for _, text in new[-MOST_MESSAGES:-1]),
        *(_quote(text, LONGEST_MESSAGE) for _, text in new[-1:]),
        view.say("Answer with the button, or as a reply to this message. Only you two read it."),
    )
    answer = Button(view.label("Answer"), asks.OpenMessage(arrived.turn))
    return Screen(html, one_a_row(answer, home(read, view)), prompt=_waits(arrived.turn))


def usernames_screen(shown: o.UsernamesShown, found: UsernamesRead | None, view: View) -> Screen:
    if found is None or not found.read.turn.running:
        return turn_gone_screen(GONE, view)
    read = found.read
    shares = read.turn.party(read.side).shares
    html = paragraphs(
        bold(view.say("Telegram usernames")),
        _standing(found, view),
        view.say(
            "Who has a username can be written to in Telegram directly. Whatever you two write "
            "there I neither see nor destroy."
        ),
    )
    share = Button(view.label("Yes, share mine"), asks.ShareUsername(shown.turn, yes=True))
    stop = Button(view.label("Share it no longer"), asks.ShareUsername(shown.turn, yes=False))
    offered = stop if shares else (share if found.mine else None)
    return Screen(html, one_a_row(_directly(found, view), offered, home(read, view)))


def _standing(found: UsernamesRead, view: View) -> Html:
    read, name = found.read, words.partner(found.read, view)
    if found.mine is None:
        return view.say(
            "You have none at present. You can choose one in Telegram, under Settings, Username, "
            "and then come back here."
        )
    if found.theirs is not None:
        return view.say(
            "You both share them: {name} is @{username}.", name=name, username=found.theirs
        )
    if read.turn.both_share:
        return view.say("You both said yes, but {name} has no username at present.", name=name)
    own = view.say("Yours is @{username}.", username=found.mine)
    if read.turn.party(read.side).shares:
        return lines(
            own, view.say("You said yes. If {name} does, too, each of you sees both.", name=name)
        )
    return lines(
        own,
        view.say(
            "Only if both of you say yes, each sees the other's. Until then {name} does not hear "
            "what you said.",
            name=name,
        ),
    )


def _directly(found: UsernamesRead, view: View) -> Button | None:
    if found.theirs is None:
        return None
    return Button(view.label("Open the chat in Telegram"), url=f"https://t.me/{found.theirs}")


def _messages(read: TurnRead) -> list[Message]:
    return [each for each in read.texts if each[0].kind is TextKind.MESSAGE]


def _since(messages: list[Message], reader: int) -> list[Message]:
    """Those of the other one after the reader's last."""
    own = [at for at, (head, _) in enumerate(messages) if head.author_id == reader]
    return messages[own[-1] + 1 :] if own else messages


def _quoted(message: Message, reader: int, read: TurnRead, view: View) -> Html:
    head, text = message
    who = view.say("You") if head.author_id == reader else words.partner(read, view)
    day = full_date(view, head.at.date())
    return lines(view.say("{who}, {day}:", who=who, day=day), _quote(text, LONGEST_QUOTE))


def _quote(text: str, most: int) -> Html:
    cut = text if len(text) <= most else f"{text[:most]}…"
    return Html(f"<blockquote>{escape(cut)}</blockquote>")


def _waits(turn: int) -> Shown:
    return Shown(Focus(Prompt.MESSAGE, turn), 0)
