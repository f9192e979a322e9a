"""All rules of the check, and the one function that runs them."""

from collections.abc import Callable, Iterator
from datetime import date

from content.checker.asking import (
    dead_questions,
    disordered_bands,
    repeated_ids,
    unequal_abilities,
    unknown_names,
    unmet_conditions,
)
from content.checker.cards import card_counts
from content.checker.cited_sources import disagreeing_sources, expired_law, unknown_sources
from content.checker.coverage import uncovered
from content.checker.dead_ends import dead_ends, open_branches, unreachable_nodes
from content.checker.file_names import misnamed_files, unlisted_files
from content.checker.giveaways import giveaways
from content.checker.glossary import (
    expired_sources_of_terms,
    lengths_of_terms,
    repeated_terms,
    unknown_lessons_of_terms,
    unknown_sources_of_terms,
    untranslated_terms,
)
from content.checker.ids import duplicate_ids
from content.checker.limits import limits
from content.checker.markup import foreign_markup, unlike_translations
from content.checker.mentoring import RULES as OF_CIRCLE
from content.checker.minutes import lesson_lengths
from content.checker.options import right_options
from content.checker.readable import hard_to_read
from content.checker.references import unknown_references
from content.checker.rendered import Render, overlong_screens
from content.checker.repeats import repeated_sentences
from content.checker.resources import (
    misnamed_resources,
    missing_summaries,
    unknown_sources_of_summaries,
    untranslated_resources,
)
from content.checker.runs import endless_runs, untaken_branches
from content.checker.selection import faults_of_selection, untranslated_selection
from content.checker.terms import misused_terms
from content.checker.translations import untranslated, unused_entries
from content.checker.variables import undeclared_variables
from content.finding import Finding
from content.loader import Loaded

Rule = Callable[[Loaded], Iterator[Finding]]


def all_rules(today: date, render: Render) -> tuple[Rule, ...]:
    return (
        duplicate_ids,
        misnamed_files,
        unlisted_files,
        unknown_references,
        unknown_sources,
        disagreeing_sources,
        expired_law(today),
        card_counts,
        right_options,
        undeclared_variables,
        open_branches,
        dead_ends,
        unreachable_nodes,
        untaken_branches,
        endless_runs,
        lesson_lengths,
        repeated_ids,
        unknown_names,
        unequal_abilities,
        unmet_conditions,
        dead_questions,
        disordered_bands,
        limits,
        overlong_screens(render),
        foreign_markup,
        untranslated,
        unused_entries,
        unlike_translations,
        misnamed_resources,
        missing_summaries,
        unknown_sources_of_summaries,
        untranslated_resources,
        uncovered,
        giveaways,
        repeated_sentences,
        hard_to_read,
        misused_terms,
        repeated_terms,
        unknown_lessons_of_terms,
        unknown_sources_of_terms,
        expired_sources_of_terms(today),
        lengths_of_terms,
        untranslated_terms,
        faults_of_selection,
        untranslated_selection,
        *OF_CIRCLE,
    )


def check(loaded: Loaded, today: date, render: Render) -> tuple[Finding, ...]:
    """The findings of all rules, file by file and down each file."""
    found = {finding for rule in all_rules(today, render) for finding in rule(loaded)}
    return tuple(sorted(found, key=lambda it: (it.warning, it.path, it.line, it.message)))
