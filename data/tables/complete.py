"""Every table there is, for migrations, backups and the checks over all of them."""

from data.tables import (  # noqa: F401 - importing a module adds its tables to the metadata
    announcements,
    audit,
    certificates,
    counts,
    erasures,
    evaluating,
    events,
    files,
    installation,
    lessons,
    matching,
    meeting,
    mentoring,
    needs,
    open_prompts,
    organisations,
    people,
    pushes,
    reports,
    reviews,
    scenarios,
    shadowing,
    talk,
    tickets,
)
from data.tables.metadata import metadata as metadata
