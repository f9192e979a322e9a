"""The course as this start finds it: loaded, compiled, and kept by hash (promise 10)."""

from dataclasses import replace
from pathlib import Path

from bot.logs import log_failure
from content.compiler import compile_course, read_cycle, read_questionnaire, read_scenario
from content.finding import BrokenCourse
from content.loader import load
from data.definitions import SqlDefinitions, StoredDefinition
from learning.course.curriculum import Curriculum
from learning.mentoring.cycle import Cycles
from learning.needs.questionnaire import Editions
from learning.perform import Core

ROOT = Path(__file__).parent.parent / "content"


async def compiled_course(definitions: SqlDefinitions, root: Path = ROOT) -> Curriculum:
    """Today's course, with the older editions on which somebody finishes."""
    compiled = compile_course(load(root))
    await definitions.store(
        [StoredDefinition(d.hash, d.kind, d.content_id, d.body) for d in compiled.definitions]
    )
    older = await definitions.hashes_of_runs() - set(compiled.curriculum.hashes.values())
    bodies = await definitions.bodies(older)
    editions = {hash: read_scenario(body) for hash, body in bodies.items()}
    needs = await _with_older(compiled.curriculum.needs, definitions)
    mentoring = await _with_running(compiled.curriculum.mentoring, definitions)
    return replace(compiled.curriculum, editions=editions, needs=needs, mentoring=mentoring)


async def _with_older(needs: Editions, definitions: SqlDefinitions) -> Editions:
    """Also the questionnaires that somebody is half-way through, or has answered."""
    bodies = await definitions.bodies(await definitions.hashes_of_needs() - set(needs.by_hash))
    older = {hash: read_questionnaire(body) for hash, body in bodies.items()}
    return Editions(needs.today, {**older, **needs.by_hash})


async def _with_running(cycles: Cycles, definitions: SqlDefinitions) -> Cycles:
    """Also the circles on which a turn finishes."""
    bodies = await definitions.bodies(await definitions.hashes_of_turns() - set(cycles.by_hash))
    older = {hash: read_cycle(body) for hash, body in bodies.items()}
    return Cycles(cycles.today, {**older, **cycles.by_hash})


class Reload:
    """While an author writes: `content watch` touches a file, and the course is read again."""

    def __init__(self, signal: Path, definitions: SqlDefinitions, core: Core) -> None:
        self._signal = signal
        self._definitions = definitions
        self._core = core
        self._seen = _touched(signal)

    async def run(self) -> None:
        touched = _touched(self._signal)
        if touched == self._seen:
            return
        self._seen = touched
        try:
            self._core.curriculum = await compiled_course(self._definitions)
        except BrokenCourse as error:
            log_failure("course_broken", error)


def _touched(path: Path) -> int:
    return path.stat().st_mtime_ns if path.exists() else 0
