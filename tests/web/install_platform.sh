#!/bin/sh
# Fetch scorm-again (MIT), a SCORM 1.2 runtime that others wrote, for one web test; does nothing when
# it is there, or where there is no npm: the test is skipped then, and says so.
set -eu

folder=var/scorm-again
if [ -d "$folder/node_modules/scorm-again" ] || ! command -v npm >/dev/null 2>&1; then
    exit 0
fi
mkdir -p "$folder"
npm install --prefix "$folder" --no-save --silent --no-audit --no-fund --ignore-scripts \
    scorm-again@3.4.3 >/dev/null 2>&1 || echo "scorm-again could not be fetched: its test is skipped."
