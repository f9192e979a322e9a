"""Ask → use case."""

from learning.progress import asks, show_progress

USE_CASES = {asks.ShowProgress: show_progress.show_progress}
