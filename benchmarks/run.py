"""Times postguard as a user meets it: whole processes, and drafts a second in one process.

    python benchmarks/run.py [--runs 5]

Prints seconds (median of the runs) and drafts a second. Nothing here is a test: machines differ.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

POST = """---
title: Fall news {n}
---

# Fall news

Flu shots are here. Walk in on Saturday from 9 to 12 at 40 Harbor Street, or call 555-0142. Most plans pay in full.

Our physical therapist Rob Tanaka leads a free balance class each Monday. Two thirds of falls happen at home: clear the
hallway, fix the rug, and keep a lamp by the bed. [More tips](https://clinic.example/falls) are on our site.

- Bring water and flat shoes.
- Ask your doctor first if you had a fall this year.
"""
REPLY = "Thank you, Alejandro! We are so glad your root canal went well."


def whole(command: list[str], runs: int, text: str | None = None) -> float:
    """The median wall time of a command, in seconds."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(command, input=text, text=True, capture_output=True, check=False)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def throughput(texts: list[str], kind: str) -> float:
    """Drafts a second in one process that is warm."""
    from postguard import Draft, Linter

    linter = Linter()
    linter.check(Draft(texts[0], kind=kind))
    start = time.perf_counter()
    for text in texts:
        linter.check(Draft(text, kind=kind, input_format="markdown"))
    return len(texts) / (time.perf_counter() - start)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    postguard = [sys.executable, "-m", "postguard"]
    with tempfile.TemporaryDirectory() as folder:
        for number in range(200):
            Path(folder, f"post{number}.md").write_text(POST.format(n=number))
        one = str(Path(folder, "post0.md"))
        rows = {
            "python -c pass": whole([sys.executable, "-c", "pass"], runs),
            "postguard --version": whole([*postguard, "--version"], runs),
            "postguard check, one post of 1 kB": whole([*postguard, "check", one], runs),
            "postguard check --kind reply, a name": whole([*postguard, "check", "--kind", "reply", "-"], runs, REPLY),
            "postguard check, 200 posts of 1 kB": whole([*postguard, "check", folder], runs),
        }
    for name, seconds in rows.items():
        print(f"{name:40} {seconds:8.3f} s")
    print(f"{'posts of 1 kB, one process':40} {throughput([POST.format(n=n) for n in range(300)], 'post'):8.0f} /s")
    print(f"{'replies of 60 characters, one process':40} {throughput([REPLY] * 300, 'reply'):8.0f} /s")


if __name__ == "__main__":
    main()
