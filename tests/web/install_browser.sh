#!/bin/sh
# Install the browser that the web tests drive; does nothing when it is there.
# Playwright's own download is not used: Debian's chromium gets its security updates from the system.
set -eu

if command -v chromium >/dev/null 2>&1; then
    exit 0
fi
if ! command -v apt-get >/dev/null 2>&1; then
    echo "The web tests need chromium and this system has no apt-get: install chromium by hand." >&2
    exit 1
fi

as_root=""
if [ "$(id -u)" -ne 0 ]; then
    as_root="sudo"
fi

echo "Installing chromium and two fonts for the web tests: about 135 MB to fetch, 425 MB on disk."
$as_root apt-get update -qq
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    chromium fonts-dejavu fonts-noto-color-emoji >/dev/null
