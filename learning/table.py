"""Every ask the core knows, room by room."""

from collections.abc import Mapping
from typing import Any

from learning.account.table import USE_CASES as ACCOUNT
from learning.ask import Ask
from learning.lessons.table import USE_CASES as LESSONS
from learning.perform import UseCase
from learning.progress.table import USE_CASES as PROGRESS
from learning.pushes.table import USE_CASES as PUSHES
from learning.scenarios.table import USE_CASES as SCENARIOS

USE_CASES: Mapping[type[Ask[Any]], UseCase] = {
    **ACCOUNT,
    **LESSONS,
    **PROGRESS,
    **PUSHES,
    **SCENARIOS,
}
