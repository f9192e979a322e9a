"""What stands on the buttons of the course when a learning platform shows it."""

from bot.screens.speech import Speech


def package_labels(speech: Speech) -> dict[str, str]:
    """By the names that the package's player knows; braces are filled by it."""
    return {
        "next": speech.label("Next"),
        "back": speech.label("Back"),
        "done": speech.label("Done"),
        "go_on": speech.label("Go on"),
        "play_again": speech.label("Play again"),
        "right": speech.label("✓ That's right."),
        "wrong": speech.label("Not quite yet."),
        "right_answer": speech.label("The right answer:"),
        "true": speech.label("True"),
        "false": speech.label("False"),
        "choose_all": speech.label("Choose all that fit, then press Done."),
        "give_places": speech.label("Give each one its place, then press Done."),
        "type_number": speech.label("Type your answer as a number."),
        "type_text": speech.label("Type your answer in a word or two."),
        "had_right": speech.label("Right answers: {rights} of {of}"),
        "try_today": speech.label("Try this today"),
        "what_do_you_do": speech.label("What do you do?"),
        "behind": speech.label("What was behind it"),
        "rule": speech.label("The rule to remember"),
        "only_in": speech.label("Shown to learners in this country alone: {country}"),
        "checked": speech.label("{citation} (checked on {date})"),
        "may_have_changed": speech.label("{citation} (checked on {date}, may have changed)"),
    }
