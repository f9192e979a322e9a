"""Moving to another organisation, department or phone, and leaving."""

from bot.screens import buttons
from bot.screens.account import code_problem
from bot.screens.html import Html, bold, lines, paragraphs
from bot.screens.roles import role_names
from bot.screens.screen import Button, Screen, one_a_row
from bot.screens.times import at_moment
from bot.screens.view import View
from learning.account import outcomes as o
from learning.account.asks import ConfirmMove, Leave, MovePhone, OfferPhoneMove
from learning.account.model import Role


def move_offered_screen(offered: o.MoveOffered, code: str | None, view: View) -> Screen:
    """`code` is what the button to confirm carries; None when it is gone by now."""
    if code is None:
        return move_refused_screen(o.MoveRefused(o.CodeProblem.UNKNOWN), view)
    html = paragraphs(
        bold(view.say("Shall I move you?")),
        lines(
            view.say(
                "You belong to: {place}", place=_place(offered.organisation, offered.department)
            ),
            view.say(
                "Your new code is for: {place}",
                place=_place(offered.to_organisation, offered.to_department),
            ),
        ),
        view.say(
            "If you move, what belongs to the old place ends at once: its hours, holidays, your "
            "roles, open messages and seats at events there. Within one organisation your roles "
            "move along. Everything you have learned stays with you. Until you confirm, nothing "
            "changes and the code stays unused."
        ),
    )
    return Screen(
        html,
        one_a_row(
            Button(view.label("Yes, move me"), ConfirmMove(code)),
            Button(view.label("No, stay"), buttons.next_lesson(view).ask),
        ),
    )


def moved_screen(moved: o.Moved, view: View) -> Screen:
    html = paragraphs(
        view.say(
            "Done. You now learn with {place}.", place=_place(moved.organisation, moved.department)
        ),
        view.say("Everything you have learned is still here."),
    )
    return Screen(html, buttons.menu(view))


def move_refused_screen(refused: o.MoveRefused, view: View) -> Screen:
    return Screen(code_problem(view, refused.problem), buttons.menu(view))


def leave_offered_screen(offered: o.LeaveOffered, view: View) -> Screen:
    roles = offered.roles - {Role.LEARNER}
    html = paragraphs(
        bold(view.say("Leave {organisation}?", organisation=offered.organisation)),
        view.say("You would also give up: {roles}.", roles=role_names(view, roles))
        if roles
        else None,
        view.say(
            "Your membership ends at once. Messages of yours that are still open are closed, and "
            "seats at events there go to others. Your lessons, answers and progress stay with "
            "you, and you can go on learning without an organisation. To come back you need a new "
            "code."
        ),
    )
    return Screen(
        html,
        one_a_row(
            Button(view.label("Yes, leave"), Leave(offered.standing)),
            Button(view.label("No, stay"), buttons.next_lesson(view).ask),
        ),
    )


def left_screen(left: o.Left, view: View) -> Screen:
    html = paragraphs(
        view.say("You have left {organisation}.", organisation=bold(left.organisation)),
        view.say("Everything you have learned is still here."),
    )
    return Screen(html, buttons.menu(view))


def nothing_to_leave_screen(outcome: o.NothingToLeave, view: View) -> Screen:
    return Screen(view.say("You learn without an organisation."), buttons.menu(view))


def phone_move_begun_screen(begun: o.PhoneMoveBegun, code: str | None, view: View) -> Screen:
    again = Button(view.label("Make a new code"), OfferPhoneMove())
    if code is None:
        return Screen(view.say("That code is no longer there."), ((again,),))
    html = paragraphs(
        bold(view.say("To your new phone")),
        view.say(
            "With another Telegram account you can go on where you are. On that account, open "
            "this link, or send this to @{bot}:",
            bot=view.bot_username,
        ),
        lines(
            Html(f"<code>/start {code}</code>"),
            f"https://t.me/{view.bot_username}?start={code}",
        ),
        view.say(
            "The code is good once, until {moment}. Show it to nobody: whoever has it becomes "
            "you. Afterwards I no longer know this account.",
            moment=at_moment(view, begun.until),
        ),
    )
    return Screen(html, ((again,),))


def phone_move_offered_screen(offered: o.PhoneMoveOffered, code: str | None, view: View) -> Screen:
    if code is None:
        return phone_move_refused_screen(o.PhoneMoveRefused(o.PhoneMoveProblem.GONE), view)
    html = paragraphs(
        bold(view.say("Go on here?")),
        view.say(
            "Your lessons, answers, organisation and roles come to this account at once, and "
            "the old account is forgotten."
        ),
    )
    return Screen(html, ((Button(view.label("Yes, go on here"), MovePhone(code)),),))


def phone_moved_screen(moved: o.PhoneMoved, view: View) -> Screen:
    html = paragraphs(
        bold(view.say("Welcome to your new phone.")),
        view.say("Everything is as you left it."),
    )
    return Screen(html, buttons.menu(view))


def phone_move_refused_screen(refused: o.PhoneMoveRefused, view: View) -> Screen:
    match refused.problem:
        case o.PhoneMoveProblem.GONE:
            text = view.say(
                "This code is not good any more: it works once, for an hour. Send /move on your "
                "old phone to get a new one."
            )
            return Screen(text)
        case o.PhoneMoveProblem.SAME_PHONE:
            text = view.say("This is your old phone. Please use the code on your new account.")
        case o.PhoneMoveProblem.OWN_PROGRESS:
            text = view.say(
                "Somebody learns on this account already, and two ways through the course can't "
                "become one. Send /delete here first if this progress is not needed, then use the "
                "code again."
            )
    return Screen(text, buttons.menu(view))


def _place(organisation: str, department: str | None) -> Html:
    return bold(f"{organisation}, {department}" if department else organisation)
