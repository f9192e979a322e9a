"""Codes as people type them from paper: in capitals that a phone chose, and with nothing before."""

import re

LONE = re.compile(r"[A-Za-z0-9_-]{8,40}")


def spellings(code: str) -> tuple[str, str, str]:
    """What may have been meant, as typed first."""
    return code, code.lower(), code.upper()


def lone_code(text: str) -> str | None:
    """A text that may be nothing but a code."""
    said = text.strip()
    return said if LONE.fullmatch(said) else None
