"""Which intent: logistic regression over how a sentence is spelled and what it means."""

# mypy: disable-error-code="import-not-found,import-untyped,misc,untyped-decorator"
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix, diags, hstack, vstack
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import normalize

_TOLD = 10  # as many guesses as Rasa's own classifiers tell


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class SpellingAndMeaning(GraphComponent, IntentClassifier):
    """Rasa's own takes raw counts and a fixed strength; here counts are weighed by rarity, and
    the meaning's vector, centred, has `meaning_weight` beside the spelling's length of 1."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"strength": 10.0, "meaning_weight": 2.0, "max_iter": 60}

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
        counts = _counts(examples)
        met = np.asarray((counts > 0).sum(axis=0)).ravel()
        rarity = np.log((1 + len(examples)) / (1 + met)) + 1
        centre = _meanings(examples).mean(axis=0)
        self._weights = {"rarity": rarity, "centre": centre}
        fit = LogisticRegression(
            C=self._config["strength"],
            max_iter=self._config["max_iter"],
            random_state=7,
        ).fit(self._features(examples), [example.get(INTENT) for example in examples])
        self._weights |= {
            "coefficients": fit.coef_.astype(np.float32),
            "intercepts": fit.intercept_,
            "intents": np.array([str(name) for name in fit.classes_]),
        }
        with self._storage.write_to(self._resource) as folder:
            weights: dict[str, Any] = self._weights
            np.savez(folder / "weights.npz", **weights)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        told = [message for message in messages if message.get(TEXT)]
        for message in messages:
            message.set("intent", {"name": None, "confidence": 0.0}, add_to_output=True)
        if told:
            scores = self._features(told) @ self._weights["coefficients"].T
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

    def _features(self, messages: list[Message]) -> csr_matrix:
        spelling = normalize(_counts(messages) @ diags(self._weights["rarity"]))
        meaning = _meanings(messages)
        meaning = (meaning - self._weights["centre"]) * self._config["meaning_weight"]
        return csr_matrix(hstack([spelling, csr_matrix(meaning)]), dtype=np.float32)


def _counts(messages: list[Message]) -> csr_matrix:
    """One row a message: the counts of all sparse featurizers, by their logarithm."""
    rows = [message.get_sparse_features(TEXT)[1].features for message in messages]
    counts = csr_matrix(vstack(rows), dtype=np.float64)
    counts.data = 1 + np.log(counts.data)
    return counts


def _meanings(messages: list[Message]) -> np.ndarray:
    """One row a message; no columns where no sentence encoder could be had."""
    found = [message.get_dense_features(TEXT)[1] for message in messages]
    return np.vstack([f.features if f else np.empty((1, 0)) for f in found])
