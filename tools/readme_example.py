"""Writes the example of real output into README.md.

python tools/readme_example.py            write it
python tools/readme_example.py --check    exit 1 when README shows another output
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parents[1]
README = PROJECT / "README.md"
COMMANDS = (
    "postguard check examples/smile-club.md --select INC101 --show-source",
    "postguard check examples/success-story.md examples/replies.jsonl --output-format concise",
)
_BLOCK = re.compile(r"(<!-- example -->\n).*?(<!-- /example -->)", re.DOTALL)


def example() -> str:
    """The commands and what they print, as an indented block."""
    return "\n" + "\n\n".join(_shown(command) for command in COMMANDS) + "\n\n"


def _shown(command: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *command.split()], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    lines = [f"$ {command}", *done.stdout.rstrip().splitlines(), "$ echo $?", str(done.returncode)]
    return "\n".join(f"    {line}".rstrip() for line in lines)


def main() -> int:
    """Write or check the example; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="only tell whether the example is fresh")
    options = parser.parse_args()
    text = README.read_text(encoding="utf-8")
    fresh = _BLOCK.sub(lambda match: match[1] + example() + match[2], text)
    if options.check:
        sys.stdout.write("" if fresh == text else "README.md shows another output: run make docs\n")
        return int(fresh != text)
    README.write_text(fresh, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
