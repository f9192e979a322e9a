"""Ask → use case, what of this room waits for a text, and what it sends unasked."""

from learning.ask import UseCases
from learning.needs import (
    answering,
    asks,
    beginning,
    path,
    planning,
    preparing,
    reporting,
    running,
    sending,
)
from learning.pushes.model import PushKind
from learning.pushes.preparations import Preparations
from learning.talk.model import Prompt
from learning.talk.prompts import PromptKind, Prompts

USE_CASES: UseCases = {
    asks.ShowNeeds: beginning.show_needs,
    asks.BeginNeeds: beginning.begin_needs,
    asks.PickAnswer: answering.pick_answer,
    asks.SettleAnswer: answering.settle_answer,
    asks.ChangeFact: answering.change_fact,
    asks.SkipQuestion: answering.skip_question,
    asks.GoBack: answering.go_back,
    asks.ReviseAnswer: answering.revise_answer,
    asks.AnswerNeeds: answering.answer_needs,
    asks.SendAnswers: sending.send_answers,
    asks.KeepForMyself: sending.keep_for_myself,
    asks.DropAnswers: sending.drop_answers,
    asks.ShowPath: path.show_path,
    asks.PutFirst: path.put_first,
    asks.TakeStandardPath: path.take_standard_path,
    asks.TakeMyPath: path.take_my_path,
    asks.ShowRounds: planning.show_rounds,
    asks.PlanRound: planning.plan_round,
    asks.ToggleDepartment: planning.toggle_department,
    asks.SetOpening: planning.set_opening,
    asks.SetClosing: planning.set_closing,
    asks.LaunchRound: planning.launch_round,
    asks.DropPlan: planning.drop_plan,
    asks.ShowRound: running.show_round,
    asks.RemindRound: running.remind_round,
    asks.OfferClosing: running.offer_closing,
    asks.CloseRound: running.close_round,
    asks.ReportNeeds: reporting.report_needs,
    asks.CountAgain: reporting.count_again,
    asks.TurnRounds: running.turn_rounds,
    asks.PrepareRound: preparing.prepare_round,
    asks.PrepareRoundReminder: preparing.prepare_round_reminder,
    asks.PrepareHalfway: preparing.prepare_halfway,
    asks.PrepareAgain: preparing.prepare_again,
}
PROMPTS: Prompts = {Prompt.NEEDS: PromptKind(asks.AnswerNeeds, answering.readiness, patience=2)}
PREPARATIONS: Preparations = {
    PushKind.NEEDS_ROUND: asks.PrepareRound,
    PushKind.NEEDS_ROUND_REMINDER: asks.PrepareRoundReminder,
    PushKind.NEEDS_HALFWAY: asks.PrepareHalfway,
    PushKind.NEEDS_AGAIN: asks.PrepareAgain,
}
