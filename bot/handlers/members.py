"""The bot was blocked, or let in again."""

from telegram import ChatMember, Update
from telegram.ext import ContextTypes

from bot.handlers.desk import Desk
from learning.account.asks import ComeBack
from learning.pushes.asks import NoteUnreachable

_AWAY = (ChatMember.BANNED, ChatMember.LEFT)


async def on_membership(desk: Desk, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    change = update.my_chat_member
    if change is None:
        return
    if change.chat.type == change.chat.PRIVATE and change.new_chat_member.status in _AWAY:
        await desk.note(update, NoteUnreachable(change.from_user.id))
    else:
        await desk.respond(update, ComeBack())
