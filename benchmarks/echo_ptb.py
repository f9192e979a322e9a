"""A bare python-telegram-bot echo as its documentation shows it: what others start from."""

import asyncio

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

from benchmarks import echo, stub


async def on_text(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    if update.message and update.message.text:
        await update.message.reply_text(update.message.text)


async def poll(root: str) -> None:
    builder = Application.builder().token(stub.TOKEN).base_url(f"{root}/bot")
    app = builder.concurrent_updates(50).build()
    app.add_handler(MessageHandler(filters.TEXT, on_text))
    async with app:
        assert app.updater is not None
        await app.start()
        await app.updater.start_polling()
        try:
            await asyncio.Event().wait()
        finally:
            await app.updater.stop()
            await app.stop()


if __name__ == "__main__":
    echo.main("PTB echo", poll)
