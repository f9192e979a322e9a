"""Papers to keep beside the course: forms, checklists, and a page for each subunit."""

from dataclasses import dataclass
from enum import StrEnum

from learning.course.model import Source
from learning.course.words import Words


class ResourceKind(StrEnum):
    MENTORING = "mentoring"
    ORGANISATION = "organisation"
    DESK = "desk"
    SUMMARY = "summary"


class BlockKind(StrEnum):
    TEXT = "text"
    POINTS = "points"
    PHRASES = "phrases"  # what one can say at the desk
    CHECKS = "checks"  # boxes to tick
    FIELDS = "fields"  # a label and a line to write on
    LINES = "lines"  # room to write
    GRID = "grid"  # an empty table
    SCHEDULE = "schedule"
    SIGNATURES = "signatures"


@dataclass(frozen=True, slots=True)
class BlockItem:
    """`when` belongs to a schedule: a time or a length."""

    id: str
    text: Words
    when: Words | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """`items` of a grid head its columns; `rows` are empty ones, or lines to write on."""

    id: str
    kind: BlockKind
    title: Words | None = None
    text: Words | None = None
    items: tuple[BlockItem, ...] = ()
    rows: int = 0


@dataclass(frozen=True, slots=True)
class Resource:
    """`keywords` holds what people may look for, divided by "|". A summary is of a `subunit`."""

    id: str
    kind: ResourceKind
    title: Words
    purpose: Words
    keywords: Words
    blocks: tuple[Block, ...]
    subunit: str | None = None
    sources: tuple[Source, ...] = ()
