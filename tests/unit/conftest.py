import pytest

from tests.unit.town import Town


@pytest.fixture
def town() -> Town:
    return Town()
