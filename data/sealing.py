"""Sealing: what must be kept but not read is encrypted with the installation's secret keys."""

import hmac
from collections.abc import Sequence
from hashlib import sha256

from cryptography.fernet import Fernet, InvalidToken, MultiFernet


class BadKey(Exception):
    """A secret key that cannot be one; the message is one sentence for the operator."""


_MARK_CONTEXT = b"qser erasure mark"


class Sealer:
    """`keys` are Fernet keys, newest first: the first seals, all of them open."""

    def __init__(self, keys: Sequence[str]) -> None:
        if not keys:
            raise BadKey("SECRET_KEY is empty: give at least one key.")
        self._keys = tuple(keys)
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

    @property
    def has_older_keys(self) -> bool:
        return len(self._keys) > 1

    def renewed(self, sealed: str) -> str | None:
        """The same text under the newest key; None when it is so already, or no key opens it."""
        if Sealer(self._keys[:1]).open(sealed) is not None:
            return None
        text = self.open(sealed)
        return None if text is None else self.seal(text)

    def mark(self, text: str) -> str:
        """A mark of `text` under the newest key: the same text gives the same mark, and nobody
        without the key can tell the text from it."""
        return _mark(self._keys[0], text)

    def marks(self, text: str) -> frozenset[str]:
        """Its marks under every key, for marks made before the keys were rotated."""
        return frozenset(_mark(key, text) for key in self._keys)


def _mark(key: str, text: str) -> str:
    return hmac.new(key.encode(), _MARK_CONTEXT + text.encode(), sha256).hexdigest()


def new_key() -> str:
    return Fernet.generate_key().decode()
