"""Ask → use case."""

from learning.ask import UseCases
from learning.resources import asks, giving

USE_CASES: UseCases = {
    asks.ShowResources: giving.show_resources,
    asks.ShowSummaries: giving.show_summaries,
    asks.FindResources: giving.find_resources,
    asks.GiveResource: giving.give_resource,
}
