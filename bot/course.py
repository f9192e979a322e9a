"""The course as this start finds it: loaded, compiled, and kept by hash (promise 10)."""

from dataclasses import replace
from pathlib import Path

from content.compiler import compile_course, read_scenario
from content.loader import load
from data.definitions import SqlDefinitions, StoredDefinition
from learning.course.curriculum import Curriculum

ROOT = Path(__file__).parent.parent / "content"


async def compiled_course(definitions: SqlDefinitions, root: Path = ROOT) -> Curriculum:
    """Today's course, with the older editions on which somebody's scenario run finishes."""
    compiled = compile_course(load(root))
    await definitions.store(
        [StoredDefinition(d.hash, d.kind, d.content_id, d.body) for d in compiled.definitions]
    )
    older = await definitions.hashes_of_runs() - set(compiled.curriculum.hashes.values())
    bodies = await definitions.bodies(older)
    editions = {hash: read_scenario(body) for hash, body in bodies.items()}
    return replace(compiled.curriculum, editions=editions)
