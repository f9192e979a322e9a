"""The web page on which anybody checks a certificate: small, without scripts, without a name."""

from html import escape
from textwrap import dedent

from bot.screens.certificates import checked_in_words
from bot.screens.view import View
from learning.certificates.outcomes import CertificateChecked
from learning.events.model import Event

STYLE = """\
body{font:18px/1.5 serif;max-width:36em;margin:2em auto;padding:0 1em;color:#111;background:#fff}
main{border:2px solid #111;border-radius:8px;padding:1em 1.5em;white-space:pre-line}
b{font-size:1.2em}
"""


def certificate_page(checked: CertificateChecked | None, event: Event | None, view: View) -> str:
    """A whole page of HTML, in the view's language."""
    title = view.label("Check a certificate by its code")
    if checked is None:
        said = str(view.say("There is no certificate with this code. Is it written correctly?"))
    else:
        said = str(checked_in_words(checked, event, view))
    return (
        dedent(f"""\
        <!doctype html>
        <html lang="{view.language}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <title>{escape(title)}</title>
        <style>{STYLE}</style>
        </head>
        <body>
        <h1>{escape(title)}</h1>
        <main>%s</main>
        </body>
        </html>
        """)
        % said
    )
