"""What was begun and never sent is begun anew."""

from learning.talk.model import Focus, Prompt
from learning.talk.ports import Focuses
from learning.tickets.ports import Tickets

_PROMPTS = (Prompt.TICKET, Prompt.NAME, Prompt.CONCERN)


async def forget_drafts(person_id: int, tickets: Tickets, focuses: Focuses) -> None:
    for draft in await tickets.drafts(person_id):
        await tickets.drop(draft)
        for prompt in _PROMPTS:
            await focuses.clear(person_id, Focus(prompt, draft))
