"""An event as a calendar file: the same UID whenever it changes, so that calendars follow."""

from datetime import datetime
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vCalAddress, vText

from bot.screens.drawing import CalendarFile
from bot.screens.screen import Attachment


def calendar_file(wanted: CalendarFile) -> Attachment:
    """RFC 5545; times in the organisation's zone, which the file describes itself."""
    calendar = Calendar()
    calendar.add("prodid", "-//Q-SER learning assistant//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if wanted.cancelled else "PUBLISH")
    calendar.add_component(_event(wanted))
    calendar.add_missing_timezones()
    return Attachment(wanted.file_name, calendar.to_ical())


def _event(wanted: CalendarFile) -> Event:
    event = Event()
    event.add("uid", wanted.uid)
    event.add("sequence", wanted.sequence)
    event.add("dtstamp", wanted.made_at)
    event.add("dtstart", _there(wanted.starts_at, wanted.zone))
    event.add("dtend", _there(wanted.ends_at, wanted.zone))
    event.add("summary", wanted.title)
    event.add("status", "CANCELLED" if wanted.cancelled else "CONFIRMED")
    if wanted.place:
        event.add("location", wanted.place)
    if wanted.link:
        event.add("url", wanted.link)
    organiser = vCalAddress("invalid:nomail")
    organiser.params["CN"] = vText(wanted.organiser)
    event["organizer"] = organiser
    return event


def _there(instant: datetime, zone: str) -> datetime:
    return instant.astimezone(ZoneInfo(zone))
