"""`python -m bot …` from the root of the repository."""

from bot.cli.commands import app

if __name__ == "__main__":
    app()
