"""`python -m bot certificate`: the keys that sign papers, and checking one."""

import asyncio

from cyclopts import App

from bot.cli.problems import one_clear_line
from bot.settings import Settings

certificates = App(name="certificate", help="Keys, and checking a paper.")


@certificates.command(name="key")
def certificate_key() -> None:
    """Print the public keys that check certificates, the newest first."""
    with one_clear_line():
        print("\n".join(_public_keys()))


def _public_keys() -> list[str]:
    from bot.cli.certificates import keys
    from bot.cli.database import opened

    async def ask() -> list[str]:
        async with opened(Settings()) as database:
            return await keys(database)

    return asyncio.run(ask())


@certificates.command(name="verify")
def verify_certificate(text: str, *, key: list[str] | None = None, name: str | None = None) -> None:
    """Check a paper without the bot and without its database; exit code 1 when it is not genuine.

    Parameters
    ----------
    text
        What the square on the paper holds.
    key
        The public keys to trust; those of this installation's database when left out.
    name
        The name that stands on the paper.
    """
    from bot.cli.certificates import verify

    with one_clear_line():
        genuine, told = verify(text, key or _public_keys(), name)
    print("\n".join(told))
    if not genuine:
        raise SystemExit(1)


@certificates.command(name="page")
def certificate_page() -> None:
    """Print one HTML file that checks papers in any browser, without the bot and without a network.

    It trusts the keys of this installation's database; put it wherever people may find it.
    """
    from bot.cli.certificates import checking_page

    with one_clear_line():
        print(checking_page(_public_keys()))
