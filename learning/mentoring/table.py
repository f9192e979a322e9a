"""Ask → use case, and what this room sends unasked."""

from learning.ask import UseCases
from learning.mentoring import asks, reminding
from learning.pushes.model import PushKind
from learning.pushes.preparations import Preparations

USE_CASES: UseCases = {
    asks.PrepareTurnBegun: reminding.prepare_begun,
}
PREPARATIONS: Preparations = {
    PushKind.MENTORING_BEGUN: asks.PrepareTurnBegun,
}
