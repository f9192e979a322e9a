"""Ask → use case, and what of this room waits for a text."""

from learning.ask import UseCases
from learning.lessons import answering, asks, opening, saying, turning
from learning.talk.model import Prompt
from learning.talk.prompts import PromptKind, Prompts

USE_CASES: UseCases = {
    asks.BeginCourse: opening.begin_course,
    asks.NextLesson: opening.next_lesson,
    asks.ReturnAfterAbsence: opening.return_after_absence,
    asks.RepeatLesson: opening.repeat_lesson,
    asks.ReviewNow: opening.review_now,
    asks.TurnOn: turning.turn_on,
    asks.TurnBack: turning.turn_back,
    asks.Pick: answering.pick,
    asks.SettlePicks: answering.settle_picks,
    asks.ChangeAnswer: answering.change_answer,
    asks.AnswerQuestion: answering.answer_question,
    asks.GiveUp: answering.give_up,
    asks.AnswerInWords: saying.answer_in_words,
}
PROMPTS: Prompts = {Prompt.SITTING: PromptKind(asks.AnswerInWords, saying.readiness)}
