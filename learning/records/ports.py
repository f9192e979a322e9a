"""What erasure needs."""

from datetime import datetime
from typing import Protocol

from learning.account.model import Person


class Records(Protocol):
    async def erase(self, person: Person, at: datetime) -> str:
        """Erases the person from every table as each declares, and gives a receipt.

        What is counted stays as a number without a person; a mark that only the secret key can
        compare stays too, so that a restored backup erases again.
        """
