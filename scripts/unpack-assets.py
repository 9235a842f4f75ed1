"""Takes out of the downloaded wheels what the site serves and the checks read, and leaves the rest.

unpack-assets.py WHEELS OWN OUT LISTS

WHEELS is a folder that pip has filled and whose hashes it has checked, and what the checks read stays there; OWN holds the project's own style sheets and
scripts, if any; OUT is the folder that is served, LISTS one that is not: what the server
reads for itself. GOV.UK's typeface, crown and crest are for gov.uk alone: their files
are not taken, and the style sheet is made to ask for Arial.
"""

import gzip
import re
import shutil
import sys
import zipfile
from pathlib import Path

FRONTEND = "fast_gov_uk/assets/govuk-frontend-5.11.1.min"
COMMON_PASSWORDS = "django/contrib/auth/common-passwords.txt.gz"
HOLIDAYS = "govuk_bank_holidays/bank-holidays.json"


def without_typeface_and_crest(css: str) -> str:
    css = re.sub(r"@font-face\{[^}]*\}", "", css)
    css = css.replace("GDS Transport,arial", "arial")
    css = re.sub(r"url\(/assets/[^)]*\)", "none", css)
    return re.sub(r"/\*# sourceMappingURL=.*?\*/", "", css)


def without_comments(script: str) -> str:
    """Without the lines that only people read; they are a fifth of what a phone would fetch."""
    return re.sub(r"^[ \t]*//.*\n", "", script, flags=re.MULTILINE)


def main(wheels: Path, own: Path, out: Path, lists: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    lists.mkdir(parents=True, exist_ok=True)
    for wheel in wheels.glob("*.whl"):
        with zipfile.ZipFile(wheel) as files:
            if wheel.name.startswith("fast_gov_uk"):
                css = without_typeface_and_crest(files.read(FRONTEND + ".css").decode())
                assert "GDS Transport" not in css and "/assets/" not in css, "the style sheet is not as it was"
                (out / "govuk-frontend.min.css").write_text(css)
                script = files.read(FRONTEND + ".js").decode()
                (out / "govuk-frontend.min.js").write_text(re.sub(r"//# sourceMappingURL=.*", "", script))
            elif wheel.name.startswith("django"):
                (lists / "common-passwords.txt").write_bytes(gzip.decompress(files.read(COMMON_PASSWORDS)))
            elif wheel.name.startswith("govuk_bank_holidays"):
                (wheels / "bank-holidays.json").write_bytes(files.read(HOLIDAYS))
    if own.is_dir():
        for file in own.iterdir():
            if file.suffix == ".js":
                (out / file.name).write_text(without_comments(file.read_text()))
            else:
                shutil.copyfile(file, out / file.name)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
