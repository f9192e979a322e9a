"""Which intent: logistic regression over how a sentence is spelled and what it means."""

# mypy: disable-error-code="import-not-found,import-untyped,misc,untyped-decorator"
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix, hstack, vstack
from sklearn.preprocessing import normalize

from dialogue.rasa.components.regression import fitted
from dialogue.rasa.components.sentence_encoder import MEANING

_TOLD = 10  # as many guesses as Rasa's own classifiers tell


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class SpellingAndMeaning(GraphComponent, IntentClassifier):
    """Rasa's own takes raw counts and a fixed strength; here counts are weighed by rarity, and
    the meaning's vector, centred, has `meaning_weight` beside the spelling's length of 1."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"strength": 10.0, "meaning_weight": 2.0, "rounds": 60}

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self._config, self._storage, self._resource = config, storage, resource
        self._weights: dict[str, np.ndarray] = {}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "SpellingAndMeaning":
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **_: Any,
    ) -> "SpellingAndMeaning":
        classifier = cls(config, model_storage, resource)
        with (
            model_storage.read_from(resource) as folder,
            np.load(folder / "weights.npz", allow_pickle=False) as kept,
        ):
            classifier._weights = dict(kept)
        return classifier

    def train(self, training_data: TrainingData) -> Resource:
        examples = [e for e in training_data.intent_examples if e.get(INTENT) and e.get(TEXT)]
        intents, classes = np.unique([e.get(INTENT) for e in examples], return_inverse=True)
        counts = _counts(examples)
        rarity = np.log((1 + len(examples)) / (1 + counts.getnnz(axis=0))) + 1
        centre = _meanings(examples).mean(axis=0)
        self._weights = {"intents": intents, "rarity": rarity, "centre": centre}
        self._weights |= fitted(
            self._spelling(counts),
            self._meaning(examples),
            classes,
            self._config["strength"],
            self._config["rounds"],
        )
        with self._storage.write_to(self._resource) as folder:
            weights: dict[str, Any] = self._weights
            np.savez(folder / "weights.npz", **weights)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        told = [message for message in messages if message.get(TEXT)]
        for message in messages:
            message.set("intent", {"name": None, "confidence": 0.0}, add_to_output=True)
        if told:
            scores = self._spelling(_counts(told)) @ self._weights["spelling"]
            scores = scores + self._meaning(told) @ self._weights["meaning"]
            for message, row in zip(told, scores + self._weights["intercepts"], strict=True):
                self._tell(message, np.exp(row - row.max()))
        return messages

    def _tell(self, message: Message, likely: np.ndarray) -> None:
        likely = likely / likely.sum()
        best = np.argsort(-likely)[:_TOLD]
        names = self._weights["intents"]
        ranking = [{"name": str(names[i]), "confidence": float(likely[i])} for i in best]
        message.set("intent", ranking[0], add_to_output=True)
        message.set("intent_ranking", ranking, add_to_output=True)

    def _spelling(self, counts: csr_matrix) -> csr_matrix:
        """One row a message, of length 1."""
        weighed = counts.data * self._weights["rarity"][counts.indices]
        rows = csr_matrix((weighed, counts.indices, counts.indptr), counts.shape)
        return normalize(rows, copy=False).astype(np.float32)

    def _meaning(self, messages: list[Message]) -> np.ndarray:
        meaning: np.ndarray = _meanings(messages) - self._weights["centre"]
        meaning *= self._config["meaning_weight"]
        return meaning.astype(np.float32)


def _counts(messages: list[Message]) -> csr_matrix:
    """One row a message: the counts of all sparse featurizers, by their logarithm."""
    rows = [_row(message) for message in messages]
    counts = csr_matrix(vstack(rows) if len(rows) > 1 else rows[0], dtype=np.float64)
    counts.data = 1 + np.log(counts.data)
    return counts


def _row(message: Message) -> csr_matrix:
    """Rasa's own way to it joins the words' features, too, which nobody reads."""
    found = [f for f in message.features if f.is_sparse() and f.type == FEATURE_TYPE_SENTENCE]
    return hstack([f.features for f in found if f.attribute == TEXT], format="csr")


def _meanings(messages: list[Message]) -> np.ndarray:
    """One row a message; no columns where no sentence encoder could be had."""
    return np.vstack([_meaning_of(message) for message in messages])


def _meaning_of(message: Message) -> np.ndarray:
    # Taken off the message, because Rasa's own evaluation copies what stands there.
    if coming := message.data.pop(MEANING, None):
        vector: np.ndarray = coming.result()
        return vector[np.newaxis, :]
    found = message.get_dense_features(TEXT)[1]
    return found.features if found else np.empty((1, 0))
