"""One setting, and the values to choose from."""

from dataclasses import replace
from datetime import time
from typing import assert_never

from bot.locales.catalogues import languages
from bot.screens.html import Html, bold, paragraphs
from bot.screens.screen import Button, Row, Screen, in_rows
from bot.screens.times import clock, place, weekday
from bot.screens.view import View
from learning.account import outcomes as o
from learning.account.asks import ChooseSetting, ShowChoices, ShowDefaults, ShowSettings
from learning.account.settings import ANY_SECTOR

ZONES = (
    "Europe/Athens",
    "Europe/Madrid",
    "Atlantic/Canary",
    "Europe/Nicosia",
    "Europe/Brussels",
    "Europe/Lisbon",
    "UTC",
)


def choices_screen(shown: o.ChoicesShown | o.SettingRefused, view: View) -> Screen:
    settings, field = shown.settings, shown.field
    html = paragraphs(bold(field_name(view, field)), _explanation(view, field, settings))
    rows = _choice_rows(view, field, settings)
    if settings.begun:
        return Screen(html, (*rows, (Button(view.label("Back to the settings"), ShowSettings()),)))
    back = Button(view.label("Ready"), ShowDefaults())
    return Screen(html, (*rows, *field_rows(view, without=field), (back,)))


def refused_setting_screen(refused: o.SettingRefused, view: View) -> Screen:
    screen = choices_screen(refused, view)
    if refused.field is o.Field.WEEKDAYS:
        why = view.label("At least one day has to stay.")
    else:
        why = view.label("That cannot be chosen here. Please take one of these.")
    return replace(screen, toast=why)


def field_name(view: View, field: o.Field) -> str:
    match field:
        case o.Field.HOUR:
            return view.label("Hour")
        case o.Field.WEEKDAYS:
            return view.label("Days")
        case o.Field.SECTOR:
            return view.label("Field of work")
        case o.Field.ZONE:
            return view.label("Time zone")
        case o.Field.LANGUAGE:
            return view.label("Language")
        case _:
            assert_never(field)


def field_rows(view: View, without: o.Field | None) -> tuple[Row, ...]:
    fields = [field for field in o.Field if field is not without]
    return in_rows([Button(field_name(view, field), ShowChoices(field)) for field in fields], 2)


def _explanation(view: View, field: o.Field, settings: o.Settings) -> Html:
    match field:
        case o.Field.HOUR:
            return view.say(
                "When may your lesson come? Now it comes at {hour}. You can choose from {opens} "
                "to {closes}.",
                hour=bold(clock(view, settings.lesson_time)),
                opens=clock(view, settings.opens),
                closes=clock(view, settings.closes),
            )
        case o.Field.WEEKDAYS:
            return view.say("On which days? A tap adds a day or takes it away; ✓ means chosen.")
        case o.Field.SECTOR:
            return view.say("Where do you work? It helps to choose fitting examples.")
        case o.Field.ZONE:
            return view.say("Whose clock do your lessons follow?")
        case o.Field.LANGUAGE:
            return view.say("Which language would you like to learn in?")
        case _:
            assert_never(field)


def _choice_rows(view: View, field: o.Field, settings: o.Settings) -> tuple[Row, ...]:
    def button(label: str, value: str, chosen: bool) -> Button:
        return Button(f"✓ {label}" if chosen else label, ChooseSetting(field, value))

    match field:
        case o.Field.HOUR:
            hours = sorted({*_half_hours(settings.opens, settings.closes), settings.lesson_time})
            return in_rows(
                [button(clock(view, at), f"{at:%H%M}", at == settings.lesson_time) for at in hours],
                4,
            )
        case o.Field.WEEKDAYS:
            days = sorted(settings.allowed)
            return in_rows([_day_button(view, day, settings) for day in days], 2)
        case o.Field.SECTOR:
            sectors = view.curriculum.course.sectors
            each = [
                button(view.plain(name), id, id == settings.sector) for id, name in sectors.items()
            ]
            unset = settings.sector is None
            return in_rows([*each, button(view.label("Any"), ANY_SECTOR, unset)], 1)
        case o.Field.ZONE:
            zones = dict.fromkeys((settings.zone, *ZONES))
            return in_rows(
                [button(place(view, zone), zone, zone == settings.zone) for zone in zones], 2
            )
        case o.Field.LANGUAGE:
            return in_rows(
                [button(view.own_name(it), it, it == settings.language) for it in languages()], 1
            )
        case _:
            assert_never(field)


def _day_button(view: View, day: int, settings: o.Settings) -> Button:
    name = weekday(view, day)
    label = name[0].upper() + name[1:]
    tick = "✓ " if day in settings.weekdays else ""
    return Button(tick + label, ChooseSetting(o.Field.WEEKDAYS, str(day)))


def _half_hours(opens: time, closes: time) -> list[time]:
    first, last = -(-_minutes(opens) // 30), _minutes(closes) // 30
    return [time(at // 2, at % 2 * 30) for at in range(first, min(last, 47) + 1)]


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute
