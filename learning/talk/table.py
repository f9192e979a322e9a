"""Ask → use case, over the prompts of all rooms."""

from learning.ask import UseCases
from learning.talk import asks, chatting, routing
from learning.talk.prompts import Prompts


def use_cases(prompts: Prompts) -> UseCases:
    return {
        asks.ListenTo: routing.listening_to(prompts),
        asks.SayInWords: routing.saying_in_words(prompts),
        asks.GiveTextTo: routing.giving_text(prompts),
        asks.ForgetText: routing.forget_text,
        asks.LeaveTalk: chatting.leave_talk,
        asks.MakeSmallTalk: chatting.make_small_talk,
        asks.AskAhead: chatting.ask_ahead,
    }
