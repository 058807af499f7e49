"""Converts a folder with limits that a test can wait for: `python -m tests.hostile.chaos_batch`."""

import sys
from pathlib import Path

from actionplans.archive import convert_archive
from actionplans.limits import Limits
from actionplans.progress import Progress
from actionplans.settings import Settings

if __name__ == "__main__":
    folder, out = map(Path, sys.argv[1:])
    limits = Limits(page=3, document=8)
    settings = Settings(answers=out / ".unfinished", jobs=4, limits=limits)
    convert_archive([folder], out, settings, ["csv"], Progress(terminal=False))
