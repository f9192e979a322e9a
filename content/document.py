"""One course file: what it says, and on which line it says it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from content.finding import BrokenCourse, Finding
from content.plain_yaml import Lines, Location, UnreadableYaml, read_yaml
from content.schema.fields import Part

Written = TypeVar("Written", bound=Part)


@dataclass(frozen=True, slots=True)
class Document(Generic[Written]):
    path: Path
    content: Written
    lines: Lines

    def finding(self, message: str, *at: str | int, warning: bool = False) -> Finding:
        """A finding at the place `at`, such as `"cards", 0, "text"`."""
        return Finding(self.path, line_of(at, self.lines), message, warning)


def line_of(at: Location, lines: Lines) -> int:
    """The line of the deepest written place on the way to `at`.

    Steps that nobody wrote are passed over: the kind that the schema puts into an error's
    place, and the `leads` that `to: d2` stands for.
    """
    place: Location = ()
    for step in at:
        if (*place, step) in lines:
            place = (*place, step)
    return lines[place]


def read_document(path: Path, schema: type[Written]) -> Document[Written]:
    """Raises BrokenCourse with a finding for everything that the schema refuses in the file."""
    try:
        value, lines = read_yaml(path.read_text(encoding="utf-8"))
    except UnreadableYaml as error:
        raise BrokenCourse([Finding(path, error.line, error.message)]) from error
    except (OSError, UnicodeDecodeError) as error:
        raise BrokenCourse([Finding(path, 1, f"cannot be read: {error}")]) from error
    try:
        return Document(path, schema.model_validate(value), lines)
    except ValidationError as error:
        raise BrokenCourse(
            Finding(path, line_of(detail["loc"], lines), _wording(detail))
            for detail in error.errors()
        ) from error


def _wording(detail: ErrorDetails) -> str:
    name = str(detail["loc"][-1]) if detail["loc"] else "the file"
    match detail["type"]:
        case "extra_forbidden" if detail["input"] is None:
            return f"`{name}` is not a known key: a text with a comma inside {{ }} needs quotes"
        case "extra_forbidden":
            return f"`{name}` is not a known key: mend its spelling or remove it"
        case "missing":
            return f"`{name}` is missing: write it"
        case "string_type" if detail["input"] is None:
            return f"`{name}` is empty: write it"
        case "string_type":
            return f"`{name}` must be text: put {detail['input']} in quotes"
        case _:
            return f"`{name}`: {detail['msg']}"
