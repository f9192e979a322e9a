"""YAML as our authors expect it: `no` stays a word, and everything knows its line.

Plain scalars follow YAML 1.2 (only `true` and `false` are booleans); a day like 2026-11-21 is a
date. A key said twice, an alias and a tag are refused.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date

import yaml

Location = tuple[str | int, ...]
Lines = Mapping[Location, int]


class UnreadableYaml(Exception):
    def __init__(self, line: int, message: str) -> None:
        self.line = line
        self.message = message
        super().__init__(f"line {line}: {message}")


class _PlainLoader(yaml.CSafeLoader):
    yaml_implicit_resolvers = {}


_TAG = "tag:yaml.org,2002:"
_PLAIN = [
    ("null", r"^(?:~|null|)$", ["~", "n", ""]),
    ("bool", r"^(?:true|false)$", ["t", "f"]),
    ("timestamp", r"^\d{4}-\d\d-\d\d$", list("0123456789")),
    ("int", r"^-?(?:0|[1-9]\d*)$", list("-0123456789")),
    ("float", r"^-?(?:0|[1-9]\d*)\.\d+$", list("-0123456789")),
]
for _name, _pattern, _first in _PLAIN:
    _PlainLoader.add_implicit_resolver(_TAG + _name, re.compile(_pattern), _first)

_VALUES: Mapping[str, Callable[[str], object]] = {
    _TAG + "str": str,
    _TAG + "null": lambda _: None,
    _TAG + "bool": lambda text: text == "true",
    _TAG + "timestamp": date.fromisoformat,
    _TAG + "int": int,
    _TAG + "float": float,
}


def read_yaml(text: str) -> tuple[object, Lines]:
    """The value of the one document in `text`, and the line (from 1) of each place in it.

    A place is the keys and positions that lead to it: `("cards", 0, "text")`.
    Raises UnreadableYaml.
    """
    try:
        node = _PlainLoader(text).get_single_node()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise UnreadableYaml(mark.line + 1 if mark else 1, f"not YAML: {error.problem}") from error
    except yaml.YAMLError as error:
        raise UnreadableYaml(1, f"not YAML: {error}") from error
    if node is None:
        raise UnreadableYaml(1, "the file is empty")
    lines: dict[Location, int] = {(): 1}
    return _Reading(lines).value(node, ()), lines


class _Reading:
    def __init__(self, lines: dict[Location, int]) -> None:
        self._lines = lines
        self._seen: set[int] = set()

    def value(self, node: yaml.Node, at: Location) -> object:
        if id(node) in self._seen:
            raise UnreadableYaml(_line(node), "an alias (*) is not allowed: write it out")
        self._seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, at)
        if isinstance(node, yaml.SequenceNode):
            return self._sequence(node, at)
        return _scalar(node)

    def _mapping(self, node: yaml.MappingNode, at: Location) -> dict[object, object]:
        mapping: dict[object, object] = {}
        for key_node, value_node in node.value:
            key = self.value(key_node, at)
            if not isinstance(key, str):
                raise UnreadableYaml(_line(key_node), f"the key {key} is not a word: quote it")
            if key in mapping:
                raise UnreadableYaml(_line(key_node), f"`{key}` is said twice: keep one")
            self._lines[(*at, key)] = _line(key_node)
            mapping[key] = self.value(value_node, (*at, key))
        return mapping

    def _sequence(self, node: yaml.SequenceNode, at: Location) -> list[object]:
        items: list[object] = []
        for position, item in enumerate(node.value):
            self._lines[(*at, position)] = _line(item)
            items.append(self.value(item, (*at, position)))
        return items


def _scalar(node: yaml.Node) -> object:
    read = _VALUES.get(node.tag)
    if read is None:
        raise UnreadableYaml(_line(node), f"the tag {node.tag} is not allowed: remove it")
    try:
        return read(node.value)
    except ValueError as error:
        raise UnreadableYaml(_line(node), f"{node.value}: {error}") from error


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1
