"""Ask → use case, and what this room sends unasked."""

from learning.ask import UseCases
from learning.facts import asks, telling
from learning.pushes.model import PushKind
from learning.pushes.preparations import Preparations

USE_CASES: UseCases = {
    asks.ShowFacts: telling.show_facts,
    asks.TellExpired: telling.tell_expired,
    asks.PrepareExpired: telling.prepare_expired,
}
PREPARATIONS: Preparations = {
    PushKind.FACTS_EXPIRED: asks.PrepareExpired,
}
