"""docker-compose.yml and the Dockerfiles, read by a parser of the Compose Specification and by
hadolint: no Docker engine is needed."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from compose_spec import PyCompose

ROOT = Path(__file__).resolve().parent.parent.parent
DOCKERFILES = ("Dockerfile", "dialogue/rasa/Dockerfile")
SERVICES = ("bot", "postgres", "rasa")
_VERSION = re.compile(r":\d+\.\d+(\.\d+)?-")


def _compose(text: str) -> PyCompose:
    """Raises ValueError where the text is not a Compose file, or names what it does not declare."""
    compose = PyCompose.from_yaml(text)
    compose.validate()
    raw = compose.to_dict()
    services = raw["services"]
    needed = {name for service in services.values() for name in service.get("depends_on", ())}
    kept = {v.split(":")[0] for service in services.values() for v in service.get("volumes", ())}
    if undeclared := (needed - services.keys()) | (kept - raw["volumes"].keys()):
        raise ValueError(f"not declared: {', '.join(sorted(undeclared))}")
    return compose


@pytest.fixture(scope="module")
def text() -> str:
    return (ROOT / "docker-compose.yml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def compose(text: str) -> PyCompose:
    return _compose(text)


def _lint(dockerfile: Path) -> str:
    hadolint = Path(sys.executable).with_name("hadolint")
    told = subprocess.run([hadolint, dockerfile], capture_output=True, text=True, check=False)
    return told.stdout + told.stderr


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("read_only: true", "readonly: true"),
        ("networks: [storage]", "networks: [storag]"),
        ("postgres:/var/lib", "postgress:/var/lib"),
        ("      postgres:\n        condition", "      database:\n        condition"),
        ("interval: 10s", "interval: 10 minutes or so"),
        ("condition: service_healthy", "condition: service_well"),
        ("127.0.0.1:8443:8443", "127.0.0.1:8443:webhook"),
    ],
)
def test_a_wrong_compose_file_is_not_taken(text: str, right: str, wrong: str) -> None:
    assert right in text
    with pytest.raises(ValueError, match=r"\S"):
        _compose(text.replace(right, wrong, 1))


def test_the_services_are_the_bot_rasa_and_the_database(compose: PyCompose) -> None:
    assert sorted(compose.service_names()) == sorted(SERVICES)


@pytest.mark.parametrize("name", SERVICES)
def test_every_service_is_watched_and_may_do_little(compose: PyCompose, name: str) -> None:
    service = compose.to_dict()["services"][name]
    assert service["healthcheck"]["test"]
    assert int(service["user"].split(":")[0]) > 0
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["restart"] == "unless-stopped"
    assert "build" in service or _VERSION.search(service["image"])


def test_only_the_webhook_is_published(compose: PyCompose) -> None:
    services = compose.to_dict()["services"]
    published = {name: s["ports"] for name, s in services.items() if "ports" in s}
    assert list(published) == ["bot"]
    assert [str(port) for port in published["bot"]] == ["127.0.0.1:8443:8443"]


def test_rasa_reaches_neither_the_outside_nor_the_database(compose: PyCompose) -> None:
    raw = compose.to_dict()
    reached = set(raw["services"]["rasa"]["networks"])
    assert all(raw["networks"][name]["internal"] for name in reached)
    assert not reached & set(raw["services"]["postgres"]["networks"])
    assert reached < set(raw["services"]["bot"]["networks"])


def test_what_must_outlive_a_container_is_on_a_volume(compose: PyCompose) -> None:
    services = compose.to_dict()["services"]
    assert services["postgres"]["volumes"] == ["postgres:/var/lib/postgresql/data"]
    assert services["bot"]["volumes"] == ["bot:/app/var"]
    assert "volumes" not in services["rasa"]


@pytest.mark.parametrize("dockerfile", DOCKERFILES)
def test_hadolint_finds_nothing(dockerfile: str) -> None:
    assert _lint(ROOT / dockerfile) == ""


def test_hadolint_does_find_what_is_wrong(tmp_path: Path) -> None:
    wrong = tmp_path / "Dockerfile"
    wrong.write_text("FROM python\nRUN cd /app && sudo pip install rasa\n", encoding="utf-8")
    assert {"DL3003", "DL3004", "DL3006"} <= set(re.findall(r"DL\d+", _lint(wrong)))


@pytest.mark.parametrize("dockerfile", DOCKERFILES)
def test_every_image_is_pinned_and_nobody_in_it_is_root(dockerfile: str) -> None:
    lines = (ROOT / dockerfile).read_text(encoding="utf-8").splitlines()
    images = [line.removeprefix("FROM ") for line in lines if line.startswith("FROM ")]
    users = [line.removeprefix("USER ") for line in lines if line.startswith("USER ")]
    assert all(_VERSION.search(image) for image in images)
    assert int(users[-1]) > 0


@pytest.mark.parametrize("dockerfile", DOCKERFILES)
def test_what_an_image_copies_is_there(dockerfile: str) -> None:
    lines = (ROOT / dockerfile).read_text(encoding="utf-8").splitlines()
    copied = [line.split()[1] for line in lines if line.startswith("COPY ")]
    assert [path for path in copied if not (ROOT / path).exists()] == []
