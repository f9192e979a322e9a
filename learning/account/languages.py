"""Which language a person reads. One function decides: person → organisation → English."""

LANGUAGES = ("en", "el", "es")

_ZONES = {"el": "Europe/Athens", "es": "Europe/Madrid"}
DEFAULT_ZONE = "Europe/Athens"


def language_for(asked: str | None, organisation: str | None) -> str:
    """`asked` is the messenger's code ("el", "es-419", …), `organisation` its fallback."""
    for wish in (asked, organisation):
        code = (wish or "").replace("_", "-").split("-")[0].lower()
        if code in LANGUAGES:
            return code
    return "en"


def is_default_zone(zone: str) -> bool:
    """Whether somebody without an organisation may have it without having chosen it."""
    return zone in (*_ZONES.values(), DEFAULT_ZONE)


def zone_for(language: str) -> str:
    """Where somebody without an organisation most likely is."""
    return _ZONES.get(language, DEFAULT_ZONE)
