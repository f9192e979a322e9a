"""How far the understanding of free text is."""

from enum import StrEnum


class Stage(StrEnum):
    """`STARTING` also while a server that died comes back."""

    OFF = "off"
    INSTALLING = "installing"
    TRAINING = "training"
    STARTING = "starting"
    READY = "ready"
