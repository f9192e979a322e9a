"""Many people want the same row at the same moment, as a class does that scans one code."""

import asyncio

from learning.account.asks import Arrive
from learning.account.model import EnrolmentCode, Organisation, Role
from learning.account.outcomes import Welcomed
from learning.ask import Caller
from learning.perform import Core
from learning.table import USE_CASES
from tests.contract.people import NOW, Store
from tests.curricula import small

PUPILS = 40


async def test_a_class_that_scans_one_code_at_once_is_let_in_whole(
    store: Store, athens: Organisation
) -> None:
    await store.organisations.add_code(
        EnrolmentCode("ath", athens, None, Role.LEARNER, None, PUPILS, None, False)
    )
    core = Core(store, small(), USE_CASES)
    arrivals = (core.perform(Arrive("ath", "en"), Caller(n), NOW) for n in range(1, PUPILS + 1))
    assert await asyncio.gather(*arrivals) == [Welcomed(athens.name, None)] * PUPILS
