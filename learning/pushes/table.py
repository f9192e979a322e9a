"""Ask → use case, over what all rooms send unasked."""

from learning.ask import UseCases
from learning.pushes import asks, daily, preparing, waking
from learning.pushes.model import PushKind
from learning.pushes.preparations import Preparations

PREPARATIONS: Preparations = {PushKind.DAILY: asks.PrepareDaily}


def use_cases(preparations: Preparations) -> UseCases:
    return {
        asks.WakeLearners: waking.wake_learners,
        asks.PreparePush: preparing.preparing(preparations),
        asks.PrepareDaily: daily.prepare_daily,
        asks.NoteUnreachable: preparing.note_unreachable,
    }
