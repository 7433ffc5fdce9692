"""`python -m postguard`."""

from postguard.cli.entry import main

if __name__ == "__main__":
    main()
