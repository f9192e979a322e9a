"""Ask → use case, what of this room waits for a text, and what it sends unasked."""

from learning.ask import UseCases
from learning.pushes.model import PushKind
from learning.pushes.preparations import Preparations
from learning.talk.model import Prompt
from learning.talk.prompts import PromptKind, Prompts
from learning.tickets import asks, looking, preparing, writing

USE_CASES: UseCases = {
    asks.OpenTicket: writing.open_ticket,
    asks.ReportMistake: writing.report_mistake,
    asks.WriteTicket: writing.write_ticket,
    asks.SendTicket: writing.send_ticket,
    asks.GiveName: writing.give_name,
    asks.StayNameless: writing.stay_nameless,
    asks.DropTicket: writing.drop_ticket,
    asks.AnswerTicket: writing.answer_ticket,
    asks.CloseTicket: writing.close_ticket,
    asks.ShowTickets: looking.show_tickets,
    asks.ShowReported: looking.show_reported,
    asks.PrepareTicket: preparing.prepare_ticket,
    asks.PrepareReminder: preparing.prepare_reminder,
    asks.PrepareAnswer: preparing.prepare_answer,
    asks.PrepareEnd: preparing.prepare_end,
}
PROMPTS: Prompts = {
    Prompt.TICKET: PromptKind(asks.WriteTicket, writing.readiness),
    Prompt.NAME: PromptKind(asks.GiveName, writing.name_readiness),
}
PREPARATIONS: Preparations = {
    PushKind.TICKET: asks.PrepareTicket,
    PushKind.TICKET_REMINDER: asks.PrepareReminder,
    PushKind.TICKET_ANSWER: asks.PrepareAnswer,
    PushKind.TICKET_END: asks.PrepareEnd,
}
