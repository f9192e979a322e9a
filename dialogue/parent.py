"""A process that ends when its parent does, also when the parent was killed."""

import ctypes
import os
import signal
import sys
from collections.abc import Callable

_SIGNAL_AT_PARENTS_DEATH = 1  # PR_SET_PDEATHSIG of Linux's prctl(2)


def ends_with_parent() -> Callable[[], None] | None:
    """What the child runs before its program; None where the system has nothing of the kind."""
    if sys.platform != "linux":
        return None
    library, parent = ctypes.CDLL(None), os.getpid()

    def tie() -> None:
        library.prctl(_SIGNAL_AT_PARENTS_DEATH, signal.SIGKILL)
        if os.getppid() != parent:  # it died in between
            os._exit(1)

    return tie
