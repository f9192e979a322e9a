"""What lessons and scenarios say in sentences: titles and accepted answers do not."""

from collections.abc import Iterator

from content.join import Text
from content.loader import Loaded


def prose(loaded: Loaded) -> Iterator[Text]:
    lessons, scenarios = loaded.files.lessons, loaded.files.scenarios
    documents = {*(it.path for it in lessons), *(it.path for it in scenarios)}
    for text in loaded.texts:
        if text.path in documents and not text.context.endswith((".title", ".accepted")):
            yield text
