"""Ask → use case."""

from learning.ask import UseCases
from learning.counts import asks, showing

USE_CASES: UseCases = {
    asks.ShowQuestions: showing.show_questions,
    asks.ShowAnswers: showing.show_answers,
    asks.ShowUsefulness: showing.show_usefulness,
}
