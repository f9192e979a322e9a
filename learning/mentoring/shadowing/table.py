"""Ask → use case, what of this room waits for a text, and what it sends unasked."""

from learning.ask import UseCases
from learning.mentoring.shadowing import asks, finding, planning, prompting, settling, writing
from learning.pushes.model import PushKind
from learning.pushes.preparations import Preparations
from learning.talk.model import Prompt
from learning.talk.prompts import PromptKind, Prompts

USE_CASES: UseCases = {
    asks.FindShadowing: finding.find_shadowing,
    asks.ShowShadowing: finding.show_shadowing,
    asks.PlanShadowing: planning.plan_shadowing,
    asks.OfferDays: planning.offer_days,
    asks.ChooseDay: planning.choose_day,
    asks.OfferSlots: planning.offer_slots,
    asks.ToggleSlot: planning.toggle_slot,
    asks.ChooseHost: planning.choose_host,
    asks.AskDayGoal: planning.ask_goal,
    asks.TypeDayGoal: planning.type_goal,
    asks.TickRule: settling.tick_rule,
    asks.DropPlan: settling.drop_plan,
    asks.ProposePlan: settling.propose,
    asks.AcceptPlan: settling.accept,
    asks.OfferCallOff: settling.offer_call_off,
    asks.CallOff: settling.call_off,
    asks.GiveDayFile: finding.give_file,
    asks.OpenNote: writing.open_note,
    asks.ChooseNoteReader: writing.choose_reader,
    asks.TypeNote: writing.type_note,
    asks.SkipNoteText: writing.skip_text,
    asks.SayByWhen: writing.say_by_when,
    asks.PrepareDayNews: prompting.prepare_news,
    asks.PrepareDayBefore: prompting.prepare_before,
    asks.PrepareNote: prompting.prepare_note,
    asks.PrepareTrying: prompting.prepare_trying,
}
PROMPTS: Prompts = {
    Prompt.DAY_GOAL: PromptKind(asks.TypeDayGoal, planning.goal_readiness),
    Prompt.DAY_NOTE: PromptKind(asks.TypeNote, writing.note_readiness),
}
PREPARATIONS: Preparations = {
    PushKind.SHADOWING_NEWS: asks.PrepareDayNews,
    PushKind.SHADOWING_BEFORE: asks.PrepareDayBefore,
    PushKind.SHADOWING_SLOT: asks.PrepareNote,
    PushKind.SHADOWING_DEBRIEF: asks.PrepareNote,
    PushKind.SHADOWING_TRY: asks.PrepareTrying,
}
