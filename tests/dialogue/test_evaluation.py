"""The figures of `make nlu`, for one of its sets."""

from pathlib import Path

from dialogue import evaluate
from dialogue.installing import HOME
from tests.dialogue.conftest import RunningRasa


def test_rasa_judges_what_people_type_in_english(rasa: RunningRasa, tmp_path: Path) -> None:
    evaluate.run(rasa.model, HOME / "tests" / "en.yml", tmp_path)
    found = evaluate.figures("en", tmp_path)
    assert found.sentences > 1000
    assert found.macro_f1 >= 0.95
    assert found.taken <= 0.05
