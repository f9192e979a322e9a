"""The words of time in Spanish, as people write them; accents aside."""

from dialogue.entries import ALL, EVERY_OTHER, REST, WORK, Kind, days_of, each, months_of, numbers
from dialogue.numerals import counted, up_to_59

WORDS = [
    *numbers(
        up_to_59(
            "uno/una/un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce"
            " quince dieciséis diecisiete dieciocho diecinueve",
            "veinte treinta cuarenta cincuenta",
            (" y ",),
        )
    ),
    *numbers(
        counted(
            "veintiuno/veintiuna/veintiún veintidós veintitrés veinticuatro veinticinco"
            " veintiséis veintisiete veintiocho veintinueve",
            first=21,
        )
    ),
    *each(Kind.NUMBER, 2, "un par de"),
    *days_of(
        "lunes/lun martes miércoles/mié jueves/jue viernes/vie sábado/sábados/sáb"
        " domingo/domingos/dom"
    ),
    *months_of(
        "enero/ene febrero/feb marzo/mar abril/abr mayo junio/jun julio/jul agosto/ago"
        " septiembre/setiembre/sep/sept octubre/oct noviembre/nov diciembre/dic"
    ),
    *each(Kind.DAYS, WORK, "entre semana, laborables, días laborables, días de diario, l - v"),
    *each(Kind.DAYS, REST, "fin de semana, fines de semana, finde, findes"),
    *each(Kind.DAYS, EVERY_OTHER, "día sí y otro no, día sí día no, cada dos días"),
    *each(Kind.DAYS, ALL, "todos los días, cada día, cualquier día, diariamente, a diario"),
    *each(Kind.HALF, 30, "media, medio"),
    *each(Kind.QUARTER, 15, "cuarto, cuarto de hora, un cuarto, un cuarto de hora"),
    *each(Kind.QUARTER, 45, "tres cuartos de hora"),
    *each(Kind.TO, None, "a, al, hasta, hasta el, para las, para la, -"),
    *each(Kind.AND, None, "y"),
    *each(Kind.MINUS, None, "menos"),
    *each(Kind.AT, None, "a las, a la, sobre las, hacia las, las, para las, para la"),
    *each(Kind.AT, None, "tipo, ponla a, ponlo a"),
    *each(Kind.OCLOCK, None, "en punto, h, hs"),
    *each(Kind.PART, "am", "am, de la mañana, por la mañana, por las mañanas, las mañanas"),
    *each(Kind.PART, "pm", "pm, de la tarde, por la tarde, por las tardes, esta tarde"),
    *each(Kind.PART, "night", "de la noche, por la noche, esta noche"),
    *each(Kind.PART, "am", "de la madrugada"),
    *each(Kind.NOON, None, "mediodía, al mediodía, del mediodía, medio día"),
    *each(Kind.MIDNIGHT, None, "medianoche"),
    *each(Kind.INSTEAD, None, "en vez de a las, en vez de las, en vez de, en lugar de las, no"),
    *each(Kind.INSTEAD, None, "en lugar de, en lugar de a las"),
    *each(Kind.UNSUITED, None, "temprano, pronto, tarde, muy pronto, no me viene bien, mal"),
    *each(Kind.NOT, None, "no, excepto, menos, salvo, sin, nunca, nada, tampoco, quita"),
    *each(Kind.NOT, None, "no trabajo, no vengo, no estoy"),
    *each(Kind.BUT, None, "pero, solo, sólo, solamente, trabajo"),
    *each(Kind.ALSO, None, "también, añade, además"),
    *each(Kind.MINUTES, 1, "minuto, minutos, min, mins, m, '"),
    *each(Kind.MINUTES, 60, "hora, horas, horita"),
    *each(Kind.DAY_UNIT, 1, "día, días"),
    *each(Kind.DAY_UNIT, 7, "semana, semanas"),
    *each(Kind.DAY_UNIT, 15, "quincena"),
    *each(Kind.DAY_UNIT, 30, "mes, meses"),
    *each(Kind.PLURAL, None, "unos, unas, algunos, algunas, varios, varias, pocos"),
    *each(Kind.UNTIL, None, "hasta, hasta el, hasta la, vuelvo, vuelvo el, regreso, hasta el día"),
    *each(Kind.DATE, None, "el, el día, día, hasta el, hasta el día, vuelvo el"),
    *each(Kind.NEXT, None, "próximo, próxima, que viene, siguiente"),
    *each(Kind.TODAY, None, "hoy"),
    *each(Kind.AHEAD, 1, "mañana"),
    *each(Kind.AHEAD, 2, "pasado mañana"),
    *each(Kind.WEEK_END, None, "esta semana, toda la semana, fin de la semana"),
    *each(Kind.WEEK_AHEAD, None, "próxima semana, semana que viene, semana próxima"),
    *each(Kind.WEEK_AHEAD, None, "semana entrante"),
    *each(Kind.MONTH_END, None, "este mes, fin de mes, final de mes, fin del mes"),
    *each(Kind.MONTH_END, None, "finales de mes, hasta fin de mes"),
    *each(Kind.MONTH_AHEAD, None, "mes que viene, próximo mes"),
    *each(Kind.OTHER, None, "semana santa"),
    *each(Kind.END, None, "fin de, final de, finales de"),
    *each(Kind.FROM, None, "desde, desde el, del, a partir de, a partir del"),
    *each(Kind.AFTER, None, "después de, después de la"),
    *each(Kind.EASTER, "western", "semana santa, pascua"),
    *each(Kind.INCLUDED, None, "incluido, incluida, inclusive"),
]
