"""A tiny bot that does what the page must be able to show. It knows nothing of the project."""

import asyncio
import struct
import zlib
from typing import Any

from telegram import (
    BotCommand,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
    ReplyKeyboardMarkup,
    Update,
)
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

TOKEN = "100001:SIM"
DESCRIPTION = "I repeat what you say."
THINKING_SECONDS = 0.6
LONG_WORD = "ηλεκτροεγκεφαλογραφηματοσκοπικότητα" * 3
HTML = f"<b>bold</b> &lt;script&gt; <code>code</code> <tg-spoiler>secret</tg-spoiler> {LONG_WORD}"
Context = ContextTypes.DEFAULT_TYPE


def picture(width: int = 640, height: int = 480) -> bytes:
    """A grey PNG."""

    def chunk(name: bytes, body: bytes) -> bytes:
        checked = name + body
        return struct.pack(">I", len(body)) + checked + struct.pack(">I", zlib.crc32(checked))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x99" * width) * height)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )


def buttons(username: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        [
            [
                InlineKeyboardButton("Edit", callback_data="edit"),
                InlineKeyboardButton("Alert", callback_data="alert"),
            ],
            [InlineKeyboardButton("A button with a long label", callback_data="toast")],
            [InlineKeyboardButton("Invite", url=f"https://t.me/{username}?start=code-7")],
        ]
    )


async def on_start(update: Update, context: Context) -> None:
    payload = context.args[0] if context.args else "nobody"
    message = _message(update)
    await message.reply_text(f"Hello {payload}", reply_markup=buttons(context.bot.username))


async def on_press(update: Update, context: Context) -> None:
    query = update.callback_query
    assert query
    if query.data == "edit":
        await query.edit_message_text("Edited", reply_markup=buttons(context.bot.username))
        await query.answer()
    else:
        await asyncio.sleep(THINKING_SECONDS)
        await query.answer(f"Pressed {query.data}", show_alert=query.data == "alert")


async def on_text(update: Update, context: Context) -> None:
    message = _message(update)
    replied = f" (to {message.reply_to_message.text})" if message.reply_to_message else ""
    match message.text:
        case "html":
            await message.reply_html(HTML)
        case "quiz":
            await message.reply_poll(
                "Two and two?", ["three", "four"], type="quiz", correct_option_ids=[1],
                is_anonymous=False, explanation="Count your fingers.",
            )  # fmt: skip
        case "photo":
            await message.reply_photo(picture(), caption="A grey picture")
        case "file":
            await message.reply_document(b"A,B\n1,2\n", filename="table.csv")
        case "keys":
            keys = ReplyKeyboardMarkup([["Yes", "No"]], input_field_placeholder="Yes or no?")
            await message.reply_text("Which?", reply_markup=keys)
        case text:
            await message.reply_text(f"You said: {text}{replied}")


async def on_edited(update: Update, context: Context) -> None:
    message = _message(update)
    await message.reply_text(f"You changed it to: {message.text}")


async def on_file(update: Update, context: Context) -> None:
    message = _message(update)
    kinds = ("photo", "document", "voice", "sticker")
    kind = next(name for name in kinds if getattr(message, name))
    await message.reply_text(f"Received: {kind} {message.caption or ''}".strip())


def _message(update: Update) -> Message:
    message = update.effective_message
    assert message
    return message


def build_bot(address: str) -> "Application[Any, Any, Any, Any, Any, Any]":
    """The bot, to be started in a running loop. ``address`` is the root of the Bot API."""
    builder = ApplicationBuilder().token(TOKEN).base_url(f"{address}/bot").job_queue(None)
    bot = builder.base_file_url(f"{address}/file/bot").build()
    edited = filters.UpdateType.EDITED_MESSAGE
    bot.add_handler(CommandHandler("start", on_start))
    bot.add_handler(CallbackQueryHandler(on_press))
    bot.add_handler(MessageHandler(edited, on_edited))
    bot.add_handler(MessageHandler(filters.TEXT, on_text))
    bot.add_handler(MessageHandler(filters.ATTACHMENT, on_file))
    return bot


async def introduce(bot: "Application[Any, Any, Any, Any, Any, Any]") -> None:
    """Set what people see before they write: description and commands."""
    await bot.bot.set_my_description(DESCRIPTION)
    await bot.bot.set_my_commands([BotCommand("start", "Begin"), BotCommand("help", "Help")])
    greek = [BotCommand("start", "Έναρξη"), BotCommand("help", "Βοήθεια")]
    await bot.bot.set_my_commands(greek, language_code="el")
