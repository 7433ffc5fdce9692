"""Where postguard meets other programs: git, editors, services."""
