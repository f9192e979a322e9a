"""python -m bot.locales update | compile | check"""

import sys

from bot.locales.catalogues import compiled, languages, po_path
from bot.locales.checking import findings
from bot.locales.extracting import update


def main(command: str) -> int:
    match command:
        case "update":
            update()
            return 0
        case "compile":
            for language in languages()[1:]:
                po_path(language).with_suffix(".mo").write_bytes(compiled(language))
            return 0
        case "check":
            found = findings()
            print("\n".join(found) or "The bot's catalogues are complete.")
            return 1 if found else 0
        case _:
            print(__doc__)
            return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) == 2 else ""))
