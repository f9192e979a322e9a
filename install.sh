#!/bin/sh
# install.sh PYTHON VENV LOCK SIZE: an environment from a hashed lock, with a line of progress.
set -eu
python=$1 venv=$2 lock=$3 size=$4

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "Python 3.11 or newer is needed; say which with: make run PYTHON=/path/to/python3" >&2
    exit 1
}
[ -x "$venv/bin/python" ] || "$python" -m venv "$venv"
echo "Installing $lock ($size to fetch, once) ..."
"$venv/bin/python" -m ensurepip -q >/dev/null 2>&1 || true
"$venv/bin/python" -m pip install --disable-pip-version-check -q --require-hashes -r "$lock"
echo "Installed."
