"""The keys that certificates are signed with: Ed25519, made once and kept sealed.

A key of its own, not one derived from SECRET_KEY: that may be exchanged, while what was signed is
to be checked for years.
"""

from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from sqlalchemy import insert, select

from data.sealing import Sealer
from data.session import Session
from data.tables.certificates import signing_keys
from learning.certificates.statement import decoded, encoded

_NEWEST = select(signing_keys).order_by(signing_keys.c.id.desc()).limit(1)
_PUBLIC = select(signing_keys.c.public).order_by(signing_keys.c.id.desc())
_ADD = insert(signing_keys)


@dataclass(frozen=True, slots=True)
class SigningKey:
    """`public` is base64url, 43 characters."""

    public: str
    private: Ed25519PrivateKey

    def sign(self, line: str) -> bytes:
        return self.private.sign(line.encode())


async def signing_key(session: Session, sealer: Sealer) -> SigningKey:
    """The newest one; a new one is made where there is none, or SECRET_KEY opens it no more."""
    row = await session.row(_NEWEST)
    opened = sealer.open(row.sealed) if row else None
    if opened is not None:
        return _key(Ed25519PrivateKey.from_private_bytes(decoded(opened)))
    private = Ed25519PrivateKey.generate()
    made = _key(private)
    sealed = sealer.seal(encoded(private.private_bytes_raw()))
    await session.run(_ADD, {"public": made.public, "sealed": sealed})
    return made


async def public_keys(session: Session) -> list[str]:
    """All that ever signed, the newest first."""
    return [row.public for row in await session.rows(_PUBLIC)]


def is_signed(public: str, line: str, signature: bytes) -> bool:
    """Whether the holder of the key signed this line. False too for what is no key."""
    try:
        Ed25519PublicKey.from_public_bytes(decoded(public)).verify(signature, line.encode())
    except (InvalidSignature, ValueError):
        return False
    return True


def _key(private: Ed25519PrivateKey) -> SigningKey:
    return SigningKey(encoded(private.public_key().public_bytes_raw()), private)
