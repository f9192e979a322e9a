"""Every ask the core knows, room by room."""

from learning.account.table import USE_CASES as ACCOUNT
from learning.ask import UseCases
from learning.lessons.table import USE_CASES as LESSONS
from learning.organisations.table import USE_CASES as ORGANISATIONS
from learning.progress.table import USE_CASES as PROGRESS
from learning.pushes.table import USE_CASES as PUSHES
from learning.records.table import USE_CASES as RECORDS
from learning.scenarios.table import USE_CASES as SCENARIOS

USE_CASES: UseCases = {
    **ACCOUNT,
    **LESSONS,
    **ORGANISATIONS,
    **PROGRESS,
    **PUSHES,
    **RECORDS,
    **SCENARIOS,
}
