"""What reports on groups of people show, already in words; bot.documents draws them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReportRow:
    """Counts of people, one for each column."""

    label: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ReportTable:
    """`first` heads the labels. The first column is everybody of a row, the others parts of it."""

    title: str
    first: str
    columns: tuple[str, ...]
    rows: tuple[ReportRow, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """`file_name` is without its ending; `notice` says what keeps people unrecognised."""

    language: str
    title: str
    made: str
    file_name: str
    alt: str
    notice: str
    tables: tuple[ReportTable, ...]


@dataclass(frozen=True, slots=True)
class ReportPicture:
    report: Report


@dataclass(frozen=True, slots=True)
class ReportPaper:
    report: Report


@dataclass(frozen=True, slots=True)
class ReportWorkbook:
    report: Report


@dataclass(frozen=True, slots=True)
class NeedsBar:
    """`share`, 0 to 1, is how long it is drawn; `value` says how much it is. `silent`: those who
    gave no answer, drawn without a shade."""

    label: str
    share: float
    value: str
    silent: bool = False


@dataclass(frozen=True, slots=True)
class NeedsItem:
    """One question. `whole`: the bars are parts of one whole and drawn as one."""

    title: str
    note: str
    bars: tuple[NeedsBar, ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class NeedsChapter:
    title: str
    note: str
    items: tuple[NeedsItem, ...]
    tables: tuple[ReportTable, ...] = ()


@dataclass(frozen=True, slots=True)
class NeedsDrawing:
    """A chapter for the chat, or all of them for a paper."""

    language: str
    title: str
    made: str
    file_name: str
    alt: str
    notice: str
    chapters: tuple[NeedsChapter, ...]


@dataclass(frozen=True, slots=True)
class NeedsPicture:
    report: NeedsDrawing


@dataclass(frozen=True, slots=True)
class NeedsPaper:
    report: NeedsDrawing


@dataclass(frozen=True, slots=True)
class NeedsSheet:
    """`file_name` is for machines; the first of `rows` names the columns."""

    name: str
    file_name: str
    rows: tuple[tuple[str | int, ...], ...]


@dataclass(frozen=True, slots=True)
class NeedsWorkbook:
    file_name: str
    sheets: tuple[NeedsSheet, ...]


@dataclass(frozen=True, slots=True)
class NeedsFiles:
    """Each sheet as a CSV, together in one archive."""

    file_name: str
    sheets: tuple[NeedsSheet, ...]
