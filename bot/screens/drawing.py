"""What pictures and papers show, already in words; bot.documents draws them."""

from dataclasses import dataclass
from datetime import datetime

from bot.screens.report_drawing import (
    NeedsFiles,
    NeedsPaper,
    NeedsPicture,
    NeedsWorkbook,
    ReportPaper,
    ReportPicture,
    ReportWorkbook,
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, written large, and what it counts."""

    number: str
    label: str


@dataclass(frozen=True, slots=True)
class SubunitBar:
    """`done` of `of` lessons in steps; `scenario` whether the closing scenario was played."""

    title: str
    done: int
    of: int
    scenario: bool


@dataclass(frozen=True, slots=True)
class ModuleBar:
    """`count` says in words how much of the module is done."""

    title: str
    count: str
    subunits: tuple[SubunitBar, ...]


@dataclass(frozen=True, slots=True)
class ProgressDrawing:
    """`strength` is 0–1, None before the first question. `legend` names the three signs in the
    order lesson done, lesson open, scenario played."""

    language: str
    title: str
    alt: str
    figures: tuple[Figure, ...]
    memory: str
    strength: float | None
    modules: tuple[ModuleBar, ...]
    legend: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class AbilityBar:
    """How sure somebody was of an ability, 1 to 5; None where nothing was said."""

    name: str
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class AbilitiesDrawing:
    """`before` and `after` name the two rows of boxes; empty where there is one only."""

    language: str
    title: str
    alt: str
    note: str
    before: str
    after: str
    bars: tuple[AbilityBar, ...]


@dataclass(frozen=True, slots=True)
class RecordsSection:
    """One category: its name, what it is for, and an entry a line."""

    name: str
    purpose: str
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecordsPaper:
    """A person's own data, to read; `nothing` stands where a section is empty."""

    language: str
    title: str
    made: str
    file_name: str
    sections: tuple[RecordsSection, ...]
    nothing: str


@dataclass(frozen=True, slots=True)
class CodeSlip:
    """One code to cut out. `link` is also drawn as a square to scan."""

    organisation: str
    department: str
    command: str
    link: str


@dataclass(frozen=True, slots=True)
class SheetDrawing:
    """A sheet of codes to print, in the organisation's language."""

    file_name: str
    language: str
    title: str
    valid: str | None
    steps: tuple[str, ...]
    by_hand: str
    slips: tuple[CodeSlip, ...]


@dataclass(frozen=True, slots=True)
class PosterDrawing:
    """One open code on one page, in the organisation's language. `paper` is "a4" or "a5"; `gains`
    are what a reader gets. `link` is also drawn as a large square to scan."""

    file_name: str
    paper: str
    language: str
    organisation: str
    title: str
    audience: str
    gains: tuple[str, ...]
    steps: tuple[str, ...]
    by_hand: str
    command: str
    link: str
    valid: str | None


@dataclass(frozen=True, slots=True)
class PaperItem:
    text: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class PaperBlock:
    """`kind` is one of learning.resources.model.BlockKind; `rows` are empty ones."""

    kind: str
    heading: str
    text: str
    items: tuple[PaperItem, ...]
    rows: int


@dataclass(frozen=True, slots=True)
class ResourcePaper:
    """A form, checklist or summary; `tag` says above the title what it is."""

    file_name: str
    language: str
    tag: str
    title: str
    purpose: str
    blocks: tuple[PaperBlock, ...]
    sources_heading: str
    sources: tuple[str, ...]
    footer: str


@dataclass(frozen=True, slots=True)
class PrivatePaper:
    """Set like a resource, but two people's own: it is never kept to be sent again."""

    paper: ResourcePaper


@dataclass(frozen=True, slots=True)
class CircleStep:
    """`sign` says whether it is done, here or ahead, as the words do."""

    title: str
    sign: str
    published: bool


@dataclass(frozen=True, slots=True)
class CircleDrawing:
    """`centre` names the phase that the pair is in."""

    language: str
    title: str
    alt: str
    centre: str
    steps: tuple[CircleStep, ...]
    note: str


@dataclass(frozen=True, slots=True)
class CertificateDrawing:
    """`square` is what the QR code holds; `facts` are (label, value)."""

    file_name: str
    language: str
    kind: str
    name: str
    sentence: str
    title: str
    facts: tuple[tuple[str, str], ...]
    check: str
    square: str
    alt: str
    key: str
    footer: str


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """An event for a calendar; `zone` is that of the organisation, `sequence` counts changes."""

    uid: str
    sequence: int
    zone: str
    starts_at: datetime
    ends_at: datetime
    made_at: datetime
    title: str
    place: str
    link: str | None
    organiser: str
    cancelled: bool

    @property
    def file_name(self) -> str:
        return "event.ics"


@dataclass(frozen=True, slots=True)
class QrPicture:
    """A square to scan."""

    target: str
    alt: str


Drawing = (
    CalendarFile
    | QrPicture
    | AbilitiesDrawing
    | NeedsPicture
    | NeedsPaper
    | NeedsWorkbook
    | NeedsFiles
    | PosterDrawing
    | ProgressDrawing
    | RecordsPaper
    | SheetDrawing
    | ReportPicture
    | ReportPaper
    | ReportWorkbook
    | ResourcePaper
    | PrivatePaper
    | CircleDrawing
    | CertificateDrawing
)
