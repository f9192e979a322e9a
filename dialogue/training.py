"""A trained model for exactly the training files that are there."""

import asyncio
from hashlib import sha256
from pathlib import Path

from dialogue.installing import HOME, ROOT, environment, rasa
from dialogue.parent import ends_with_parent
from dialogue.progress import Say, telling

_SOURCES = ("config.yml", "domain.yml", "requirements.lock", "nlu", "talks", "components")
_READ_BY_COMPONENTS = (ROOT / "dialogue" / "folding.py",)


class NotTrained(Exception):
    """The text is one line for the person at the terminal."""


def fingerprint() -> str:
    """Changes with any byte that training reads, and with nothing else."""
    digest = sha256()
    for path in sorted((*_training_files(), *_READ_BY_COMPONENTS)):
        digest.update(str(path.relative_to(ROOT)).encode() + b"\0")
        digest.update(path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _training_files() -> list[Path]:
    found = [HOME / name for name in _SOURCES]
    inside = [path for folder in found if folder.is_dir() for path in folder.rglob("*")]
    files = [path for path in (*found, *inside) if path.is_file()]
    return [path for path in files if path.suffix in (".yml", ".py", ".lock")]


async def train(models: Path, say: Say) -> Path:
    """The model in the folder `models`; made first when none fits. Raises NotTrained."""
    name = fingerprint()
    model = models / f"{name}.tar.gz"
    if not model.exists():
        doing = "Training the bot to understand free text (some minutes; buttons work)"
        async with telling(say, doing, "Trained"):
            _make(models)
            new = models / "new.tar.gz"
            new.unlink(missing_ok=True)
            await _train(models, new)
            if not new.exists():
                raise NotTrained(f"Free text is off: training failed, see {_log(models)}.")
            new.replace(model)  # whole, or not at all
        _forget_others(model)
    return model


async def _train(models: Path, new: Path) -> None:
    command = rasa(
        *("train", "--config", HOME / "config.yml", "--domain", HOME / "domain.yml"),
        *("--data", HOME / "nlu", HOME / "talks", "--out", models),
        *("--fixed-model-name", new.name.removesuffix(".tar.gz")),
        # Each reads all the sentences once more: tests check them, and nothing is reused here.
        *("--skip-validation", "--force"),
    )
    with _log(models).open("wb") as lines:
        process = await asyncio.create_subprocess_exec(
            *command,
            cwd=models,
            # A cache saves nothing here: any changed sentence changes every step.
            env=environment()
            | {"RASA_MAX_CACHE_SIZE": "0", "RASA_CACHE_DIRECTORY": "cache"}
            | {"SENTENCE_VECTORS": str(models / "passages.npz")},
            stdout=lines,
            stderr=asyncio.subprocess.STDOUT,
            preexec_fn=ends_with_parent(),
        )
        try:
            await process.wait()
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()


def _make(models: Path) -> None:
    models.mkdir(parents=True, exist_ok=True)


def _log(models: Path) -> Path:
    return models / "train.log"


def _forget_others(model: Path) -> None:
    for older in model.parent.glob("*.tar.gz"):
        if older != model:
            older.unlink()
