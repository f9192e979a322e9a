"""Speaking one language: the words of the bot, its numbers and its lists."""

from dataclasses import dataclass

from babel import Locale
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from bot.locales.catalogues import load
from bot.screens.html import Html, escape

_WRITTEN_AS = {"en": "en_GB"}  # the day before the month, and 24 hours


@dataclass(frozen=True)
class Speech:
    """`language` is one of ours; one without a catalogue is spoken in English."""

    language: str

    @property
    def locale(self) -> Locale:
        return Locale.parse(_WRITTEN_AS.get(self.language, self.language))

    def say(self, msgid: str, **values: object) -> Html:
        """The message as HTML; its values are escaped as they are put in."""
        return _filled(load(self.language).ugettext(msgid), values)

    def say_n(self, singular: str, plural: str, n: int, **values: object) -> Html:
        """The message for `n` things; {n} is the number as this language writes it."""
        text = load(self.language).ungettext(singular, plural, n)
        return _filled(text, {"n": self.number(n), **values})

    def label(self, msgid: str, **values: object) -> str:
        """The message as plain text, for buttons and toasts."""
        text = load(self.language).ugettext(msgid)
        return text.format_map(values) if values else text

    def label_n(self, singular: str, plural: str, n: int, **values: object) -> str:
        text = load(self.language).ungettext(singular, plural, n)
        return text.format_map({"n": self.number(n), **values})

    def number(self, value: float) -> str:
        return format_decimal(value, locale=self.locale)

    def percent(self, share: float) -> str:
        """`share` from 0 to 1."""
        return format_percent(share, locale=self.locale)

    def all_of(self, items: list[str]) -> str:
        """ "a, b and c"."""
        return format_list(items, locale=self.locale)

    def own_name(self, language: str) -> str:
        """The language's name in that language."""
        name = Locale.parse(language).get_display_name(language) or language
        return name[0].upper() + name[1:]


def _filled(text: str, values: dict[str, object]) -> Html:
    if not values:
        return Html(text)
    return Html(text.format_map({name: escape(value) for name, value in values.items()}))
