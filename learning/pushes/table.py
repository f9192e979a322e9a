"""Ask → use case."""

from learning.pushes import asks, preparing, waking

USE_CASES = {
    asks.WakeLearners: waking.wake_learners,
    asks.PreparePush: preparing.prepare_push,
    asks.NoteUnreachable: preparing.note_unreachable,
}
