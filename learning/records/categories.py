"""Which table belongs to which category. A test holds the list against the tables there are."""

from collections.abc import Mapping

from learning.records.model import Category

CATEGORY_OF: Mapping[str, Category] = {
    "persons": Category.IDENTITY,
    "memberships": Category.MEMBERSHIP,
    "enrolments": Category.PACE,
    "sittings": Category.PLACE,
    "focuses": Category.PLACE,
    "scenario_runs": Category.PLACE,
    "completions": Category.DONE,
    "learning_days": Category.DONE,
    "reviews": Category.MEMORY,
    "review_log": Category.MEMORY,
    "inbox": Category.MESSAGES,
    "live_messages": Category.MESSAGES,
    "pushes": Category.PUSHES,
}
