"""Ask → use case."""

from learning.scenarios import asks, playing

USE_CASES = {
    asks.OpenScenario: playing.open_scenario,
    asks.Choose: playing.choose,
    asks.GoOn: playing.go_on,
    asks.Reconsider: playing.reconsider,
    asks.PlayAgain: playing.play_again,
}
