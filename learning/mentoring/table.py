"""Ask → use case, what of this room waits for a text, and what it sends unasked."""

from learning.ask import UseCases
from learning.mentoring import (
    agreeing,
    asks,
    checking_in,
    clock_asks,
    going_on,
    keeping,
    looking,
    parting,
    reminding,
    waking,
)
from learning.pushes.model import PushKind
from learning.pushes.preparations import Preparations
from learning.talk.model import Prompt
from learning.talk.prompts import PromptKind, Prompts

USE_CASES: UseCases = {
    asks.ShowMentoring: looking.show_mentoring,
    asks.ShowTurn: looking.show_turn,
    asks.ShowMoreOfTurn: looking.show_more,
    asks.ShowTalkKit: looking.show_talk_kit,
    asks.PrintAgreement: looking.print_agreement,
    asks.OpenAgreement: agreeing.open_agreement,
    asks.ChangeAgreement: agreeing.change,
    asks.OfferTerm: agreeing.offer_term,
    asks.ChooseTerm: agreeing.choose_term,
    asks.AskGoal: agreeing.ask_goal,
    asks.TypeGoal: agreeing.type_goal,
    asks.DropGoal: agreeing.drop_goal,
    asks.ProposeAgreement: agreeing.propose,
    asks.ConfirmAgreement: agreeing.confirm,
    asks.DropChange: agreeing.drop_change,
    asks.OpenCheckIn: checking_in.open_check_in,
    asks.SayHowItWent: checking_in.say_how_it_went,
    asks.SayResult: checking_in.say_result,
    asks.RateMentoring: checking_in.rate,
    asks.ChooseSeen: checking_in.choose_seen,
    asks.TypeCheckIn: checking_in.type_text,
    asks.SkipCheckInText: checking_in.skip_text,
    asks.SayFit: checking_in.say_fit,
    asks.ShowTexts: keeping.show_texts,
    asks.GiveTexts: keeping.give_texts,
    asks.OfferDestroying: keeping.offer_destroying,
    asks.DestroyTexts: keeping.destroy_texts,
    asks.OfferTurnEnd: parting.offer_end,
    asks.EndTurn: parting.end_turn,
    asks.OfferRest: going_on.offer_rest,
    asks.RestTurn: going_on.rest_turn,
    asks.ResumeTurn: going_on.resume_turn,
    asks.BeginAnew: going_on.begin_anew,
    asks.SayStillHere: going_on.say_still_here,
    asks.MovePhase: going_on.move_phase,
    clock_asks.WakeTurns: waking.wake_turns,
    clock_asks.PrepareTurnBegun: reminding.prepare_begun,
    clock_asks.PrepareAgreement: reminding.prepare_agreement,
    clock_asks.PreparePhase: reminding.prepare_phase,
    clock_asks.PrepareSilenceOffer: reminding.prepare_silence_offer,
    clock_asks.PreparePairSilent: reminding.prepare_pair_silent,
    clock_asks.PrepareTurnOver: reminding.prepare_over,
    clock_asks.PrepareCheckIns: reminding.prepare_check_ins,
    clock_asks.PrepareWaiting: reminding.prepare_waiting,
    clock_asks.PrepareTalk: reminding.prepare_talk,
    clock_asks.PrepareTextsGoing: reminding.prepare_texts_going,
}
PROMPTS: Prompts = {
    Prompt.AGREEMENT: PromptKind(asks.TypeGoal, agreeing.goal_readiness),
    Prompt.CHECK_IN: PromptKind(asks.TypeCheckIn, checking_in.text_readiness),
}
PREPARATIONS: Preparations = {
    PushKind.MENTORING_BEGUN: clock_asks.PrepareTurnBegun,
    PushKind.MENTORING_AGREEMENT: clock_asks.PrepareAgreement,
    PushKind.MENTORING_PHASE: clock_asks.PreparePhase,
    PushKind.MENTORING_SILENCE: clock_asks.PrepareSilenceOffer,
    PushKind.MENTORING_SILENT: clock_asks.PreparePairSilent,
    PushKind.MENTORING_OVER: clock_asks.PrepareTurnOver,
    PushKind.TEXTS_GOING: clock_asks.PrepareTextsGoing,
    PushKind.MENTORING_TALK: clock_asks.PrepareTalk,
    PushKind.CHECK_IN: clock_asks.PrepareCheckIns,
    PushKind.CHECK_IN_REMINDER: clock_asks.PrepareWaiting,
}
