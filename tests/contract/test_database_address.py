import pytest

from data.address import BadAddress, is_sqlite, read_url


@pytest.mark.parametrize(
    ("url", "driver"),
    [
        ("sqlite:///var/7.sqlite3", "sqlite+pysqlite"),
        ("sqlite:////var/lib/bot.sqlite3", "sqlite+pysqlite"),
        ("postgresql://u:p@db/qser", "postgresql+asyncpg"),
        ("postgres://u:p@db/qser", "postgresql+asyncpg"),
        ("postgresql+asyncpg://u:p@db/qser", "postgresql+asyncpg"),
    ],
)
def test_an_address_gets_the_driver_we_use(url: str, driver: str) -> None:
    address = read_url(url)
    assert address.drivername == driver
    assert is_sqlite(address) == url.startswith("sqlite")


@pytest.mark.parametrize(
    "url", ["", "nonsense", "mysql://u:secret@db/qser", "sqlite://", "sqlite:///:memory:"]
)
def test_another_address_is_one_clear_sentence_without_secrets(url: str) -> None:
    with pytest.raises(BadAddress, match=r"^DATABASE_URL .*\.") as refused:
        read_url(url)
    assert "secret" not in str(refused.value)
