"""One code, who came by it, and what a coordinator may change for them."""

from dataclasses import replace
from typing import assert_never

from bot.screens.html import Html, bold, lines, paragraphs
from bot.screens.inviting import MOST_BUTTONS, shortened
from bot.screens.roles import department_name, person_number, role_name, role_names
from bot.screens.screen import Button, Screen, in_rows, one_a_row
from bot.screens.view import View
from learning.account.model import Role
from learning.organisations import outcomes as o
from learning.organisations.asks import (
    ChangeDepartment,
    GiveRole,
    OfferDepartments,
    OfferRemoval,
    RemoveMember,
    RevokeCode,
    ShowCode,
    ShowSheets,
    WithdrawRole,
)


def code_screen(shown: o.CodeShown, view: View) -> Screen:
    html = paragraphs(
        bold(view.say("This code")),
        lines(
            _state(shown, view),
            view.say("For: {department}", department=department_name(view, shown.department)),
            _who(shown, view),
        ),
        view.say(
            "No names are kept: {person} is all I can call this person.",
            person=_person(shown, view),
        )
        if shown.person is not None
        else None,
    )
    return Screen(html, _rows(shown, view))


def code_asked_screen(asked: o.CodeAsked, view: View) -> Screen:
    text = view.say(
        "Please write the code behind the command, as in {example}. You then see whether it was "
        "used, and can remove the person who came by it, or change their department and roles.",
        example=Html("<code>/code abcdefghjk</code>"),
    )
    return Screen(text, ((Button(view.label("My sheets"), ShowSheets()),),))


def code_unknown_screen(unknown: o.CodeUnknown, view: View) -> Screen:
    text = view.say("Your organisation has no such code. Please look once more at the paper.")
    return Screen(text, ((Button(view.label("My sheets"), ShowSheets()),),))


def removal_offered_screen(offered: o.RemovalOffered, view: View) -> Screen:
    shown = offered.shown
    html = paragraphs(
        bold(view.say("Remove {person}?", person=_person(shown, view))),
        view.say(
            "Their membership and roles end at once, and the code opens nothing any more. What "
            "they have learned stays with them, and they can go on learning on their own."
        ),
    )
    remove = Button(view.label("Yes, remove"), RemoveMember(shown.code, shown.standing))
    return Screen(html, one_a_row(remove, _back(shown, view)))


def member_removed_screen(removed: o.MemberRemoved, view: View) -> Screen:
    return Screen(
        view.say("Done. That person no longer belongs to your organisation."),
        ((Button(view.label("My sheets"), ShowSheets()),),),
    )


def role_changed_screen(changed: o.RoleChanged, view: View) -> Screen:
    role = bold(role_name(view, changed.role))
    done = view.say("Given at once: {role}.", role=role)
    if not changed.given:
        done = view.say("Withdrawn at once: {role}.", role=role)
    return _after(done, changed.shown, view)


def department_changed_screen(changed: o.DepartmentChanged, view: View) -> Screen:
    return _after(view.say("The department is changed."), changed.shown, view)


def new_department_screen(asked: o.NewDepartmentAsked, view: View) -> Screen:
    shown = asked.shown

    def button(label: str, department: int | None) -> Button:
        return Button(label, ChangeDepartment(shown.code, shown.standing, department))

    known = [button(shortened(each.name), each.id) for each in asked.departments[:MOST_BUTTONS]]
    whole = button(view.label("The whole organisation"), None)
    text = view.say("Where does {person} work now?", person=_person(shown, view))
    return Screen(text, (*in_rows(known, 2), (whole,), (_back(shown, view),)))


def _back(shown: o.CodeShown, view: View) -> Button:
    return Button(view.label("Back"), ShowCode(shown.code))


def _after(done: Html, shown: o.CodeShown, view: View) -> Screen:
    screen = code_screen(shown, view)
    return replace(screen, html=paragraphs(done, screen.html))


def _person(shown: o.CodeShown, view: View) -> Html:
    return person_number(view, shown.person)


def _state(shown: o.CodeShown, view: View) -> Html:
    match shown.state:
        case o.CodeState.UNUSED:
            return view.say("Not used yet.")
        case o.CodeState.USED:
            return view.say("Used.")
        case o.CodeState.REVOKED:
            return view.say("Revoked: it opens nothing.")
        case o.CodeState.EXPIRED:
            return view.say("Expired.")
        case _:
            assert_never(shown.state)


def _who(shown: o.CodeShown, view: View) -> Html | None:
    if shown.people > 1:
        return view.say_n(
            "{n} person belongs to you by this code; I can't tell them apart.",
            "{n} people belong to you by this code; I can't tell them apart.",
            shown.people,
        )
    if shown.person is None:
        return view.say("Nobody belongs to your organisation by this code now.")
    return view.say("Roles: {roles}", roles=bold(role_names(view, shown.roles)))


def _rows(shown: o.CodeShown, view: View) -> tuple[tuple[Button, ...], ...]:
    revocable = shown.state is o.CodeState.UNUSED
    revoke = Button(view.label("Revoke this code"), RevokeCode(shown.code)) if revocable else None
    if not shown.mine:
        return one_a_row(revoke, Button(view.label("My sheets"), ShowSheets()))
    roles = [_role_button(shown, role, view) for role in Role if role in shown.mine]
    return (
        *in_rows(roles, 1),
        *one_a_row(
            Button(view.label("Change the department"), OfferDepartments(shown.code)),
            Button(view.label("Remove from the organisation"), OfferRemoval(shown.code)),
            Button(view.label("My sheets"), ShowSheets()),
        ),
    )


def _role_button(shown: o.CodeShown, role: Role, view: View) -> Button:
    name = role_name(view, role)
    if role in shown.roles:
        ask = WithdrawRole(shown.code, shown.standing, role)
        return Button(view.label("Withdraw: {role}", role=name), ask)
    return Button(view.label("Give: {role}", role=name), GiveRole(shown.code, shown.standing, role))
