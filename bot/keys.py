"""Where the secret keys come from."""

import os
from pathlib import Path

from bot.settings import Settings
from data.sealing import new_key


def secret_keys(settings: Settings) -> list[str]:
    """The keys of SECRET_KEY, newest first; beside the simulator one is made once and kept."""
    if settings.secret_key is not None:
        return [key.strip() for key in settings.secret_key.get_secret_value().split(",")]
    return [_made_once(settings.var / "secret_key")]


def _made_once(path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(new_key())
    return path.read_text().strip()
