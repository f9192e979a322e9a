"""The name under which others see somebody, as it is typed."""

LONGEST_NAME = 60


def name_in(text: str) -> str | None:
    """None for what is no name: nothing, or more than anybody would call out."""
    name = " ".join(text.split())
    return name if 0 < len(name) <= LONGEST_NAME else None
