"""What is kept about people, their copy of it, and its erasure."""

from collections.abc import Mapping
from json import dumps
from typing import Any, Literal

from bot.screens import buttons
from bot.screens.drawing import RecordsPaper
from bot.screens.html import Html, bold, lines, paragraphs
from bot.screens.own_data import paper, section
from bot.screens.screen import Attachment, Button, Screen, one_a_row
from bot.screens.speech import Speech
from bot.screens.times import exactly
from bot.screens.view import View
from learning.account.asks import ShowSettings
from learning.records import outcomes as o
from learning.records.asks import EraseMe, GiveMyData, OfferErasure, OfferMyData
from learning.records.categories import CATEGORY_OF
from learning.records.model import Category, Copy

Rows = Mapping[str, list[dict[str, Any]]]


def kept_screen(shown: o.KeptShown, view: View) -> Screen:
    html = paragraphs(
        bold(view.say("What is kept about you, and why")),
        lines(*(_kept(view, category) for category in shown.categories)),
        view.say(
            "Nobody sees your answers. Your organisation sees numbers about groups, and never "
            "for your appraisal. This chat is not end-to-end encrypted, and Telegram keeps its "
            "own copy."
        ),
        view.say("You can take a copy with you, or have everything erased, at any time."),
    )
    return Screen(html, ((_my_data(view),), (_erase(view),), (buttons.go_on(view),)))


def my_data_screen(offered: o.MyDataOffered, view: View) -> Screen:
    html = paragraphs(
        bold(view.say("A copy of your data")),
        view.say("As a paper to read, or as a file that other programs can read?"),
    )
    to_read = Button(view.label("A paper (PDF)"), GiveMyData(Copy.PDF))
    file = Button(view.label("A file (JSON)"), GiveMyData(Copy.JSON))
    return Screen(html, one_a_row(to_read, file))


def my_data_ready_screen(ready: o.MyDataReady, rows: Rows, view: View) -> Screen:
    html = view.say(
        "Everything that is kept about you here. Keep this file safe: whoever has it can read it."
    )
    again = ((_erase(view),), (buttons.go_on(view),))
    if ready.copy is Copy.JSON:
        content = dumps(rows, ensure_ascii=False, indent=1, default=str).encode()
        return Screen(html, again, attachment=Attachment("q-ser-my-data.json", content))
    return Screen(html, again, drawing=_paper(rows, view))


def erasure_offered_screen(offered: o.ErasureOffered, view: View) -> Screen:
    html = paragraphs(
        bold(view.say("Erase everything?")),
        view.say(
            "Your settings, your progress and your answers are gone within a minute, and your "
            "membership too. It can't be undone. Only numbers without a person stay."
        ),
        view.say(
            "What you see in this chat is Telegram's own copy: I can't erase it. You can, with "
            "“Delete chat”."
        ),
        view.say("If you only want quiet, /pause is enough."),
    )
    yes = Button(view.label("Yes, erase everything"), EraseMe(offered.offered))
    no = Button(view.label("No, keep it"), ShowSettings())
    return Screen(html, one_a_row(no, yes))


def erased_screen(erased: o.Erased, view: View) -> Screen:
    return Screen(
        paragraphs(
            bold(view.say("Everything is erased.")),
            view.say(
                "Receipt {receipt}, {moment}.",
                receipt=Html(f"<code>{erased.receipt}</code>"),
                moment=exactly(view, erased.at),
            ),
            view.say(
                "Telegram's own copy of this chat stays until you delete the chat. Thank you for "
                "learning with me; /start begins anew."
            ),
        )
    )


def _my_data(view: Speech) -> Button:
    return Button(view.label("A copy of my data"), OfferMyData())


def _erase(view: Speech) -> Button:
    return Button(view.label("Erase my data"), OfferErasure())


def _paper(rows: Rows, view: View) -> RecordsPaper:
    by_category: dict[Category, list[Mapping[str, Any]]] = {}
    for table, entries in rows.items():
        by_category.setdefault(CATEGORY_OF[table], []).extend(entries)
    return paper(
        [
            section(_name(view, category), str(_purpose(view, category)), entries, view)
            for category, entries in by_category.items()
        ],
        view,
    )


def _kept(view: Speech, category: Category) -> Html:
    return view.say(
        "• {name}: {purpose}", name=bold(_name(view, category)), purpose=_purpose(view, category)
    )


def _name(view: Speech, category: Category) -> str:
    match category:
        case Category.IDENTITY:
            return view.label("Who you are here")
        case Category.MEMBERSHIP:
            return view.label("Where you work")
        case Category.PACE:
            return view.label("Your pace")
        case Category.PLACE:
            return view.label("Where you are")
        case Category.DONE:
            return view.label("What you have done")
        case Category.MEMORY:
            return view.label("What you remember")
        case Category.MESSAGES:
            return view.label("Messages on their way")
        case Category.PUSHES:
            return view.label("Messages I sent by myself")
        case Category.ACTS:
            return view.label("What was done for others")
        case Category.TICKETS:
            return view.label("Questions to a person")
        case Category.NEEDS:
            return view.label("What you need from the course")
        case Category.MENTORING:
            return view.label("Mentoring")


def _purpose(view: Speech, category: Category) -> Html:
    """What it holds, what for, and how long."""
    match category:
        case Category.IDENTITY:
            return view.say(
                "your Telegram number, language and time zone, to bring you lessons, and a name "
                "if you gave one for somebody to see; until you erase it."
            )
        case Category.MEMBERSHIP:
            return view.say(
                "your organisation, department and role, for holidays, hours and rights; until you "
                "erase it, and thirteen months after it ended."
            )
        case Category.PACE:
            return view.say("your hour, days, pauses and field of work; until you erase it.")
        case Category.PLACE:
            return view.say(
                "the card, question or decision you stand at, to go on there; thirteen months "
                "after you finished it."
            )
        case Category.DONE:
            return view.say(
                "finished lessons and days learned, for your progress; until you erase it."
            )
        case Category.MEMORY:
            return view.say(
                "how each question went and how sure you were, to ask again on the right day; "
                "until you erase it."
            )
        case Category.MESSAGES:
            return view.say(
                "what you send, until it is done; after that its number for two days, so that "
                "nothing is done twice."
            )
        case Category.PUSHES:
            return view.say("when I wrote to you and whether it arrived; thirteen months.")
        case Category.ACTS:
            return view.say("who gave which right or code, without texts; thirteen months.")
        case Category.NEEDS | Category.MENTORING | Category.TICKETS:
            return _purpose_of_words(view, category)


Sealed = Literal[Category.NEEDS, Category.MENTORING, Category.TICKETS]


def _purpose_of_words(view: Speech, category: Sealed) -> Html:
    """Of what is sealed."""
    match category:
        case Category.NEEDS:
            return view.say(
                "your answers to the needs analysis, sealed, and that you answered, for your path "
                "and for counts about groups; until you answer anew or erase them. After a round "
                "that unlinks answers, only that you answered."
            )
        case Category.MENTORING:
            return view.say(
                "who mentors whom, dates and steps, for thirteen months after the end, and what "
                "you wrote, sealed under a key of your own; until you destroy it, and 30 days "
                "after the end at the latest."
            )
        case Category.TICKETS:
            return view.say(
                "what you asked a person and their answers, sealed; until it is closed."
            )
