"""Every table with a person's key says why it is kept, how long, and what erasure does."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Table, UniqueConstraint

from data.declared import MARK, declarations
from data.tables.complete import metadata
from data.tables.metadata import Erasure

KEYS = {"person_id", "telegram_id", "chat_id", "lane"}
PERSONAL = [table for table in metadata.sorted_tables if KEYS & set(table.columns.keys())]


def test_there_are_tables_about_people() -> None:
    assert len(PERSONAL) > 10


@pytest.mark.parametrize("table", PERSONAL, ids=lambda table: table.name)
def test_a_table_about_people_declares_its_purpose_and_its_end(table: Table) -> None:
    assert table.info["purpose"]
    assert table.info["retention"]
    assert table.info["erasure"] in Erasure


def test_the_page_for_data_protection_says_what_the_tables_declare() -> None:
    page = Path(__file__).parents[2] / "docs" / "data-protection.md"
    _, declared, _ = page.read_text().split(MARK)
    assert declared.strip() == declarations().strip()


def _first_columns(table: Table) -> set[str]:
    uniques = [each for each in table.constraints if isinstance(each, UniqueConstraint)]
    keys: list[Any] = [table.primary_key, *table.indexes, *uniques]
    return {next(iter(key.columns)).name for key in keys}


@pytest.mark.parametrize("table", PERSONAL, ids=lambda table: table.name)
def test_the_rows_of_a_person_are_found_by_an_index(table: Table) -> None:
    if "person_id" in table.columns:
        assert "person_id" in _first_columns(table)


COUNTED = [
    table
    for table in metadata.sorted_tables
    if table.autoincrement_column is not None and table.autoincrement_column.name == "id"
]


@pytest.mark.parametrize("table", COUNTED, ids=lambda table: table.name)
def test_no_id_is_given_twice(table: Table) -> None:
    """Ids stand on buttons for years: sqlite_autoincrement=True, here and in the migration."""
    assert table.dialect_options["sqlite"]["autoincrement"]
