"""The figures of `make nlu`, from a few sentences instead of thousands."""

from pathlib import Path

from dialogue import evaluate
from tests.dialogue.conftest import RunningRasa

SENTENCES = """
version: "3.1"
nlu:
  - intent: next_lesson
    examples: |
      - next lesson
      - could you open the next lesson for me please
  - intent: change_time
    examples: |
      - send my lessons at [half past eight](time)
  - intent: out_of_scope
    examples: |
      - qwrt zzxv plmk
      - how much is a litre of milk in oslo
"""


def test_rasa_judges_sentences_and_also_those_that_nobody_understands(
    rasa: RunningRasa, tmp_path: Path
) -> None:
    sentences = tmp_path / "few.yml"
    sentences.write_text(SENTENCES)
    evaluate.run(rasa.model, sentences, tmp_path / "out")
    found = evaluate.figures("en", tmp_path / "out")
    assert found.sentences == 5
    assert found.accuracy >= 0.6
    assert found.taken == 0
