"""Days and hours as people say them, in the reader's zone."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime, format_skeleton, get_timezone_location

from bot.screens.html import Html
from bot.screens.speech import Speech
from bot.screens.view import View


def clock(speech: Speech, at: time | datetime) -> str:
    """ "9:10" by the 24-hour clock; a datetime must be in the reader's zone already."""
    moment = at if isinstance(at, datetime) else datetime.combine(date.min, at)
    return format_skeleton("Hm", moment.replace(tzinfo=None), locale=speech.locale)


def full_date(speech: Speech, day: date) -> str:
    return format_date(day, "long", locale=speech.locale)


def weekday(speech: Speech, day: int) -> str:
    """The day's name by its number, 0 is Monday, as it stands inside a sentence."""
    return str(speech.locale.days["stand-alone"]["wide"][day])


def days_of_week(speech: Speech, days: frozenset[int]) -> str:
    """ "Monday–Thursday" where three or more follow one another, else "Monday and Friday"."""
    ordered = sorted(days)
    names = [weekday(speech, day) for day in ordered]
    if len(ordered) > 2 and ordered[-1] - ordered[0] == len(ordered) - 1:
        return f"{names[0]}–{names[-1]}"
    return speech.all_of(names)


def place(speech: Speech, zone: str) -> str:
    """The city of an IANA zone."""
    if zone == "UTC":
        return zone
    return get_timezone_location(zone, locale=speech.locale, return_city=True)


def on_day(view: View, day: date) -> Html:
    """ "today", "tomorrow" or "on Monday 23 November", to stand inside a sentence."""
    ahead = (day - view.local_now.date()).days
    if ahead == 0:
        return view.say("today")
    if ahead == 1:
        return view.say("tomorrow")
    return _on_weekday(view, day)


def at_moment(view: View, instant: datetime) -> Html:
    """ "tomorrow at 9:10", to stand inside a sentence."""
    local = instant.astimezone(view.local_now.tzinfo)
    hour = clock(view, local)
    ahead = local.date() - view.local_now.date()
    if ahead == timedelta(0):
        return view.say("today at {hour}", hour=hour)
    if ahead == timedelta(1):
        return view.say("tomorrow at {hour}", hour=hour)
    return view.say("{day} at {hour}", day=_on_weekday(view, local.date()), hour=hour)


def _on_weekday(view: View, day: date) -> Html:
    on = format_skeleton("MMMMd", datetime.combine(day, time()), locale=view.locale)
    # One message a weekday: in Greek the article goes with it.
    weekdays = (
        view.say("on Monday {date}", date=on),
        view.say("on Tuesday {date}", date=on),
        view.say("on Wednesday {date}", date=on),
        view.say("on Thursday {date}", date=on),
        view.say("on Friday {date}", date=on),
        view.say("on Saturday {date}", date=on),
        view.say("on Sunday {date}", date=on),
    )
    return weekdays[day.weekday()]


def short_date(view: View, instant: datetime) -> str:
    """ "3 Mar 2027", in the reader's zone."""
    return format_date(instant.astimezone(ZoneInfo(view.zone)), "medium", locale=view.locale)


def short_day(speech: Speech, day: date) -> str:
    """ "3 Mar", where the year is plain."""
    return format_skeleton("MMMd", datetime.combine(day, time()), locale=speech.locale)


def short_weekday(speech: Speech, day: date) -> str:
    """ "Thu, 4 Mar", for a button."""
    return format_skeleton("MMMEd", datetime.combine(day, time()), locale=speech.locale)


def short_day_and_hour(view: View, instant: datetime) -> str:
    """ "Thu, 4 Mar 10:00" in the reader's zone, for a button."""
    local = instant.astimezone(ZoneInfo(view.zone))
    return f"{short_weekday(view, local.date())} {clock(view, local)}"


def weekday_and_hour(view: View, instant: datetime) -> str:
    """ "Thursday 4 March, 10:00" in the reader's zone, to stand by itself."""
    local = instant.astimezone(ZoneInfo(view.zone))
    return f"{weekday_and_date(view, local.date())}, {clock(view, local)}"


def weekday_and_date(speech: Speech, day: date) -> str:
    """ "Thursday 4 March", to stand by itself."""
    name = weekday(speech, day.weekday())
    date_of = format_skeleton("MMMMd", datetime.combine(day, time()), locale=speech.locale)
    return f"{name[0].upper()}{name[1:]} {date_of}"


def local_date(view: View, instant: datetime) -> date:
    return instant.astimezone(ZoneInfo(view.zone)).date()


def day_and_hour(view: View, instant: datetime) -> str:
    """ "3 March 2027, 9:10", in the reader's zone."""
    local = instant.astimezone(ZoneInfo(view.zone))
    return f"{full_date(view, local.date())}, {clock(view, local)}"


def exactly(view: View, instant: datetime) -> str:
    """Day and time in full, where a record needs them."""
    return format_datetime(instant, "long", tzinfo=ZoneInfo(view.zone), locale=view.locale)


def to_the_second(view: View, instant: datetime) -> str:
    """In short, where many records stand below each other."""
    return format_datetime(instant, "medium", tzinfo=ZoneInfo(view.zone), locale=view.locale)
