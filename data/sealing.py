"""Sealing: what must be kept but not read is encrypted with the installation's secret keys."""

from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet


class BadKey(Exception):
    """A secret key that cannot be one; the message is one sentence for the operator."""


class Sealer:
    """`keys` are Fernet keys, newest first: the first seals, all of them open."""

    def __init__(self, keys: Sequence[str]) -> None:
        if not keys:
            raise BadKey("SECRET_KEY is empty: give at least one key.")
        try:
            self._fernet = MultiFernet([Fernet(key) for key in keys])
        except ValueError:
            raise BadKey(
                "SECRET_KEY must hold keys of 32 bytes in URL-safe base64, 44 characters each."
            ) from None

    def seal(self, text: str) -> str:
        return self._fernet.encrypt(text.encode()).decode()

    def open(self, sealed: str) -> str | None:
        """The text, or None when none of the keys sealed it."""
        try:
            return self._fernet.decrypt(sealed).decode()
        except InvalidToken:
            return None


def new_key() -> str:
    return Fernet.generate_key().decode()
