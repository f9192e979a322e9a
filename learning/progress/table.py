"""Ask → use case."""

from learning.ask import UseCases
from learning.progress import asks, show_progress

USE_CASES: UseCases = {asks.ShowProgress: show_progress.show_progress}
