"""Ask → use case."""

from learning.ask import UseCases
from learning.pushes import asks, preparing, waking

USE_CASES: UseCases = {
    asks.WakeLearners: waking.wake_learners,
    asks.PreparePush: preparing.prepare_push,
    asks.NoteUnreachable: preparing.note_unreachable,
}
