"""What is signed: everything on a certificate but the name, and a mark that only the name gives.

The name is not kept, and still nobody can put another one on the paper: the signed line holds a
salt (16 random bytes) and the SHA-256 of salt and name. Whoever has the paper has the name and the
line, computes the mark and compares. Another name gives another mark, and another mark breaks the
signature; two names with one mark would be a collision of SHA-256. Nobody else, this installation
included, can go from the mark to the name: the salt stands on the paper alone.

The line is text without spaces, for a QR code or a link:
QSER1.<kind>.<about>.<minutes>.<date>.<version>.<code>.<salt>.<mark>.<key>.<signature>
The Ed25519 signature (RFC 8032) is of everything before its dot, in ASCII; salt, mark and signature
are base64url without padding; `key` is the beginning of the public key.
"""

import re
import unicodedata
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from learning.certificates.model import CertificateKind

PREFIX = "QSER1"
KEY_DIGITS = 8
_LINE = re.compile(rf"{PREFIX}(?:\.[A-Za-z0-9_-]+){{10}}")


class NotACertificate(Exception):
    """The text holds no signed line of ours."""


@dataclass(frozen=True, slots=True)
class Statement:
    """`salt` and `mark` are base64url; `key` begins the public key that signed."""

    kind: CertificateKind
    about: str
    minutes: int
    completed_on: date
    version: str
    code: str
    salt: str
    mark: str
    key: str

    @property
    def line(self) -> str:
        """What is signed."""
        day = self.completed_on.isoformat()
        parts = (PREFIX, self.kind, self.about, str(self.minutes), day, self.version, self.code)
        return ".".join((*parts, self.salt, self.mark, self.key))

    def is_of(self, name: str) -> bool:
        return self.mark == mark_of(name, decoded(self.salt))


def mark_of(name: str, salt: bytes) -> str:
    """The same for every way of spacing or composing the same letters; case and accents count."""
    written = unicodedata.normalize("NFC", " ".join(name.split()))
    return encoded(sha256(salt + written.encode()).digest())


def read_line(text: str) -> tuple[Statement, str, bytes]:
    """The statement in `text` (what a QR code or a link holds), the part that is signed, and the
    signature. Raises NotACertificate."""
    found = _LINE.search(text)
    if found is None:
        raise NotACertificate
    line, _, signature = found[0].rpartition(".")
    _, kind, about, minutes, day, version, code, salt, mark, key = line.split(".")
    try:
        when, signed = date.fromisoformat(day), decoded(signature)
        decoded(salt)
        made = Statement(
            CertificateKind(kind), about, int(minutes), when, version, code, salt, mark, key
        )
    except ValueError as error:
        raise NotACertificate from error
    return made, line, signed


def encoded(value: bytes) -> str:
    return urlsafe_b64encode(value).decode().rstrip("=")


def decoded(text: str) -> bytes:
    """Raises ValueError (binascii.Error) for what is no base64url."""
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))
