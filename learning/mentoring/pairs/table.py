"""Ask → use case."""

from learning.ask import UseCases
from learning.mentoring.pairs import asks, overseeing

USE_CASES: UseCases = {
    asks.ShowPairs: overseeing.show_pairs,
    asks.ShowGenerations: overseeing.show_generations,
}
