"""What somebody said in the needs analysis, as far as they let it be taken over. Pure."""

from collections.abc import Sequence

from learning.course.curriculum import Curriculum
from learning.needs.model import Sent
from learning.needs.scoring import confidences


def least_sure(every: Sequence[Sent], curriculum: Curriculum, most: int) -> tuple[str, ...]:
    """The competences of which they said last to be least sure, at most `most`, in the order of
    the course; none where there are no answers, or none that this version can read."""
    for sent in sorted(every, key=lambda each: each.sent_at, reverse=True):
        questionnaire = curriculum.needs.by_hash.get(sent.definition)
        said = confidences(questionnaire, sent.answers) if questionnaire else {}
        if said:
            least = sorted(said, key=lambda id: said[id])[:most]
            return tuple(id for id in curriculum.course.competences if id in least)
    return ()
