"""Finds and reads the files of a course, from the outline down to each scenario."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from content.document import Document, Written, read_document
from content.finding import BrokenCourse, Finding
from content.schema.lesson import Lesson
from content.schema.outline import Outline, Subunit
from content.schema.scenario import Scenario


@dataclass(frozen=True, slots=True)
class SubunitFiles:
    """One folder. `strays` are YAML files in it that the subunit does not list."""

    subunit: Document[Subunit]
    lessons: tuple[Document[Lesson], ...]
    scenario: Document[Scenario]
    strays: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class CourseFiles:
    """All files of a course in course order; `modules` maps a module's id to its subunits."""

    root: Path
    outline: Document[Outline]
    modules: Mapping[str, tuple[SubunitFiles, ...]]

    @property
    def subunits(self) -> tuple[SubunitFiles, ...]:
        return tuple(subunit for module in self.modules.values() for subunit in module)

    @property
    def lessons(self) -> tuple[Document[Lesson], ...]:
        return tuple(lesson for subunit in self.subunits for lesson in subunit.lessons)

    @property
    def scenarios(self) -> tuple[Document[Scenario], ...]:
        return tuple(subunit.scenario for subunit in self.subunits)


def read_files(root: Path) -> CourseFiles:
    """Raises BrokenCourse with the findings of all files that are missing or refused."""
    return _Walk().course(root)


class _Walk:
    """Goes on after a broken file, so that one run names everything that is broken."""

    def __init__(self) -> None:
        self._broken: list[Finding] = []

    def course(self, root: Path) -> CourseFiles:
        outline = read_document(root / "course" / "course.yaml", Outline)
        modules: dict[str, tuple[SubunitFiles, ...]] = {}
        for number, module in enumerate(outline.content.modules):
            folder = outline.path.parent / module.id
            read = [
                self._subunit(folder / name, outline, ("modules", number, "subunits", position))
                for position, name in enumerate(module.subunits)
            ]
            modules[module.id] = tuple(subunit for subunit in read if subunit)
        if self._broken:
            raise BrokenCourse(self._broken)
        return CourseFiles(root, outline, modules)

    def _subunit(
        self, folder: Path, outline: Document[Outline], at: tuple[str | int, ...]
    ) -> SubunitFiles | None:
        subunit = self._read(folder / "subunit.yaml", Subunit, outline, at)
        if subunit is None:
            return None
        names = subunit.content.lessons
        lessons = [
            self._read(folder / f"{name}.yaml", Lesson, subunit, ("lessons", position))
            for position, name in enumerate(names)
        ]
        last = subunit.content.scenario
        scenario = self._read(folder / f"{last}.yaml", Scenario, subunit, ("scenario",))
        if scenario is None:
            return None
        listed = {"subunit", last, *names}
        strays = tuple(path for path in sorted(folder.glob("*.yaml")) if path.stem not in listed)
        return SubunitFiles(subunit, tuple(filter(None, lessons)), scenario, strays)

    def _read(
        self,
        path: Path,
        schema: type[Written],
        lister: Document[Outline] | Document[Subunit],
        at: tuple[str | int, ...],
    ) -> Document[Written] | None:
        if not path.exists():
            message = f"there is no file {path}: write it or take it off this list"
            self._broken.append(lister.finding(message, *at))
            return None
        try:
            return read_document(path, schema)
        except BrokenCourse as error:
            self._broken.extend(error.findings)
            return None
