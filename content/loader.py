"""Loads a course: the authors' files and the catalogues, joined into what learning knows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import TypeAdapter

from content.asking import Asking, read_asking
from content.catalogue import Catalogue, read_catalogue
from content.document import Document
from content.files import CourseFiles, SubunitFiles, read_files
from content.glossary import LoadedGlossary, load_glossary
from content.join import Joiner, Text
from content.mentoring import LoadedMentoring, load_mentoring
from content.resources import LoadedResources, load_resources
from content.schema.outline import Outline
from content.selection import LoadedSelection, load_selection
from content.term_list import TermList, read_term_list
from learning.course.model import Course, Lesson, Module, Subunit
from learning.course.scenario import Scenario
from learning.course.words import Words

_LESSON = TypeAdapter(Lesson)
_SCENARIO = TypeAdapter(Scenario)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A course as its files say it, for the checker, and joined, for the learner.

    `texts` are all translated texts in course order. `catalogues` follow the course's languages
    after its source language. `lessons` and `scenarios` are by id, `term_lists` by language.
    `asking` is the needs analysis; `papers` are the resources to print;
    `glossary` explains terms; `selection` is the checklist before anybody is matched, and
    `mentoring` the circle of mentoring.
    """

    files: CourseFiles
    catalogues: tuple[Catalogue, ...]
    texts: tuple[Text, ...]
    course: Course
    lessons: Mapping[str, Lesson]
    scenarios: Mapping[str, Scenario]
    term_lists: Mapping[str, Document[TermList]]
    asking: Asking | None = None
    papers: LoadedResources = field(default_factory=LoadedResources)
    glossary: LoadedGlossary = field(default_factory=LoadedGlossary)
    selection: LoadedSelection | None = None
    mentoring: LoadedMentoring | None = None


def load(root: Path) -> Loaded:
    """Reads the course under `root`, the folder that holds `course/`, `needs/` and `locales/`.

    Where a translation is missing the language is absent from those Words.
    Raises BrokenCourse when a file cannot be read; other faults are the checker's to find.
    """
    files = read_files(root)
    source_language, *others = files.outline.content.languages
    catalogues = tuple(read_catalogue(root, language) for language in others)
    joining = _Joining(files, Joiner(source_language, catalogues))
    course = joining.course()
    asking = read_asking(root, joining.joiner)
    return Loaded(
        files,
        catalogues,
        tuple(joining.joiner.texts),
        course,
        joining.lessons,
        joining.scenarios,
        _term_lists(root, files.outline.content.languages),
        asking,
        load_resources(root, course, joining.lessons),
        load_glossary(root, course, joining.lessons),
        load_selection(root, course.languages),
        load_mentoring(root, course),
    )


def _term_lists(root: Path, languages: Sequence[str]) -> dict[str, Document[TermList]]:
    read = {language: read_term_list(root, language) for language in languages}
    return {language: terms for language, terms in read.items() if terms}


class _Joining:
    def __init__(self, files: CourseFiles, joiner: Joiner) -> None:
        self.files = files
        self.joiner = joiner
        self.lessons: dict[str, Lesson] = {}
        self.scenarios: dict[str, Scenario] = {}

    def course(self) -> Course:
        document = self.files.outline
        outline = document.content
        return Course(
            id=outline.id,
            title=self.joiner.words(document, outline.title, "course.title", ("title",)),
            licence=outline.licence,
            languages=tuple(outline.languages),
            competences=self._names(document, "competences", outline.competences),
            sectors=self._names(document, "sectors", outline.sectors),
            modules=tuple(self._module(number) for number in range(len(outline.modules))),
        )

    def _names(
        self, document: Document[Outline], key: str, names: Mapping[str, str]
    ) -> dict[str, Words]:
        return {
            id: self.joiner.words(document, name, f"course.{key}.{id}", (key, id))
            for id, name in names.items()
        }

    def _module(self, number: int) -> Module:
        document = self.files.outline
        module = document.content.modules[number]
        at = ("modules", number, "title")
        return Module(
            module.id,
            self.joiner.words(document, module.title, f"{module.id}.title", at),
            tuple(self._subunit(files) for files in self.files.modules[module.id]),
        )

    def _subunit(self, files: SubunitFiles) -> Subunit:
        document = files.subunit
        subunit = document.content
        title = self.joiner.words(document, subunit.title, f"{subunit.id}.title", ("title",))
        for lesson in files.lessons:
            joined = self.joiner.part(lesson, lesson.content, lesson.content.id)
            self.lessons[lesson.content.id] = _LESSON.validate_python(joined)
        scenario = files.scenario
        joined = self.joiner.part(scenario, scenario.content, scenario.content.id)
        self.scenarios[scenario.content.id] = _SCENARIO.validate_python(joined)
        return Subunit(
            subunit.id,
            title,
            tuple(subunit.competences),
            tuple(subunit.lessons),
            subunit.scenario,
        )
