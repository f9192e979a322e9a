"""One value for all the names of a thing, however they are spelled."""

# mypy: disable-error-code="import-not-found,misc,untyped-decorator"
import json
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from dialogue.folding import fold


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class FoldingSynonyms(GraphComponent, EntityExtractorMixin):
    """Rasa's own mapper compares letters as typed; this one compares them folded."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {}

    def __init__(self, storage: ModelStorage, resource: Resource, values: dict[str, str]) -> None:
        self._storage, self._resource, self._values = storage, resource, values

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "FoldingSynonyms":
        return cls(model_storage, resource, {})

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **_: Any,
    ) -> "FoldingSynonyms":
        with model_storage.read_from(resource) as folder:
            values = json.loads((folder / "synonyms.json").read_text(encoding="utf-8"))
        return cls(model_storage, resource, values)

    def train(self, training_data: TrainingData) -> Resource:
        self._values = {fold(name): value for name, value in training_data.entity_synonyms.items()}
        with self._storage.write_to(self._resource) as folder:
            text = json.dumps(self._values, ensure_ascii=False)
            (folder / "synonyms.json").write_text(text, encoding="utf-8")
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            for entity in message.get(ENTITIES, []):
                typed = message.get(TEXT)[entity["start"] : entity["end"]]
                entity["value"] = self._values.get(fold(typed), entity["value"])
        return messages
