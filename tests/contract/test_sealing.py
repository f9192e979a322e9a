import pytest

from data.sealing import BadKey, Sealer, new_key

OLD, NEW = new_key(), new_key()


def test_what_was_sealed_is_opened_again() -> None:
    sealed = Sealer([NEW]).seal("Καλημέρα")
    assert "Καλημέρα" not in sealed
    assert Sealer([NEW]).open(sealed) == "Καλημέρα"


def test_an_older_key_still_opens_and_the_newest_seals() -> None:
    assert Sealer([NEW, OLD]).open(Sealer([OLD]).seal("word")) == "word"
    assert Sealer([OLD]).open(Sealer([NEW, OLD]).seal("word")) is None


@pytest.mark.parametrize("keys", [[], ["short"], [NEW, ""], ["x" * 44]])
def test_a_bad_key_is_one_clear_sentence(keys: list[str]) -> None:
    with pytest.raises(BadKey, match=r"^SECRET_KEY .*\.$"):
        Sealer(keys)
