"""The words of time in each language, as people write them; accents aside."""

from collections.abc import Callable
from enum import Enum
from functools import cache

from dialogue.folding import fold, plain
from dialogue.numerals import Named, counted, up_to_59


class Kind(Enum):
    NUMBER = "number"
    HALF = "half"
    QUARTER = "quarter"
    PAST = "past"  # ten past eight
    TO = "to"  # ten to eight; Monday to Friday
    AND = "and"  # eight and a half (el, es)
    MINUS = "minus"  # nine minus a quarter (el, es)
    AT = "at"
    OCLOCK = "o'clock"
    PART = "part of the day"
    NOON = "noon"
    MIDNIGHT = "midnight"
    INSTEAD = "instead"
    UNSUITED = "unsuited"
    NOT = "not"
    BUT = "but"
    ALSO = "also"
    DAYS = "weekdays"
    MONTH = "month"
    MINUTES = "unit in minutes"
    DAY_UNIT = "unit in days"
    UNTIL = "until"
    DATE = "the day of a month"  # "the", before a number
    NEXT = "next"
    TODAY = "today"
    AHEAD = "days ahead"
    WEEK_END = "end of this week"
    MONTH_END = "end of this month"
    END = "end of, before a month"
    FROM = "from"
    AFTER = "after"
    EASTER = "Easter"
    INCLUDED = "that day, too"
    WEEK_AHEAD = "next week"
    MONTH_AHEAD = "next month"
    PLURAL = "some"
    OTHER = "none of these, though a part of it would be"
    CLOCK = "hour and minute"  # from here on read from digits, see dialogue/tokens.py
    ORDINAL = "3rd"
    SLASHED = "day and month"


_ALL, _WORK, _REST = frozenset(range(7)), frozenset(range(5)), frozenset({5, 6})
_EVERY_OTHER = frozenset({0, 2, 4})

Entry = tuple[Kind, object]
Meanings = dict[Kind, object]


def _numbers(named: list[Named]) -> list[tuple[str, Entry]]:
    return [(name, (Kind.NUMBER, number)) for name, number in named]


def _days(names: str) -> list[tuple[str, Entry]]:
    days = enumerate(names.split())
    return [(name, (Kind.DAYS, frozenset({d}))) for d, ways in days for name in ways.split("/")]


def _months(names: str) -> list[tuple[str, Entry]]:
    months = enumerate(names.split(), start=1)
    return [(name, (Kind.MONTH, m)) for m, ways in months for name in ways.split("/")]


def _each(kind: Kind, value: object, names: str) -> list[tuple[str, Entry]]:
    return [(name.strip(), (kind, value)) for name in names.split(",")]


def _half_hours(names: str) -> list[tuple[str, Entry]]:
    return [(name, (Kind.NUMBER, (n, 30))) for n, name in enumerate(names.split(), start=1)]


# Parts of the day: what an hour of them is on the 24-hour clock is in dialogue/clock.py.
_ENGLISH = [
    *_numbers(
        up_to_59(
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
            " fifteen sixteen seventeen eighteen nineteen",
            "twenty thirty forty/fourty fifty",
            (" ", " - "),
        )
    ),
    *_days(
        "monday/mondays/mon tuesday/tuesdays/tue/tues wednesday/wednesdays/wed/weds"
        " thursday/thursdays/thu/thur/thurs friday/fridays/fri saturday/saturdays/sat"
        " sunday/sundays/sun"
    ),
    *_months(
        "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug"
        " september/sept/sep october/oct november/nov december/dec"
    ),
    *_each(Kind.DAYS, _WORK, "weekdays, weekday, working days, work days, workdays"),
    *_each(Kind.DAYS, _REST, "weekend, weekends, the weekend"),
    *_each(Kind.DAYS, _WORK, "m - f"),
    *_each(Kind.DAYS, _EVERY_OTHER, "every other day, every second day, on alternate days"),
    *_each(Kind.DAYS, _ALL, "every day, everyday, daily, each day, all days, all week, any day"),
    *_each(Kind.HALF, 30, "half, half an, half a"),
    *_each(Kind.QUARTER, 15, "quarter, a quarter, quarter of an hour, a quarter of an hour"),
    *_each(Kind.QUARTER, 45, "three quarters of an hour"),
    *_each(Kind.PAST, None, "past, after"),
    *_each(Kind.TO, None, "to, till, til, through, thru, -"),
    *_each(Kind.AND, None, "and, and a"),
    *_each(Kind.AT, None, "at, around, about, by, make it, set it to, change it to, move it to"),
    *_each(Kind.OCLOCK, None, "o'clock, oclock, o clock, ish"),
    *_each(Kind.PART, "am", "am, in the morning, morning, mornings, in the mornings"),
    *_each(Kind.PART, "pm", "pm, in the afternoon, afternoon, afternoons"),
    *_each(Kind.PART, "pm", "in the evening, evening, evenings, in the evenings"),
    *_each(Kind.PART, "night", "at night, tonight"),
    *_each(Kind.NOON, None, "noon, midday"),
    *_each(Kind.MIDNIGHT, None, "midnight"),
    *_each(Kind.INSTEAD, None, "instead of, rather than, not"),
    *_each(Kind.UNSUITED, None, "too early, too late, early, late, doesn't suit, bad"),
    *_each(Kind.NOT, None, "not, no, don't, dont, except, except for, without, skip, never"),
    *_each(Kind.NOT, None, "besides, apart from, can't, cant, nothing, do not"),
    *_each(Kind.NOT, None, "don't work, dont work, do not work"),
    *_each(Kind.BUT, None, "but, only, just, work"),
    *_each(Kind.ALSO, None, "also, add, as well, too, plus"),
    *_each(Kind.MINUTES, 1, "minute, minutes, min, mins, m, '"),
    *_each(Kind.MINUTES, 60, "hour, hours, hr, hrs, h"),
    *_each(Kind.DAY_UNIT, 1, "day, days"),
    *_each(Kind.DAY_UNIT, 7, "week, weeks, wk, wks"),
    *_each(Kind.DAY_UNIT, 14, "fortnight"),
    *_each(Kind.DAY_UNIT, 30, "month, months"),
    *_each(Kind.NUMBER, 1, "a, an"),
    *_each(Kind.NUMBER, 2, "a couple of, couple of, a couple"),
    *_each(Kind.PLURAL, None, "few, a few, some, several, many"),
    *_each(Kind.UNTIL, None, "until, till, til, up to, back on, back, return on, return, on"),
    *_each(Kind.DATE, None, "the, day, on the"),
    *_each(Kind.NEXT, None, "next, the next, coming, following"),
    *_each(Kind.TODAY, None, "today"),
    *_each(Kind.AHEAD, 1, "tomorrow, tmr, tmrw"),
    *_each(Kind.AHEAD, 2, "the day after tomorrow, day after tomorrow"),
    *_each(Kind.WEEK_END, None, "this week, the rest of the week, end of the week"),
    *_each(Kind.WEEK_END, None, "the end of the week, whole week, the whole week"),
    *_each(Kind.MONTH_END, None, "this month, end of the month, the end of the month"),
    *_each(Kind.MONTH_END, None, "end of month, the rest of the month"),
    *_each(Kind.WEEK_AHEAD, None, "next week, all next week, the whole next week"),
    *_each(Kind.MONTH_AHEAD, None, "next month, all next month"),
    *_each(Kind.OTHER, None, "daily lesson, daily lessons, daily message, daily messages"),
    *_each(Kind.END, None, "end of, the end of"),
    *_each(Kind.FROM, None, "from, starting, starting from, starting on, as of"),
    *_each(Kind.INCLUDED, None, "inclusive, including, incl, included, through, thru"),
]

_GREEK = [
    *_numbers(
        up_to_59(
            "ένα/μία/μια/έναν/μιας δύο/δυο τρεις/τρία/τριών τέσσερις/τέσσερα/τεσσάρων πέντε έξι"
            " εφτά/επτά οκτώ/οχτώ εννέα/εννιά δέκα έντεκα δώδεκα δεκατρείς/δεκατρία"
            " δεκατέσσερις/δεκατέσσερα δεκαπέντε δεκαέξι δεκαεφτά/δεκαεπτά δεκαοκτώ/δεκαοχτώ"
            " δεκαεννέα/δεκαεννιά",
            "είκοσι τριάντα σαράντα πενήντα",
            (" ",),
        )
    ),
    *_days(
        "δευτέρα/δευτέρες/δευτέρας/δευτ/δευ τρίτη/τρίτες/τρίτης/τρι"
        " τετάρτη/τετάρτες/τετάρτης/τετ πέμπτη/πέμπτες/πέμπτης/πεμ"
        " παρασκευή/παρασκευές/παρασκευής/παρ σάββατο/σάββατα/σαββάτου/σαβ"
        " κυριακή/κυριακές/κυριακής/κυρ"
    ),
    *_months(
        "ιανουαρίου/ιανουάριο/ιανουάριος/γενάρη φεβρουαρίου/φεβρουάριο/φεβρουάριος/φλεβάρη"
        " μαρτίου/μάρτιο/μάρτη/μάρτιος απριλίου/απρίλιο/απρίλη μαΐου/μάιο/μάη"
        " ιουνίου/ιούνιο/ιούνη ιουλίου/ιούλιο/ιούλη αυγούστου/αύγουστο"
        " σεπτεμβρίου/σεπτέμβριο/σεπτέμβρη οκτωβρίου/οκτώβριο/οκτώβρη/οχτώβρη"
        " νοεμβρίου/νοέμβριο/νοέμβρη δεκεμβρίου/δεκέμβριο/δεκέμβρη"
    ),
    *_each(Kind.DAYS, _WORK, "καθημερινές, τις καθημερινές, εργάσιμες"),
    *_each(Kind.DAYS, _REST, "σαββατοκύριακο, σαββατοκύριακα, σαββατοκύριακου, σκ, σ κ"),
    *_each(Kind.DAYS, _EVERY_OTHER, "μέρα παρά μέρα, κάθε δεύτερη μέρα"),
    *_each(Kind.DAYS, _ALL, "κάθε μέρα, κάθε ημέρα, καθημερινά, όλες τις μέρες"),
    *_half_hours(
        "μιάμισι δυόμισι τρεισήμισι τεσσερισήμισι πεντέμισι εξίμισι εφτάμισι οκτώμισι"
        " εννιάμισι δεκάμισι εντεκάμισι δωδεκάμισι"
    ),
    *_each(Kind.NUMBER, (1, 30), "ενάμιση, ενάμισι, ενάμισης"),
    *_each(Kind.NUMBER, (7, 30), "επτάμισι"),
    *_each(Kind.NUMBER, (8, 30), "οχτώμισι"),
    *_each(Kind.NUMBER, (9, 30), "εννέαμισι"),
    *_each(Kind.HALF, 30, "μισή, μισό"),
    *_each(Kind.QUARTER, 15, "τέταρτο, τέταρτο της ώρας"),
    *_each(Kind.QUARTER, 45, "τρία τέταρτα"),
    *_each(Kind.TO, None, "έως, ως, μέχρι, με, -"),
    *_each(Kind.AND, None, "και, κι"),
    *_each(Kind.MINUS, None, "παρά"),
    *_each(Kind.AT, None, "στις, στη, στην, κατά τις, γύρω στις, κατά τη, τις"),
    *_each(Kind.AT, None, "περίπου στις, κάν' το, κάντο, βάλ' το, βάλε στις"),
    *_each(Kind.OCLOCK, None, "η ώρα, ακριβώς"),
    *_each(Kind.PART, "am", "πμ, το πρωί, πρωί, το πρωινό, πρωινά, του πρωινού"),
    *_each(Kind.PART, "pm", "μμ, το απόγευμα, απόγευμα, απογευματινή, του απογεύματος"),
    *_each(Kind.PART, "night", "το βράδυ, βράδυ, τα βράδια, τη νύχτα, απόψε"),
    *_each(Kind.NOON, None, "το μεσημέρι, μεσημέρι, του μεσημεριού"),
    *_each(Kind.MIDNIGHT, None, "μεσάνυχτα, τα μεσάνυχτα"),
    *_each(Kind.INSTEAD, None, "αντί για τις, αντί για, αντί στις, αντί, όχι στις"),
    *_each(Kind.AT, None, "όχι στις"),  # "no, at ten" without its comma
    *_each(Kind.UNSUITED, None, "νωρίς, αργά, δεν με βολεύει, δε με βολεύει, δεν μπορώ"),
    *_each(Kind.NOT, None, "όχι, δεν, δε, μη, μην, εκτός, εκτός από, χωρίς, πλην, ποτέ, τίποτα"),
    *_each(Kind.NOT, None, "δεν δουλεύω, δε δουλεύω, δεν εργάζομαι"),
    *_each(Kind.BUT, None, "αλλά, μόνο, δουλεύω"),
    *_each(Kind.ALSO, None, "επίσης, πρόσθεσε, και τις, και την, και το, βάλε και"),
    *_each(Kind.MINUTES, 1, "λεπτό, λεπτά, λεπτάκια, λ, '"),
    *_each(Kind.MINUTES, 30, "μισάωρο, μισαωράκι"),
    *_each(Kind.MINUTES, 60, "ώρα, ώρες, ωρίτσα, ωρίτσες, ωρών, ώρας"),
    *_each(Kind.MINUTES, 120, "δίωρο"),
    *_each(Kind.MINUTES, 180, "τρίωρο"),
    *_each(Kind.DAY_UNIT, 1, "μέρα, μέρες, ημέρα, ημέρες, ημερών, μερών"),
    *_each(Kind.DAY_UNIT, 7, "εβδομάδα, εβδομάδες, βδομάδα, βδομάδες, εβδομάδων, εβδομάδας"),
    *_each(Kind.DAY_UNIT, 15, "δεκαπενθήμερο"),
    *_each(Kind.DAY_UNIT, 30, "μήνα, μήνες, μήνας, μηνών, μήνα"),
    *_each(Kind.PLURAL, None, "λίγες, λίγα, μερικές, μερικά, κάποιες, κάτι"),
    *_each(Kind.UNTIL, None, "μέχρι, ως, έως, μέχρι τις, ως τις, έως τις, γυρίζω, επιστρέφω"),
    *_each(Kind.UNTIL, None, "μέχρι τον, ως τον, έως τον"),
    *_each(Kind.DATE, None, "τις, στις, την, η, μέχρι τις, ως τις, έως τις"),
    *_each(Kind.NEXT, None, "επόμενη, επόμενο, άλλη, άλλο, ερχόμενη, προσεχή"),
    *_each(Kind.TODAY, None, "σήμερα"),
    *_each(Kind.AHEAD, 1, "αύριο"),
    *_each(Kind.AHEAD, 2, "μεθαύριο"),
    *_each(Kind.WEEK_END, None, "αυτή την εβδομάδα, αυτή τη βδομάδα, όλη την εβδομάδα"),
    *_each(Kind.WEEK_END, None, "όλη τη βδομάδα, τέλος της εβδομάδας, αυτήν την εβδομάδα"),
    *_each(Kind.WEEK_AHEAD, None, "την επόμενη εβδομάδα, την επόμενη βδομάδα"),
    *_each(Kind.WEEK_AHEAD, None, "την άλλη εβδομάδα, την άλλη βδομάδα, την ερχόμενη βδομάδα"),
    *_each(Kind.WEEK_AHEAD, None, "την ερχόμενη εβδομάδα, όλη την άλλη βδομάδα"),
    *_each(Kind.MONTH_END, None, "αυτόν τον μήνα, αυτό τον μήνα, τέλος του μήνα, τέλη του μήνα"),
    *_each(Kind.MONTH_END, None, "αυτό το μήνα"),
    *_each(Kind.MONTH_AHEAD, None, "τον επόμενο μήνα, τον άλλο μήνα, τον άλλον μήνα"),
    *_each(Kind.END, None, "τέλος, τέλη, τέλος του, τέλη του"),
    *_each(Kind.FROM, None, "από, απ', από τη, από την, από τις, από το, από τον"),
    *_each(Kind.AFTER, None, "μετά, μετά το, μετά από το"),
    *_each(Kind.EASTER, "orthodox", "πάσχα"),
    *_each(Kind.INCLUDED, None, "συμπεριλαμβανομένης, συμπεριλαμβανομένου"),
]

_SPANISH = [
    *_numbers(
        up_to_59(
            "uno/una/un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce"
            " quince dieciséis diecisiete dieciocho diecinueve",
            "veinte treinta cuarenta cincuenta",
            (" y ",),
        )
    ),
    *_numbers(
        counted(
            "veintiuno/veintiuna/veintiún veintidós veintitrés veinticuatro veinticinco"
            " veintiséis veintisiete veintiocho veintinueve",
            first=21,
        )
    ),
    *_each(Kind.NUMBER, 2, "un par de"),
    *_days(
        "lunes/lun martes miércoles/mié jueves/jue viernes/vie sábado/sábados/sáb"
        " domingo/domingos/dom"
    ),
    *_months(
        "enero/ene febrero/feb marzo/mar abril/abr mayo junio/jun julio/jul agosto/ago"
        " septiembre/setiembre/sep/sept octubre/oct noviembre/nov diciembre/dic"
    ),
    *_each(Kind.DAYS, _WORK, "entre semana, laborables, días laborables, días de diario, l - v"),
    *_each(Kind.DAYS, _REST, "fin de semana, fines de semana, finde, findes"),
    *_each(Kind.DAYS, _EVERY_OTHER, "día sí y otro no, día sí día no, cada dos días"),
    *_each(Kind.DAYS, _ALL, "todos los días, cada día, cualquier día, diariamente, a diario"),
    *_each(Kind.HALF, 30, "media, medio"),
    *_each(Kind.QUARTER, 15, "cuarto, cuarto de hora, un cuarto, un cuarto de hora"),
    *_each(Kind.QUARTER, 45, "tres cuartos de hora"),
    *_each(Kind.TO, None, "a, al, hasta, hasta el, para las, para la, -"),
    *_each(Kind.AND, None, "y"),
    *_each(Kind.MINUS, None, "menos"),
    *_each(Kind.AT, None, "a las, a la, sobre las, hacia las, las, para las, para la"),
    *_each(Kind.AT, None, "tipo, ponla a, ponlo a"),
    *_each(Kind.OCLOCK, None, "en punto, h, hs"),
    *_each(Kind.PART, "am", "am, de la mañana, por la mañana, por las mañanas, las mañanas"),
    *_each(Kind.PART, "pm", "pm, de la tarde, por la tarde, por las tardes, esta tarde"),
    *_each(Kind.PART, "night", "de la noche, por la noche, esta noche"),
    *_each(Kind.PART, "am", "de la madrugada"),
    *_each(Kind.NOON, None, "mediodía, al mediodía, del mediodía, medio día"),
    *_each(Kind.MIDNIGHT, None, "medianoche"),
    *_each(Kind.INSTEAD, None, "en vez de a las, en vez de las, en vez de, en lugar de las, no"),
    *_each(Kind.INSTEAD, None, "en lugar de, en lugar de a las"),
    *_each(Kind.UNSUITED, None, "temprano, pronto, tarde, muy pronto, no me viene bien, mal"),
    *_each(Kind.NOT, None, "no, excepto, menos, salvo, sin, nunca, nada, tampoco, quita"),
    *_each(Kind.NOT, None, "no trabajo, no vengo, no estoy"),
    *_each(Kind.BUT, None, "pero, solo, sólo, solamente, trabajo"),
    *_each(Kind.ALSO, None, "también, añade, además"),
    *_each(Kind.MINUTES, 1, "minuto, minutos, min, mins, m, '"),
    *_each(Kind.MINUTES, 60, "hora, horas, horita"),
    *_each(Kind.DAY_UNIT, 1, "día, días"),
    *_each(Kind.DAY_UNIT, 7, "semana, semanas"),
    *_each(Kind.DAY_UNIT, 15, "quincena"),
    *_each(Kind.DAY_UNIT, 30, "mes, meses"),
    *_each(Kind.PLURAL, None, "unos, unas, algunos, algunas, varios, varias, pocos"),
    *_each(Kind.UNTIL, None, "hasta, hasta el, hasta la, vuelvo, vuelvo el, regreso, hasta el día"),
    *_each(Kind.DATE, None, "el, el día, día, hasta el, hasta el día, vuelvo el"),
    *_each(Kind.NEXT, None, "próximo, próxima, que viene, siguiente"),
    *_each(Kind.TODAY, None, "hoy"),
    *_each(Kind.AHEAD, 1, "mañana"),
    *_each(Kind.AHEAD, 2, "pasado mañana"),
    *_each(Kind.WEEK_END, None, "esta semana, toda la semana, fin de la semana"),
    *_each(Kind.WEEK_AHEAD, None, "próxima semana, semana que viene, semana próxima"),
    *_each(Kind.WEEK_AHEAD, None, "semana entrante"),
    *_each(Kind.MONTH_END, None, "este mes, fin de mes, final de mes, fin del mes"),
    *_each(Kind.MONTH_END, None, "finales de mes, hasta fin de mes"),
    *_each(Kind.MONTH_AHEAD, None, "mes que viene, próximo mes"),
    *_each(Kind.OTHER, None, "semana santa"),
    *_each(Kind.END, None, "fin de, final de, finales de"),
    *_each(Kind.FROM, None, "desde, desde el, del, a partir de, a partir del"),
    *_each(Kind.AFTER, None, "después de, después de la"),
    *_each(Kind.EASTER, "western", "semana santa, pascua"),
    *_each(Kind.INCLUDED, None, "incluido, incluida, inclusive"),
]

_WORDS = {"en": _ENGLISH, "el": _GREEK, "es": _SPANISH}
LANGUAGES = tuple(_WORDS)


def spelling(language: str) -> Callable[[str], str]:
    """Only Greek is folded whole: it would make one word of the English to, too and two."""
    return fold if language == "el" else plain


@cache
def table(language: str) -> dict[tuple[str, ...], Meanings]:
    """Words in their spelling, in order, → all that they may mean."""
    meanings: dict[tuple[str, ...], Meanings] = {}
    for written, (kind, value) in _WORDS[language]:
        words = tuple(spelling(language)(word) for word in written.split())
        meanings.setdefault(words, {})[kind] = value
    return meanings
