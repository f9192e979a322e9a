"""What an operator meets: one line that says what is wrong and how to mend it."""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from pydantic import ValidationError
from sqlalchemy.exc import OperationalError
from telegram.error import InvalidToken, NetworkError

from bot.alone import NotAlone
from bot.intake.polling import PolledElsewhere
from bot.rehearsal import NoSimulator
from bot.settings import SettingsProblem
from bot.web import PortInUse
from data.address import BadAddress
from data.installation import WrongBot
from data.migrate import NewerDatabase
from data.refusals import BackupRefused
from data.sealing import BadKey

_AS_THEY_ARE = (
    SettingsProblem,
    NotAlone,
    WrongBot,
    NewerDatabase,
    BadAddress,
    BadKey,
    BackupRefused,
    NoSimulator,
)


@contextmanager
def one_clear_line() -> Iterator[None]:
    """Turns what operators can mend into one line on standard error and exit code 1."""
    try:
        yield
    except (Exception, ExceptionGroup) as error:
        line = _line(error)
        if line is None:
            raise
        print(line, file=sys.stderr)
        raise SystemExit(1) from None


def _line(error: BaseException) -> str | None:
    match error:
        case ExceptionGroup():
            return next((line for each in error.exceptions if (line := _line(each))), None)
        case PolledElsewhere():
            return (
                "Another program takes this bot's updates (409): stop it, or use another "
                "TELEGRAM_BOT_TOKEN."
            )
        case ValidationError():
            return _settings_line(error)
        case InvalidToken():
            return "Telegram does not know this token: check TELEGRAM_BOT_TOKEN with @BotFather."
        case NetworkError():
            return "Telegram can't be reached: check the network and TELEGRAM_API_URL."
        case PortInUse():
            return f"Port {error} is used by another program: set WEB_PORT (or WEBHOOK_PORT)."
        case OperationalError() | sqlite3.OperationalError() | OSError():
            return _storage_line(str(error).lower())
        case _ if isinstance(error, _AS_THEY_ARE):
            return str(error)
    return None


def _settings_line(error: ValidationError) -> str:
    """Names the setting and never its value, which may be a secret."""
    first = error.errors(include_input=False, include_context=False)[0]
    return f"{'.'.join(str(part) for part in first['loc']).upper()}: {first['msg']}."


def _storage_line(text: str) -> str | None:
    if "disk is full" in text or "no space left" in text:
        return "The disk is full: free some space; nothing that was confirmed is lost."
    if "readonly" in text or "read-only" in text or "permission denied" in text:
        return "The database can't be written: check the rights of its file and folder."
    if "locked" in text:
        return "Another process uses this database: stop it first."
    if "connect" in text:
        return "The database can't be reached: check DATABASE_URL."
    return None
