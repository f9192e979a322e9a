"""The kinds of values that course files are made of."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints
from pydantic_core import PydanticCustomError


class Part(BaseModel):
    """A mapping in a course file: unknown keys are refused, nothing is converted."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


@dataclass(frozen=True)
class Translated:
    """Marks a text that the catalogues translate."""


def _id_of(longest: int) -> AfterValidator:
    def check(value: str) -> str:
        spelled = value.replace("-", "").isascii() and value.replace("-", "").isalnum()
        if not spelled or value != value.lower() or len(value) > longest:
            raise PydanticCustomError(
                "id",
                "the id {id} must be of a-z, 0-9 and - alone, at most {longest} characters",
                {"id": value, "longest": longest},
            )
        return value

    return AfterValidator(check)


Id = Annotated[str, _id_of(24)]
ShortId = Annotated[str, _id_of(12)]
SourceId = Annotated[str, _id_of(48)]
Country = Annotated[str, StringConstraints(pattern="^[a-z]{2,3}$")]
Language = Annotated[str, StringConstraints(pattern="^[a-z]{2,3}(_[A-Z][A-Za-z]+)?$")]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), Translated()]
