"""Ask → use case, over the prompts of all rooms."""

from learning.ask import UseCases
from learning.talk import asks, routing
from learning.talk.prompts import Prompts


def use_cases(prompts: Prompts) -> UseCases:
    return {
        asks.SayInWords: routing.saying_in_words(prompts),
        asks.GiveTextTo: routing.giving_text(prompts),
        asks.ForgetText: routing.forget_text,
    }
