"""Ask → use case, what of this room waits for a text, and what it sends unasked."""

from learning.ask import UseCases
from learning.mentoring.between import asks, messages, usernames
from learning.pushes.model import PushKind
from learning.pushes.preparations import Preparations
from learning.talk.model import Prompt
from learning.talk.prompts import PromptKind, Prompts

USE_CASES: UseCases = {
    asks.OpenMessage: messages.open_message,
    asks.WriteMessage: messages.write_message,
    asks.LeaveMessage: messages.leave_message,
    asks.ShowUsernames: usernames.show_usernames,
    asks.ShareUsername: usernames.share_username,
    asks.PrepareMessage: messages.prepare_message,
    asks.PrepareUsernames: usernames.prepare_usernames,
}
PROMPTS: Prompts = {
    Prompt.MESSAGE: PromptKind(asks.WriteMessage, messages.readiness),
}
PREPARATIONS: Preparations = {
    PushKind.MENTORING_MESSAGE: asks.PrepareMessage,
    PushKind.MENTORING_USERNAMES: asks.PrepareUsernames,
}
