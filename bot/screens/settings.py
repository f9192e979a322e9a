"""A learner's settings: all on one screen, and one of them to choose."""

from datetime import time
from typing import assert_never

from bot.locales.catalogues import languages
from bot.screens import buttons
from bot.screens.account import welcome_screen
from bot.screens.html import Html, bold, lines, paragraphs
from bot.screens.screen import Button, Row, Screen, in_rows
from bot.screens.times import clock, full_date, place, weekday
from bot.screens.view import View
from learning.account import outcomes as o
from learning.account.asks import ChooseSetting, ShowChoices, ShowDefaults, ShowSettings
from learning.lessons.asks import BeginCourse

ANY_SECTOR = "any"
ZONES = (
    "Europe/Athens",
    "Europe/Madrid",
    "Atlantic/Canary",
    "Europe/Nicosia",
    "Europe/Brussels",
    "Europe/Lisbon",
    "UTC",
)


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
        bold(view.say("Your settings")), _listing(view, settings), _pause(view, settings)
    )
    last = buttons.resume(view) if settings.paused else buttons.pause(view)
    rows = (*_field_rows(view, without=None), (buttons.next_lesson(view), last))
    return Screen(html, rows)


def choices_screen(shown: o.ChoicesShown | o.SettingRefused, view: View) -> Screen:
    settings, field = shown.settings, shown.field
    html = paragraphs(bold(field_name(view, field)), _explanation(view, field, settings))
    rows = _choice_rows(view, field, settings)
    if settings.begun:
        return Screen(html, (*rows, (Button(view.label("Back to the settings"), ShowSettings()),)))
    back = Button(view.label("Ready"), ShowDefaults())
    return Screen(html, (*rows, *_field_rows(view, without=field), (back,)))


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
    return Screen(screen.html, screen.rows, toast=toast)


def refused_setting_screen(refused: o.SettingRefused, view: View) -> Screen:
    screen = choices_screen(refused, view)
    if refused.field is o.Field.WEEKDAYS:
        why = view.label("At least one day has to stay.")
    else:
        why = view.label("That cannot be chosen here. Please take one of these.")
    return Screen(screen.html, screen.rows, toast=why)


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


def _field_rows(view: View, without: o.Field | None) -> tuple[Row, ...]:
    fields = [field for field in o.Field if field is not without]
    return in_rows([Button(field_name(view, field), ShowChoices(field)) for field in fields], 2)


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


def _pause(view: View, settings: o.Settings) -> Html | None:
    if settings.paused is None:
        return None
    if settings.paused_until is None:
        return view.say("Paused until you resume.")
    return view.say("Paused until {date}.", date=full_date(view, settings.paused_until))


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
            hours = _half_hours(settings.opens, settings.closes)
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
