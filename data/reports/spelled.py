"""A report as JSON and back. Labels are texts, dates, numbers or nothing."""

import json
from collections.abc import Hashable
from dataclasses import fields
from datetime import date
from typing import Any

from learning.reports.model import CourseReport, Table


def spelled(report: CourseReport) -> str:
    values = ((field.name, getattr(report, field.name)) for field in fields(report))
    return json.dumps({name: _plain(value) for name, value in values}, ensure_ascii=False)


def read(text: str) -> CourseReport:
    return CourseReport(**{name: _value(plain) for name, plain in json.loads(text).items()})


def _plain(value: Any) -> Any:
    if isinstance(value, Table):
        groups = ([[_label(each) for each in g] for g in of] for of in (value.rows, value.columns))
        return {"groups": list(groups), "counts": value.counts}
    return _label(value)


def _value(plain: Any) -> Any:
    if not isinstance(plain, dict) or "groups" not in plain:
        return _read_label(plain)
    rows, columns = (
        tuple(tuple(_read_label(each) for each in g) for g in of) for of in plain["groups"]
    )
    return Table(rows, columns, tuple(map(tuple, plain["counts"])))


def _label(value: Hashable) -> Any:
    return {"day": value.isoformat()} if isinstance(value, date) else value


def _read_label(plain: Any) -> Any:
    return date.fromisoformat(plain["day"]) if isinstance(plain, dict) else plain
