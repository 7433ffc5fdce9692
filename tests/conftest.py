"""Settings for all tests."""

from __future__ import annotations

import os

from hypothesis import settings

# The same examples on each run where a run decides; new ones each time where a developer can look at them.
settings.register_profile("decides", derandomize=True, deadline=None)
settings.register_profile("explores", deadline=None)
settings.load_profile("decides" if os.environ.get("CI") else "explores")
