"""Which table belongs to which category. A test holds the list against the tables there are."""

from collections.abc import Mapping

from learning.records.model import Category

CATEGORY_OF: Mapping[str, Category] = {
    "persons": Category.IDENTITY,
    "memberships": Category.MEMBERSHIP,
    "reaches": Category.MEMBERSHIP,
    "enrolments": Category.PACE,
    "phone_moves": Category.PLACE,
    "sittings": Category.PLACE,
    "focuses": Category.PLACE,
    "prompt_messages": Category.PLACE,
    "held_texts": Category.MESSAGES,
    "conversations": Category.PLACE,
    "tickets": Category.TICKETS,
    "ticket_texts": Category.TICKETS,
    "author_keys": Category.TICKETS,
    "display_names": Category.IDENTITY,
    "scenario_runs": Category.PLACE,
    "completions": Category.DONE,
    "certificates": Category.DONE,
    "ratings": Category.DONE,
    "learning_days": Category.DONE,
    "reviews": Category.MEMORY,
    "review_log": Category.MEMORY,
    "inbox": Category.MESSAGES,
    "live_messages": Category.MESSAGES,
    "role_menus": Category.MESSAGES,
    "pushes": Category.PUSHES,
    "needs_rounds": Category.ACTS,
    "needs_drafts": Category.NEEDS,
    "needs_answered": Category.NEEDS,
    "needs_answers": Category.NEEDS,
    "sheets": Category.ACTS,
    "audit_log": Category.ACTS,
    "announcements": Category.ACTS,
    "events": Category.ACTS,
    "event_registrations": Category.DONE,
    "announcement_votes": Category.PUSHES,
    "announcement_optouts": Category.PUSHES,
}
