"""Times in words, as tables: what was typed, what it means; "-" where nobody can be sure."""

from datetime import date, timedelta

import pytest

from dialogue.evaluate import SETS, values_read
from dialogue.times import read_day, read_duration, read_time, read_until, read_weekdays

TIMES = {
    "en": """
twenty five past seven = 7:25 | eight forty-five = 8:45 | twenty-five to nine = 8:35 | 8ish = 8:00
24.3. at 10 = 10:00 | starting monday at 9 = 9:00
8:30 = 8:30 | 8.30 = 8:30 | 08:30 = 8:30 | 0830 = 8:30 | at 9 = 9:00 | at nine = 9:00
at 9 please = 9:00 | 9 = 9:00 | nine = 9:00 | 9 am = 9:00 | 9am = 9:00 | 9 a.m. = 9:00
7 pm = 19:00 | 7pm = 19:00 | 7 p.m. = 19:00 | 12 am = 0:00 | 12 pm = 12:00 | 17:45 = 17:45
half past eight = 8:30 | half past 8 = 8:30 | half eight = 8:30 | quarter past nine = 9:15
a quarter past nine = 9:15 | quarter to nine = 8:45 | ten to nine = 8:50 | ten past eight = 8:10
twenty past seven = 7:20 | eight thirty = 8:30 | nine fifteen = 9:15 | 10 o'clock = 10:00
10 oclock = 10:00 | ten o clock = 10:00 | noon = 12:00 | at noon = 12:00 | midday = 12:00
midnight = 0:00 | at three = 15:00 | half past three = 15:30 | at 5 = 17:00
3 in the morning = 3:00 | at 8 in the morning = 8:00 | 8 in the evening = 20:00
around 6 in the evening = 18:00 | at 4 in the afternoon = 16:00 | 11 at night = 23:00
i want my lessons at 8:30 = 8:30 | move it to 11:15 please = 11:15 | make it 9:30 = 9:30
lessons at half past eight but not on fridays = 8:30 | send it at 9 instead of 8 = 9:00
8 is too early, make it 9:30 = 9:30 | from now on at 7:15 = 7:15 | by 10 = 10:00
can i get it at quarter past ten = 10:15 | every day at 16:30 = 16:30 | 20:00 = 20:00
on mondays at 8 = 8:00 | at 8 on weekdays = 8:00 | at 23:59 = 23:59 | 0:15 = 0:15
9 is too early = - | 25:00 = - | at 9 or at 10 = - | in two hours = - | in 10 minutes = -
three days a week = - | in the evening = - | later = - | change the time = - | lesson 3 = -
for 5 days = - | two weeks = - | hello = - | 8:75 = -
""",
    "el": """
οχι στις δεκα = 10:00 | oxi stis deka = 10:00
8μιση = 8:30 | stis 8misi = 8:30 | οκτώ και είκοσι πέντε = 8:25 | από Δευτέρα στις 9 = 9:00
για μιάμιση ώρα = - | ενάμιση μήνα = -
στις 9 = 9:00 | στις εννιά = 9:00 | στις εννέα = 9:00 | stis 9 = 9:00 | stis ennia = 9:00
στις 8:30 = 8:30 | 8:30 = 8:30 | 8.30 = 8:30 | στις 9 το πρωί = 9:00 | 9 πμ = 9:00
9 π.μ. = 9:00 | 8 μμ = 20:00 | 8μμ = 20:00 | 8 μ.μ. = 20:00 | στις 7 το απόγευμα = 19:00
στις 7 το βράδυ = 19:00 | stis 7 to apogevma = 19:00 | 5 το απόγευμα = 17:00
οκτώ και μισή = 8:30 | οχτώ και μισή = 8:30 | οχτώμισι = 8:30 | οκτώμισι = 8:30
oxtomisi = 8:30 | stis oxto kai misi = 8:30 | εννιάμισι = 9:30 | εφτάμισι = 7:30
επτάμισι = 7:30 | δεκάμισι = 10:30 | τρεισήμισι = 15:30 | εννέα και τέταρτο = 9:15
εννέα παρά τέταρτο = 8:45 | εννιά παρά δέκα = 8:50 | ennia para tetarto = 8:45
δέκα και είκοσι = 10:20 | στις τρεις και μισή = 15:30 | στη μία = 13:00 | στις δύο = 14:00
στις δέκα η ώρα = 10:00 | το μεσημέρι = 12:00 | στις 12 το μεσημέρι = 12:00
στις 2 το μεσημέρι = 14:00 | τα μεσάνυχτα = 0:00 | γύρω στις 6 = 18:00
θέλω τα μαθήματα στις 8:30 = 8:30 | thelo ta mathimata stis 10 = 10:00
οχτώμισι αλλά όχι την παρασκευή = 8:30 | κάθε μέρα στις 8 = 8:00
στις 11 αντί για τις 9 = 11:00 | στις 8 είναι νωρίς, κάν' το 9:30 = 9:30
δευτέρα και τετάρτη στις 9 = 9:00 | κάθε πρωί στις 8 και τέταρτο = 8:15
στις 14:00 = 14:00 | κατά τις 7:15 = 7:15 | βάλ' το στις 12 = 12:00
στις 9 είναι πολύ νωρίς = - | σε δύο ώρες = - | σε 10 λεπτά = - | το απόγευμα = -
τρεις μέρες την εβδομάδα = - | αργότερα = - | άλλαξε την ώρα = - | στις 9 ή στις 10 = -
""",
    "es": """
cuarto para las nueve = 8:45 | un cuarto para las nueve = 8:45 | diez para las ocho = 7:50
faltan cinco para las ocho = 7:55 | nueve y treinta y cinco = 9:35 | siete y veintitrés = 7:23
tipo 9 = 9:00 | a partir del lunes a las 10 = 10:00
a las 9 = 9:00 | a las nueve = 9:00 | 8:30 = 8:30 | 8.30 = 8:30 | 8h30 = 8:30 | 20h = 20:00
a las ocho y media = 8:30 | ocho y media = 8:30 | nueve y cuarto = 9:15
nueve menos cuarto = 8:45 | las nueve menos diez = 8:50 | ocho y veinte = 8:20
a la una = 13:00 | a las tres y media = 15:30 | 9 de la mañana = 9:00
a las 9 de la mañana = 9:00 | 7 de la tarde = 19:00 | 9 de la noche = 21:00
a las 3 de la madrugada = 3:00 | al mediodía = 12:00 | a medianoche = 0:00
las 12 del mediodía = 12:00 | 2 del mediodía = 14:00 | 8 am = 8:00 | 8 pm = 20:00
a las diez en punto = 10:00 | diez y cuarto los lunes = 10:15 | sobre las seis = 18:00
quiero las lecciones a las 8:30 = 8:30 | ponla a las 8 = 8:00 | las 16:30 = 16:30
mandala a las 11 en vez de a las 9 = 11:00 | a las 11 en lugar de las 9 = 11:00
ocho y media, pero los viernes no = 8:30 | todos los días a las 8 = 8:00
a las 8 es muy pronto, mejor a las 9:30 = 9:30 | cada martes a las 10 = 10:00
para las 14:00 = 14:00 | a las siete y media de la tarde = 19:30 | 9 = 9:00 | nueve = 9:00
a las 9 es muy temprano = - | en dos horas = - | en 10 minutos = - | por la tarde = -
tres días a la semana = - | más tarde = - | cambia la hora = - | a las 9 o a las 10 = -
""",
}

NOW = frozenset(range(5))
DAYS = {
    "en": """
every other day = 024
any day but friday = 012356 | every day but sunday = 012345 | weekdays but wednesdays = 0134
every day, but only at nine = 0123456 | m-f = 01234 | from monday to wednesday = 012
at nine from monday = - | starting on tuesday = -
move the daily lesson = -
monday = 0 | mondays = 0 | on tuesdays = 1 | only on mondays = 0 | mon wed fri = 024
monday and wednesday = 02 | tuesdays and thursdays = 13 | monday to wednesday = 012
mon-fri = 01234 | monday through thursday = 0123 | friday to monday = 0456
weekdays = 01234 | at weekends = 56 | every day = 0123456 | daily = 0123456
not on fridays = 0123 | not on friday = 0123 | no lessons on mondays = 1234
except wednesdays = 0134 | don't send on thursdays = 0124 | skip tuesdays = 0234
every day except sunday = 012345 | half past eight, but not on fridays = 0123
weekdays but not friday = 0123 | fridays i can't = 0123 | i don't work on mondays = 1234
not on mondays and fridays = 123 | also on saturdays = 012345 | add sunday = 012346
not on saturdays = 01234 | not on fridays please = 0123 | monday, wednesday and friday = 024
at 8 on mondays = 0 | at 9 = - | change the days = - | hello = - | not on weekdays = -
""",
    "el": """
κάθε μέρα εκτός Σαββατοκύριακου = 01234 | μέρα παρά μέρα = 024
κάθε μέρα εκτός Παρασκευής = 012356 | όλες εκτός τρίτης = 0234
oles tis meres ektos kyriakis = 012345
Δευτ Τετ Παρ = 024 | από δευτέρα μέχρι πέμπτη = 0123 | από δευτέρα στις 9 = - | σ/κ = 56
δευτέρα = 0 | τις δευτέρες = 0 | κάθε τρίτη = 1 | μόνο δευτέρα και τετάρτη = 02
mono deftera kai tetarti = 02 | δευτέρα με τετάρτη = 012 | δευτέρα έως πέμπτη = 0123
δευτέρα, τετάρτη, παρασκευή = 024 | καθημερινές = 01234 | τα σαββατοκύριακα = 56
κάθε μέρα = 0123456 | όχι την παρασκευή = 0123 | oxi tin paraskevi = 0123
όχι τις παρασκευές = 0123 | μη στέλνεις την τετάρτη = 0134 | την παρασκευή δεν δουλεύω = 0123
εκτός από τη δευτέρα = 1234 | οχτώμισι αλλά όχι την παρασκευή = 0123
κάθε μέρα εκτός κυριακής και κυριακή = 012345 | όχι δευτέρα και παρασκευή = 123
πρόσθεσε το σάββατο = 012345 | και τις κυριακές = 012346 | στις 9 = - | άλλες μέρες = -
""",
    "es": """
un día sí y otro no = 024
cualquier día menos el martes = 023456 | L-V = 01234 | a partir del lunes a las 9 = -
desde el lunes hasta el jueves = 0123
lunes = 0 | los lunes = 0 | cada martes = 1 | solo los lunes y miércoles = 02
de lunes a miércoles = 012 | de lunes a jueves = 0123 | lunes, miércoles y viernes = 024
entre semana = 01234 | los fines de semana = 56 | todos los días = 0123456
los viernes no = 0123 | no los viernes = 0123 | sin lecciones los lunes = 1234
excepto los miércoles = 0134 | los viernes no trabajo = 0123 | menos los jueves = 0124
ocho y media, pero los viernes no = 0123 | todos los días menos el domingo = 012345
también los sábados = 012345 | añade el domingo = 012346 | a las 9 = - | otros días = -
""",
}

DURATIONS = {
    "en": """
three quarters of an hour = 45 | 1h30 = 90 | 2h = 120 | 20m = 20 | at 20h = - | 20h = -
a week and a half = 15840 | a month and a half = 64800
an hour = 60 | in an hour = 60 | one hour = 60 | 2 hours = 120 | in two hours = 120
half an hour = 30 | in half an hour = 30 | 20 minutes = 20 | 20 min = 20
ask me again in 20 min = 20 | 20min = 20
five minutes = 5 | a quarter of an hour = 15 | quarter of an hour = 15
an hour and a half = 90 | two hours and a half = 150 | 1h = 60 | a day = 1440
three days = 4320 | a week = 10080 | for a week = 10080 | two weeks = 20160
a fortnight = 20160 | a month = 43200 | a couple of days = 2880 | ten days = 14400
a few days = - | some weeks = - | later = - | 3 days a week = - | at 9 = -
""",
    "el": """
μιάμιση ώρα = 90 | miamisi ora = 90 | κανα δίωρο = 120 | δυο ωρίτσες = 120 | σε 20' = 20
τρία τέταρτα = 45 | ενάμιση μήνα = 64800
μία ώρα = 60 | σε μία ώρα = 60 | σε μια ώρα = 60 | se mia ora = 60 | δύο ώρες = 120
2 ώρες = 120 | μισή ώρα = 30 | σε μισή ώρα = 30 | misi ora = 30 | 20 λεπτά = 20
20 lepta = 20 | se kana misaoro = 30 | πέντε λεπτάκια = 5 | ένα τέταρτο = 15 | σε ένα τέταρτο = 15
μία ώρα και μισή = 90 | δύο ώρες και μισή = 150 | τρεις μέρες = 4320 | 10 μέρες = 14400
μία εβδομάδα = 10080 | δύο εβδομάδες = 20160 | δυο βδομάδες = 20160 | ένα μήνα = 43200
ena mina = 43200 | λίγες μέρες = - | αργότερα = - | στις 9 = -
""",
    "es": """
tres cuartos de hora = 45 | semana y media = 15840 | mes y medio = 64800
una hora = 60 | en una hora = 60 | dos horas = 120 | 2 horas = 120 | media hora = 30
en media hora = 30 | 20 minutos = 20 | cinco minutos = 5 | un cuarto de hora = 15
hora y media = 90 | una hora y media = 90 | tres días = 4320 | una semana = 10080
dos semanas = 20160 | quince días = 21600 | un mes = 43200 | un par de días = 2880
unos días = - | unas semanas = - | luego = - | a las 9 = -
""",
}

TODAY = date(2026, 11, 25)  # a Wednesday
UNTILS = {
    "en": """
from monday = - | from monday for two weeks = 2026-12-14 | from tomorrow for a week = 2026-12-03
from 8 december to 15 december = 2026-12-15 | 8-15 december = 2026-12-15 | 24.3. = 2027-03-24
until the 3rd inclusive = 2026-12-04 | through friday = 2026-11-28 | until 2027-01-07 = 2027-01-07
until the end of march = 2027-04-01 | end of december = 2027-01-01 | until after easter = -
until the 3rd = 2026-12-03 | the 3rd = 2026-12-03 | till the 28th = 2026-11-28
until the 25th = 2026-12-25 | i'm away until the 3rd = 2026-12-03 | back on the 5th = 2026-12-05
until friday = 2026-11-27 | until wednesday = 2026-12-02 | till monday = 2026-11-30
until next friday = 2026-12-04 | until next monday = 2026-11-30 | until tomorrow = 2026-11-26
until the day after tomorrow = 2026-11-27 | until 15 august = 2027-08-15
until august 15 = 2027-08-15 | until 1 december = 2026-12-01 | until december 1st = 2026-12-01
until the 15th of january = 2027-01-15 | back on 7 january = 2027-01-07
until september = 2027-09-01 | until 12/09 = 2027-09-12 | until 3/12 = 2026-12-03
until 3.12. = 2026-12-03 | two weeks = 2026-12-09 | for a week = 2026-12-02
10 days = 2026-12-05 | a month = 2026-12-25 | this week = 2026-11-30
until the end of the week = 2026-11-30 | until the end of the month = 2026-12-01
until next month = 2026-12-01 | until next week = 2026-11-30 | a fortnight = 2026-12-09
a few days = - | later = - | until further notice = - | until the 32nd = - | in an hour = -
I won't be working next week = 2026-12-07 | on leave next month = 2027-01-01
on leave from tomorrow = - | until 31/02 = - | at 9 = - | three years = - | forever = -
""",
    "el": """
από δευτέρα = - | από δευτέρα για δέκα μέρες = 2026-12-10 | apo avrio gia mia vdomada = 2026-12-03
από 8 έως 15 δεκεμβρίου = 2026-12-15 | 8-15 δεκεμβρίου = 2026-12-15
μέχρι μετά το πάσχα = 2027-05-03 | mexri meta to pasxa = 2027-05-03 | μέχρι το πάσχα = -
μέχρι τέλος μαρτίου = 2027-04-01 | ενάμιση μήνα = 2027-01-09
μέχρι τις 3 = 2026-12-03 | mexri tis 3 = 2026-12-03 | ως τις 28 = 2026-11-28
λείπω μέχρι τις 3 = 2026-12-03 | μέχρι την παρασκευή = 2026-11-27
ως τη δευτέρα = 2026-11-30 | mexri ti deftera = 2026-11-30 | μέχρι αύριο = 2026-11-26
μέχρι μεθαύριο = 2026-11-27 | μέχρι την επόμενη παρασκευή = 2026-12-04
μέχρι τις 15 αυγούστου = 2027-08-15 | έως 30 ιουνίου = 2027-06-30
1 δεκεμβρίου = 2026-12-01 | μέχρι τον σεπτέμβριο = 2027-09-01 | μέχρι 12/09 = 2027-09-12
δύο εβδομάδες = 2026-12-09 | για μία βδομάδα = 2026-12-02 | 10 μέρες = 2026-12-05
ένα μήνα = 2026-12-25 | αυτή την εβδομάδα = 2026-11-30 | αυτόν τον μήνα = 2026-12-01
μέχρι το τέλος του μήνα = 2026-12-01 | επιστρέφω στις 7 ιανουαρίου = 2027-01-07
την άλλη βδομάδα δεν δουλεύω = 2026-12-07 | μέχρι την άλλη βδομάδα = 2026-11-30
mexri ton septemvrio = 2027-09-01 | άδεια από αύριο = - | λίγες μέρες = -
για πάντα = - | μέχρι νεωτέρας = - | στις 9 το πρωί = -
""",
    "es": """
desde el lunes = - | desde el lunes por dos semanas = 2026-12-14
del 8 al 15 de diciembre = 2026-12-15
hasta después de semana santa = 2027-03-29 | hasta finales de marzo = 2027-04-01
a partir de mañana una semana = 2026-12-03 | semana y media = 2026-12-06
hasta el 3 = 2026-12-03 | estoy fuera hasta el 3 = 2026-12-03 | hasta el día 20 = 2026-12-20
hasta el viernes = 2026-11-27 | hasta el lunes = 2026-11-30 | hasta mañana = 2026-11-26
hasta pasado mañana = 2026-11-27 | hasta el próximo viernes = 2026-12-04
hasta el viernes que viene = 2026-12-04 | hasta el 15 de agosto = 2027-08-15
hasta septiembre = 2027-09-01 | hasta el 12/09 = 2027-09-12 | vuelvo el 5 = 2026-12-05
dos semanas = 2026-12-09 | una semana = 2026-12-02 | 10 días = 2026-12-05
quince días = 2026-12-10 | un mes = 2026-12-25 | esta semana = 2026-11-30
hasta fin de mes = 2026-12-01 | hasta el mes que viene = 2026-12-01
la semana que viene no trabajo = 2026-12-07 | hasta la próxima semana = 2026-11-30
paramos hasta semana santa = - | de baja desde mañana = - | unos días = -
para siempre = - | hasta nuevo aviso = - | a las 9 = -
""",
}


def cases(tables: dict[str, str]) -> list[tuple[str, str, str]]:
    """(language, text, what is expected), one by one."""
    return [
        (language, *(part.strip() for part in case.split(" = ")))  # type: ignore[misc]
        for language, table in tables.items()
        for line in table.strip().splitlines()
        for case in line.split(" | ")
    ]


@pytest.mark.parametrize(("language", "text", "expected"), cases(TIMES))
def test_times_of_day(language: str, text: str, expected: str) -> None:
    at = read_time(text, language)
    assert (f"{at.hour}:{at.minute:02}" if at else "-") == expected


@pytest.mark.parametrize(("language", "text", "expected"), cases(DAYS))
def test_weekdays(language: str, text: str, expected: str) -> None:
    days = read_weekdays(text, language, NOW)
    assert ("".join(map(str, sorted(days))) if days else "-") == expected


@pytest.mark.parametrize(("language", "text", "minutes"), cases(DURATIONS))
def test_durations_in_minutes(language: str, text: str, minutes: str) -> None:
    length = read_duration(text, language)
    assert (str(length // timedelta(minutes=1)) if length else "-") == minutes


@pytest.mark.parametrize(("language", "text", "expected"), cases(UNTILS))
def test_until_when(language: str, text: str, expected: str) -> None:
    assert (str(read_until(text, language, TODAY) or "-")) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [("24.3. at 10", "en"), ("24.3. στις 10", "el"), ("24-3 10.30", "es"), ("24/3 10:30", "en")],
)
def test_a_day_and_an_hour_in_one_line(text: str, language: str) -> None:
    assert read_day(text, language, TODAY) == date(2027, 3, 24)


@pytest.mark.parametrize(("language", "text", "expected"), cases(TIMES))
def test_accents_and_capitals_make_no_difference(language: str, text: str, expected: str) -> None:
    assert read_time(text.upper(), language) == read_time(text, language)


@pytest.mark.parametrize(
    ("text", "language"), [("thelo 8:30 not on friday", "el"), ("a las 9 please", "en")]
)
def test_languages_may_mix_in_one_line(text: str, language: str) -> None:
    assert read_time(text, language) is not None


def test_the_day_of_a_month_that_lacks_it_is_looked_for_in_the_next() -> None:
    assert read_until("until the 31st", "en", date(2027, 2, 3)) == date(2027, 3, 31)


def test_the_29th_of_february_waits_for_a_year_that_has_it() -> None:
    assert read_until("until 29 february", "en", date(2027, 2, 3)) is None
    assert read_until("until 29 february", "en", date(2028, 2, 3)) == date(2028, 2, 29)


def test_of_two_easters_the_one_to_come_counts() -> None:
    assert read_until("μέχρι μετά το Πάσχα", "el", date(2027, 5, 3)) == date(2028, 4, 17)
    assert read_until("después de Semana Santa", "es", date(2027, 3, 28)) == date(2027, 3, 29)


def test_december_turns_into_january() -> None:
    assert read_until("end of the month", "en", date(2026, 12, 31)) == date(2027, 1, 1)


@pytest.mark.parametrize("name", SETS)
def test_what_sentences_of_others_tell_is_read(name: str) -> None:
    assert values_read(name) >= 0.95
