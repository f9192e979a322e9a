"""Notices that a course file changed, by looking at the files' times and sizes."""

from collections.abc import Mapping
from pathlib import Path

_WATCHED = (
    ("course", "*.yaml"),
    ("needs", "*.yaml"),
    ("resources", "*.yaml"),
    ("glossary", "*.yaml"),
    ("locales", "*.po"),
)


class Watch:
    """The YAML files and catalogues under `root`."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._seen: Mapping[Path, tuple[int, int]] | None = None

    def changed(self) -> bool:
        """Whether anything changed since the last call; the first call is always True."""
        now = self._look()
        before, self._seen = self._seen, now
        return now != before

    def _look(self) -> Mapping[Path, tuple[int, int]]:
        seen: dict[Path, tuple[int, int]] = {}
        for folder, pattern in _WATCHED:
            for path in (self._root / folder).rglob(pattern):
                try:
                    status = path.stat()
                except FileNotFoundError:  # an editor replaces a file by renaming another
                    continue
                seen[path] = (status.st_mtime_ns, status.st_size)
        return seen
