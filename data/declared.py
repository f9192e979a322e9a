"""What each table about people declares, as a page: `python -m data.declared`."""

from data.erasure import personal_tables
from learning.records.categories import CATEGORY_OF

MARK = "<!-- declared by the tables: python -m data.declared -->"
_ERASURE = {
    "delete": "rows deleted",
    "cut": "the key to the person deleted, the row stays",
    "keep counted": "rows deleted, their number stays",
}


def declarations() -> str:
    """A Markdown table, one line a table, in the order of their categories."""
    rows = sorted((CATEGORY_OF[table.name], table.name, table.info) for table in personal_tables())
    lines = [
        f"| {category} | `{name}` | {info['purpose']} | {info['retention']} "
        f"| {_ERASURE[info['erasure']]} |"
        for category, name, info in rows
    ]
    head = "| category | table | purpose | kept | on erasure |\n|---|---|---|---|---|\n"
    return head + "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(declarations(), end="")  # noqa: T201
