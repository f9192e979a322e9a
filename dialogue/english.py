"""The words of time in English, as people write them; accents aside."""

from dialogue.entries import ALL, EVERY_OTHER, REST, WORK, Kind, days_of, each, months_of, numbers
from dialogue.numerals import up_to_59

# Parts of the day: what an hour of them is on the 24-hour clock is in dialogue/clock.py.
WORDS = [
    *numbers(
        up_to_59(
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
            " fifteen sixteen seventeen eighteen nineteen",
            "twenty thirty forty/fourty fifty",
            (" ", " - "),
        )
    ),
    *days_of(
        "monday/mondays/mon tuesday/tuesdays/tue/tues wednesday/wednesdays/wed/weds"
        " thursday/thursdays/thu/thur/thurs friday/fridays/fri saturday/saturdays/sat"
        " sunday/sundays/sun"
    ),
    *months_of(
        "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug"
        " september/sept/sep october/oct november/nov december/dec"
    ),
    *each(Kind.DAYS, WORK, "weekdays, weekday, working days, work days, workdays"),
    *each(Kind.DAYS, REST, "weekend, weekends, the weekend"),
    *each(Kind.DAYS, WORK, "m - f"),
    *each(Kind.DAYS, EVERY_OTHER, "every other day, every second day, on alternate days"),
    *each(Kind.DAYS, ALL, "every day, everyday, daily, each day, all days, all week, any day"),
    *each(Kind.HALF, 30, "half, half an, half a"),
    *each(Kind.QUARTER, 15, "quarter, a quarter, quarter of an hour, a quarter of an hour"),
    *each(Kind.QUARTER, 45, "three quarters of an hour"),
    *each(Kind.PAST, None, "past, after"),
    *each(Kind.TO, None, "to, till, til, through, thru, -"),
    *each(Kind.AND, None, "and, and a"),
    *each(Kind.AT, None, "at, around, about, by, make it, set it to, change it to, move it to"),
    *each(Kind.OCLOCK, None, "o'clock, oclock, o clock, ish"),
    *each(Kind.PART, "am", "am, in the morning, morning, mornings, in the mornings"),
    *each(Kind.PART, "pm", "pm, in the afternoon, afternoon, afternoons"),
    *each(Kind.PART, "pm", "in the evening, evening, evenings, in the evenings"),
    *each(Kind.PART, "night", "at night, tonight"),
    *each(Kind.NOON, None, "noon, midday"),
    *each(Kind.MIDNIGHT, None, "midnight"),
    *each(Kind.INSTEAD, None, "instead of, rather than, not"),
    *each(Kind.UNSUITED, None, "too early, too late, early, late, doesn't suit, bad"),
    *each(Kind.NOT, None, "not, no, don't, dont, except, except for, without, skip, never"),
    *each(Kind.NOT, None, "besides, apart from, can't, cant, nothing, do not"),
    *each(Kind.NOT, None, "don't work, dont work, do not work"),
    *each(Kind.BUT, None, "but, only, just, work"),
    *each(Kind.ALSO, None, "also, add, as well, too, plus"),
    *each(Kind.MINUTES, 1, "minute, minutes, min, mins, m, '"),
    *each(Kind.MINUTES, 60, "hour, hours, hr, hrs, h"),
    *each(Kind.DAY_UNIT, 1, "day, days"),
    *each(Kind.DAY_UNIT, 7, "week, weeks, wk, wks"),
    *each(Kind.DAY_UNIT, 14, "fortnight"),
    *each(Kind.DAY_UNIT, 30, "month, months"),
    *each(Kind.NUMBER, 1, "a, an"),
    *each(Kind.NUMBER, 2, "a couple of, couple of, a couple"),
    *each(Kind.PLURAL, None, "few, a few, some, several, many"),
    *each(Kind.UNTIL, None, "until, till, til, up to, back on, back, return on, return, on"),
    *each(Kind.DATE, None, "the, day, on the"),
    *each(Kind.NEXT, None, "next, the next, coming, following"),
    *each(Kind.TODAY, None, "today"),
    *each(Kind.AHEAD, 1, "tomorrow, tmr, tmrw"),
    *each(Kind.AHEAD, 2, "the day after tomorrow, day after tomorrow"),
    *each(Kind.WEEK_END, None, "this week, the rest of the week, end of the week"),
    *each(Kind.WEEK_END, None, "the end of the week, whole week, the whole week"),
    *each(Kind.MONTH_END, None, "this month, end of the month, the end of the month"),
    *each(Kind.MONTH_END, None, "end of month, the rest of the month"),
    *each(Kind.WEEK_AHEAD, None, "next week, all next week, the whole next week"),
    *each(Kind.MONTH_AHEAD, None, "next month, all next month"),
    *each(Kind.OTHER, None, "daily lesson, daily lessons, daily message, daily messages"),
    *each(Kind.END, None, "end of, the end of"),
    *each(Kind.FROM, None, "from, starting, starting from, starting on, as of"),
    *each(Kind.INCLUDED, None, "inclusive, including, incl, included, through, thru"),
]
