"""A file is found by its id, so it is named by it, and every file is listed."""

from collections.abc import Iterator
from typing import Any

from content.document import Document
from content.finding import Finding
from content.loader import Loaded


def misnamed_files(loaded: Loaded) -> Iterator[Finding]:
    documents: tuple[Document[Any], ...] = (*loaded.files.lessons, *loaded.files.scenarios)
    for document in documents:
        id, name = document.content.id, document.path.stem
        if id != name:
            yield document.finding(f"the id is {id}, but the file is {name}: make them one", "id")
    for subunit in (files.subunit for files in loaded.files.subunits):
        id, name = subunit.content.id, subunit.path.parent.name
        if id != name:
            yield subunit.finding(f"the id is {id}, but the folder is {name}: make them one", "id")


def unlisted_files(loaded: Loaded) -> Iterator[Finding]:
    for files in loaded.files.subunits:
        for path in files.strays:
            message = f"{files.subunit.path} does not list this file: list it or remove it"
            yield Finding(path, 1, message)
