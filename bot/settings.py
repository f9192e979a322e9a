"""What the environment decides. Built once in `__main__` and passed in; there is no global."""

import re
from pathlib import Path

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

REAL_TELEGRAM = "https://api.telegram.org"


class Settings(BaseSettings):
    """Read from the environment and `.env`; an empty value counts as none."""

    model_config = SettingsConfigDict(
        env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True
    )

    telegram_bot_token: SecretStr | None = None
    telegram_api_url: str = REAL_TELEGRAM
    webhook_url: str | None = None
    webhook_secret: SecretStr | None = None
    webhook_listen: str = "127.0.0.1"
    webhook_port: int = 8443
    database_url: str | None = None
    rasa: bool = True
    rasa_url: str | None = None
    clock_url: str | None = None
    send_rate: float = Field(default=27.0, gt=0)
    secret_key: SecretStr | None = None
    web_port: int = 8082
    contact: str | None = None
    public_url: str | None = Field(default=None, pattern=r"^https?://[^\s#?]+$")
    simulator_port: int = 8081
    var: Path = Path("var")

    @field_validator("webhook_secret")
    @classmethod
    def _is_a_header(cls, secret: SecretStr | None) -> SecretStr | None:
        if secret and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret.get_secret_value()):
            raise ValueError("takes 1 to 256 letters, digits, _ and -")
        return secret

    @property
    def is_real(self) -> bool:
        """Whether real people are at the other end."""
        return self.telegram_api_url.rstrip("/") == REAL_TELEGRAM


class SettingsProblem(Exception):
    """A setting is missing or contradicts another; the text says which, and how to mend it."""


def check(settings: Settings) -> None:
    """Raises SettingsProblem for what cannot work together."""
    if settings.telegram_bot_token is None:
        raise SettingsProblem("TELEGRAM_BOT_TOKEN is not set: put the token of @BotFather there.")
    if settings.is_real and settings.clock_url:
        raise SettingsProblem(
            "CLOCK_URL is set beside the real Telegram: time travel is for the simulator alone. "
            "Remove CLOCK_URL."
        )
    if settings.is_real and settings.secret_key is None:
        raise SettingsProblem(
            "SECRET_KEY is not set: with a real token it must be. Make one with "
            "`python -m bot key` and keep it outside the database's backups."
        )
    if settings.webhook_url and settings.webhook_secret is None:
        raise SettingsProblem(
            "WEBHOOK_SECRET is not set: a webhook needs one (letters, digits, _ and -)."
        )
