"""How buttons about a day of job shadowing are spelled: codes of bot.actions.spelling, all of them
with "js"."""

from bot.actions.parts import COUNT, DATE, ID, REVISION, TEXT, TIME, Spellings, one_of
from learning.mentoring.model import Seen, Side
from learning.mentoring.shadowing import asks

SHADOWING: Spellings = {
    "jss": (asks.ShowShadowing, ID),
    "jsp": (asks.PlanShadowing, ID),
    "jsd": (asks.OfferDays, ID, COUNT),
    "jso": (asks.ChooseDay, ID, REVISION, DATE),
    "jsl": (asks.OfferSlots, ID),
    "jst": (asks.ToggleSlot, ID, REVISION, TIME),
    "jsh": (asks.ChooseHost, ID, REVISION, one_of(Side)),
    "jsg": (asks.AskDayGoal, ID),
    "jsr": (asks.TickRule, ID, REVISION, TEXT),
    "jsx": (asks.DropPlan, ID, REVISION),
    "jsq": (asks.ProposePlan, ID, REVISION),
    "jsy": (asks.AcceptPlan, ID, REVISION),
    "jsc": (asks.OfferCallOff, ID),
    "jsf": (asks.CallOff, ID, REVISION),
    "jsi": (asks.GiveDayFile, ID),
    "jsn": (asks.OpenNote, ID, TEXT),
    "jsv": (asks.ChooseNoteReader, ID, REVISION, one_of(Seen)),
    "jsk": (asks.SkipNoteText, ID, REVISION),
    "jsw": (asks.SayByWhen, ID, REVISION, COUNT),
}
