"""Ask → use case, and what of this room waits for a text."""

from learning.ask import UseCases
from learning.mentoring.concern import asks, noting, raising
from learning.talk.model import Prompt
from learning.talk.prompts import PromptKind, Prompts

USE_CASES: UseCases = {
    asks.RaiseConcern: raising.raise_concern,
    asks.ChooseReceiver: raising.choose_receiver,
    asks.NamePartner: raising.name_partner,
    asks.AskConcernText: raising.ask_text,
    asks.TypeConcern: raising.type_concern,
    asks.LeaveTextOut: raising.leave_text_out,
    asks.NoteConcern: noting.note_concern,
    asks.TypeNote: noting.type_note,
}
PROMPTS: Prompts = {
    Prompt.CONCERN: PromptKind(asks.TypeConcern, raising.text_readiness),
    Prompt.NOTE: PromptKind(asks.TypeNote, noting.note_readiness),
}
