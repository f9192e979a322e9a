"""A learner's settings, all on one screen: before the start, and at any time after it."""

from dataclasses import replace
from typing import assert_never

from bot.screens import buttons
from bot.screens.account import welcome_screen
from bot.screens.choosing import choices_screen, field_name, field_rows
from bot.screens.html import Html, bold, lines, paragraphs
from bot.screens.pausing import paused_until
from bot.screens.screen import Button, Screen
from bot.screens.times import clock, place, weekday
from bot.screens.view import View
from learning.account import outcomes as o
from learning.account.asks import ShowChoices
from learning.lessons.asks import BeginCourse


def defaults_screen(shown: o.DefaultsShown, view: View) -> Screen:
    html = paragraphs(
        bold(view.say("This is how your lessons will come")),
        _listing(view, shown.settings),
        view.say("You can change this now, or at any time with /settings."),
    )
    start = Button(view.label("Start"), BeginCourse())
    change = Button(view.label("Change"), ShowChoices(o.Field.HOUR))
    return Screen(html, ((start, change),))


def settings_screen(shown: o.SettingsShown, view: View) -> Screen:
    settings = shown.settings
    html = paragraphs(
        bold(view.say("Your settings")), _listing(view, settings), paused_until(view, settings)
    )
    last = buttons.resume(view) if settings.paused else buttons.pause(view)
    rows = (*field_rows(view, without=None), (buttons.next_lesson(view), last))
    return Screen(html, rows)


def changed_screen(changed: o.SettingChanged, view: View) -> Screen:
    """Back to the overview, except where one goes on choosing, or must read the notice anew."""
    settings, toast = changed.settings, view.label("Saved.")
    if changed.field is o.Field.WEEKDAYS:
        screen = choices_screen(o.ChoicesShown(changed.field, settings), view)
    elif settings.begun:
        screen = settings_screen(o.SettingsShown(settings), view)
    elif changed.field is o.Field.LANGUAGE:
        screen = welcome_screen(o.Welcomed(settings.organisation, None), view)
    else:
        screen = defaults_screen(o.DefaultsShown(settings), view)
    return replace(screen, toast=toast)


def _listing(view: View, settings: o.Settings) -> Html:
    rows = [
        Html(f"{field_name(view, field)}: <b>{_value(view, field, settings)}</b>")
        for field in o.Field
    ]
    if settings.organisation:
        name = bold(settings.organisation)
        rows.insert(0, view.say("Organisation: {organisation}", organisation=name))
    return lines(*rows)


def _value(view: View, field: o.Field, settings: o.Settings) -> str:
    match field:
        case o.Field.HOUR:
            return clock(view, settings.lesson_time)
        case o.Field.WEEKDAYS:
            return view.all_of([weekday(view, day) for day in sorted(settings.weekdays)])
        case o.Field.SECTOR:
            return _sector(view, settings.sector)
        case o.Field.ZONE:
            return place(view, settings.zone)
        case o.Field.LANGUAGE:
            return view.own_name(settings.language)
        case _:
            assert_never(field)


def _sector(view: View, sector: str | None) -> Html:
    name = view.curriculum.course.sectors.get(sector or "")
    return view.name(name) if name else view.say("Any")
