"""Words in one spelling, at their places in the text as typed."""

# mypy: disable-error-code="import-not-found,misc,untyped-decorator"
import re
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.training_data.message import Message

from dialogue.folding import fold

_WORD = re.compile(r"\d+[:.]\d+|\w+(?:['’]\w+)*|[^\w\s.,;:!?'’\"()-]")
_UNREAD = re.compile("['’]")  # "I'm", with either mark, is the "im" that phones write


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class FoldingTokenizer(Tokenizer):
    """All features see folded words, whose digits are all 0; entities keep the typed letters."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {
            "intent_tokenization_flag": False,
            "intent_split_symbol": "_",
            "token_pattern": None,
            "prefix_separator_symbol": None,
        }

    def tokenize(self, message: Message, attribute: str) -> list[Token]:
        text = message.get(attribute)
        found = list(_WORD.finditer(text)) or list(re.finditer(r"\S+", text))
        return [Token(_spelled(word.group()), word.start(), word.end()) for word in found]


def _spelled(word: str) -> str:
    return re.sub(r"\d", "0", fold(_UNREAD.sub("", word)))
