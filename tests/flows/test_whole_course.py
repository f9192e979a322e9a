"""The whole course, lesson after lesson and scenario after scenario, to the certificate."""

import pytest

from bot.cli.certificates import verify
from data.signing import public_keys
from learning.certificates.asks import ShowCertificate
from tests.flows.learner import Learner
from tests.flows.world import World
from tests.reading_pdf import square_on, words_of

pytestmark = pytest.mark.asyncio(loop_scope="module")

NAME = "Ana Pérez-Παππά"


@pytest.mark.timeout(300)
async def test_somebody_walks_the_whole_course_and_holds_a_certificate(here: World) -> None:
    learner = Learner(here, await here.phone())
    await learner.enrol()
    curriculum = here.app.core.curriculum
    for _ in range(2 * len(curriculum.order)):
        bubble = await learner.finish()
        if bubble.offers(ShowCertificate):
            break
        await learner.go_on()
    assert set(learner.asked) == {
        f"{lesson.id}.{question.id}"
        for lesson in curriculum.lessons.values()
        for question in lesson.questions
    }
    await learner.phone.tap(ShowCertificate)
    pdf = await learner.phone.download(await learner.phone.send(NAME))
    async with here.app.database.engine.reading() as session:
        keys = await public_keys(session)
    assert NAME in words_of(pdf)
    assert verify(square_on(pdf), keys, NAME)[0]
