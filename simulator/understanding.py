"""What the bot says of itself: how far it is with understanding free text."""

import json

import aiohttp

PATIENCE = aiohttp.ClientTimeout(total=3.0)


async def understanding_at(health: str | None) -> str | None:
    """The `understanding` that stands in the JSON at this address; None when none does."""
    if health is None:
        return None
    try:
        async with (
            aiohttp.ClientSession(timeout=PATIENCE, trust_env=False) as session,
            session.get(health) as answer,
        ):
            told = await answer.json()
    except (TimeoutError, aiohttp.ClientError, json.JSONDecodeError):
        return None
    stage = told.get("understanding") if isinstance(told, dict) else None
    return stage if isinstance(stage, str) else None
