"""New codes, as secrets that somebody may have to type from paper."""

import secrets

# Without letters and digits that look alike.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
CODE_LENGTH = 10


def new_code() -> str:
    """About 50 bits: nobody guesses one."""
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
