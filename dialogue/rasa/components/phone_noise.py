"""Copies of the training sentences as phones and Greeklish writers would spell them."""

# mypy: disable-error-code="import-not-found,misc,untyped-decorator"
import random
from collections.abc import Callable
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from dialogue.folding import is_greek, plain
from dialogue.rasa.components.greeklish import in_latin_letters

Spelling = Callable[[str, random.Random], str]
MEANT = "meant"  # on a copy: the sentence that it spells otherwise
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "ςερτυθιοπ", "ασδφγηξκλ", "ζχψωβνμ")


def mistyped(text: str, chance: random.Random) -> str:
    """The text in plain letters with a slip of the thumb in about every tenth letter pair."""
    letters = list(plain(text))
    for _ in range(1 + len(letters) // 24):
        places = [i for i, c in enumerate(letters) if c.isalpha() and len(letters) > 3]
        if places:
            _slip(letters, chance.choice(places), chance)
    return "".join(letters)


def _slip(letters: list[str], at: int, chance: random.Random) -> None:
    kind = chance.randrange(4)
    if kind == 0:
        letters[at] = ""
    elif kind == 1:
        letters[at] *= 2
    elif kind == 2 and at + 1 < len(letters):
        letters[at], letters[at + 1] = letters[at + 1], letters[at]
    else:
        letters[at] = _neighbour(letters[at], chance)


def _neighbour(letter: str, chance: random.Random) -> str:
    for row in _ROWS:
        if letter and letter in row:
            at = row.index(letter)
            return chance.choice(row[max(at - 1, 0) : at] + row[at + 1 : at + 2])
    return letter


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class PhoneNoise(GraphComponent):
    """Adds to each training sentence one mistyped copy, and to each Greek one Greeklish ones."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"mistyped": 1, "greeklish": 1, "seed": 7}

    def __init__(self, config: dict[str, Any]) -> None:
        self._config = config

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "PhoneNoise":
        return cls(config)

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        chance = random.Random(self._config["seed"])
        copies = [
            copy
            for example in training_data.training_examples
            if example.get(TEXT) and example.get(INTENT)
            for copy in self._copies(example, chance)
        ]
        return training_data.merge(TrainingData(copies))

    def process(self, messages: list[Message]) -> list[Message]:
        return messages

    def _copies(self, example: Message, chance: random.Random) -> list[Message]:
        copies = [respelled(example, mistyped, chance) for _ in range(self._config["mistyped"])]
        if is_greek(example.get(TEXT)):
            many = range(self._config["greeklish"])
            copies += [respelled(example, in_latin_letters, chance) for _ in many]
        return copies


def respelled(example: Message, spelling: Spelling, chance: random.Random) -> Message:
    """A copy whose entities are where their words are now."""
    text, written, entities = example.get(TEXT), "", []
    end = 0
    for entity in sorted(example.get(ENTITIES, []), key=lambda found: int(found["start"])):
        written += spelling(text[end : entity["start"]], chance)
        start = len(written)
        written += spelling(text[entity["start"] : entity["end"]], chance)
        entities.append({**entity, "start": start, "end": len(written)})
        end = entity["end"]
    written += spelling(text[end:], chance)
    return Message(
        data={
            TEXT: written,
            INTENT: example.get(INTENT),
            ENTITIES: entities,
            MEANT: example.get(TEXT),
        }
    )
