"""Ask → use case."""

from learning.ask import UseCases
from learning.scenarios import asks, playing, rating

USE_CASES: UseCases = {
    asks.OpenScenario: playing.open_scenario,
    asks.Choose: playing.choose,
    asks.GoOn: playing.go_on,
    asks.Reconsider: playing.reconsider,
    asks.PlayAgain: playing.play_again,
    asks.RateSubunit: rating.rate_subunit,
}
