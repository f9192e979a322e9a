"""Easter Sunday by the two calendars of our readers. Source: J. Meeus, Astronomical Algorithms
(2nd ed., 1998), chapter 8."""

from datetime import date, timedelta

_JULIAN_LAG = timedelta(days=13)  # from 1900 to 2099


def easter(year: int, church: str) -> date:
    """`church` is "western" or "orthodox"; for the years 1900 to 2099."""
    return _western(year) if church == "western" else _orthodox(year)


def _orthodox(year: int) -> date:
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return date(year, month, day + 1) + _JULIAN_LAG


def _western(year: int) -> date:
    century = year // 100
    golden = year % 19
    shift = century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15
    moon = shift % 30
    moon -= (moon // 28) * (1 - (moon // 28) * (29 // (moon + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    offset = moon - weekday
    month = 3 + (offset + 40) // 44
    return date(year, month, offset + 28 - 31 * (month // 4))
