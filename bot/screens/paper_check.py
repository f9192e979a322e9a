"""The words of the page on which anybody checks a printed certificate without us."""

from bot.screens.speech import Speech


def paper_check_words(speech: Speech) -> dict[str, str]:
    """By the names that bot/cli/paper_check.html knows."""
    return {
        "language": speech.own_name(speech.language),
        "title": speech.label("Is this certificate genuine?"),
        "how": speech.label(
            "Scan the square on the paper with any reader and paste here what it holds. The check "
            "is done on this device; nothing is sent anywhere."
        ),
        "text": speech.label("What the square holds"),
        "name": speech.label("The name on the paper"),
        "keys": speech.label("Trusted keys, one a line"),
        "check": speech.label("Check"),
        "genuine": speech.label("Genuine: it was signed, and for this name."),
        "nameless": speech.label("The signature is genuine. Now compare the name."),
        "other_name": speech.label("Not genuine: it was signed for another name."),
        "forged": speech.label("Not genuine: none of the trusted keys signed this text."),
        "nothing": speech.label("This text is no certificate."),
        "unable": speech.label("This browser can't check signatures. Please try a newer one."),
        "course": speech.label("Course"),
        "attendance": speech.label("Event"),
        "date": speech.label("Completed on"),
        "minutes": speech.label("Minutes"),
        "version": speech.label("Version"),
        "code": speech.label("Code"),
        "revoked": speech.label("Whether it was revoked, only the bot knows: /check and the code."),
    }
