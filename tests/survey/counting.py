"""The sums of a report once more, from what people remember, by code of its own."""

from collections.abc import Iterable, Sequence

from learning.needs.report.model import NeedsReport, Table
from tests.survey.people import Member


def differences(report: NeedsReport, members: Sequence[Member]) -> list[str]:
    """What the report counts otherwise than these people do; empty when all is equal."""
    sent = [member for member in members if member.sent]
    found = [line for table in report.before for line in _in_table(table, sent)]
    if report.answered != len(sent):
        found.append(f"answered: {report.answered} for {len(sent)}")
    if report.invited not in (None, len(members)):
        found.append(f"invited: {report.invited} for {len(members)}")
    return found


def _in_table(table: Table, sent: Sequence[Member]) -> Iterable[str]:
    for row, counts in zip(table.rows, table.counts, strict=True):
        for column, count in zip(table.columns, counts, strict=True):
            own = sum(
                _value(member, table.of, "picked" in _flat(table.columns)) in column
                and (table.by is None or _value(member, table.by) in row)
                for member in sent
            )
            if own != count:
                yield f"{table.of} by {table.by}, {row} {column}: {count} for {own}"


def _flat(groups: Iterable[Iterable[str]]) -> set[str]:
    return {value for group in groups for value in group}


def _value(member: Member, variable: str, several: bool = False) -> str:
    if variable == "department":
        return member.department
    if variable == "language":
        return member.language
    if several:
        question, _, option = variable.rpartition(".")
        return "picked" if option in member.told.get(question, ()) else "not-picked"
    told = member.told.get(variable, ())
    return told[0] if told else "-"
