"""Ask → use case, what of this room waits for a text, and what it sends unasked."""

from learning.ask import UseCases
from learning.mentoring.evaluating import asks, card, looking_back, reviewing
from learning.pushes.model import PushKind
from learning.pushes.preparations import Preparations
from learning.talk.model import Prompt
from learning.talk.prompts import PromptKind, Prompts

USE_CASES: UseCases = {
    asks.ShowPractices: reviewing.show_practices,
    asks.ShowPractice: reviewing.show_practice,
    asks.ReviewPractices: reviewing.review_practices,
    asks.DecidePractice: reviewing.decide_practice,
    asks.ShowEvaluations: reviewing.show_evaluations,
    asks.PreparePracticeWaiting: reviewing.prepare_waiting,
    asks.PreparePracticeDecided: reviewing.prepare_decided,
    asks.OpenEvaluation: looking_back.open_evaluation,
    asks.RateStatement: looking_back.rate_statement,
    asks.ChooseReader: looking_back.choose_reader,
    asks.TypeLookingBack: looking_back.type_looking_back,
    asks.SendEvaluation: looking_back.send_evaluation,
    asks.OpenCard: card.open_card,
    asks.TypeCard: card.type_card,
    asks.RewritePart: card.rewrite_part,
    asks.ReleaseCard: card.release_card,
    asks.TakeCardBack: card.take_card_back,
}
PROMPTS: Prompts = {
    Prompt.LOOKING_BACK: PromptKind(asks.TypeLookingBack, looking_back.looking_back_readiness),
    Prompt.CARD: PromptKind(asks.TypeCard, card.card_readiness),
}
PREPARATIONS: Preparations = {
    PushKind.PRACTICE_WAITING: asks.PreparePracticeWaiting,
    PushKind.PRACTICE_DECIDED: asks.PreparePracticeDecided,
}
