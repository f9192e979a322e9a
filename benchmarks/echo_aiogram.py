"""A bare aiogram echo as its documentation shows it: what others start from."""

import asyncio

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message

from benchmarks import echo, stub


async def on_text(message: Message) -> None:
    await message.answer(message.text or "")


async def poll(root: str) -> None:
    dispatcher = Dispatcher()
    dispatcher.message.register(on_text)
    session = AiohttpSession(api=TelegramAPIServer.from_base(root))
    async with Bot(stub.TOKEN, session=session) as bot:
        polling = asyncio.create_task(dispatcher.start_polling(bot, handle_signals=False))
        try:
            await asyncio.shield(polling)
        finally:
            await dispatcher.stop_polling()


if __name__ == "__main__":
    echo.main("aiogram echo", poll)
