"""A text of a call with its entities, as the server keeps it."""

from simulator.call import Call
from simulator.entities import checked, trimmed, with_found
from simulator.errors import bad_request
from simulator.html import parse_html
from simulator.limits import utf16_length
from simulator.store import Json


def read_text(
    call: Call, name: str, limit: int, too_long: str, entities: str = "", mode: str = ""
) -> tuple[str, list[Json]]:
    """The text and entities of parameter ``name``, counted after parsing.

    ``entities`` and ``mode`` name the parameters that go with it. Raises ApiError 400.
    """
    return formatted(
        call.text(name),
        call.text(mode or "parse_mode"),
        call.nested(entities or f"{name}_entities"),
        limit,
        too_long,
    )


def formatted(
    source: str, parse_mode: str, named: object, limit: int, too_long: str
) -> tuple[str, list[Json]]:
    text, found = _parsed(source, parse_mode, named)
    text, found = trimmed(text, found)
    if utf16_length(text) > limit:
        raise bad_request(too_long)
    return text, with_found(text, found)


def _parsed(source: str, parse_mode: str, named: object) -> tuple[str, list[Json]]:
    mode = parse_mode.lower()
    if mode == "html":
        return parse_html(source)
    if mode:
        raise bad_request("unsupported parse_mode: this simulator reads HTML")
    return source, checked(named, source) if named is not None else []
