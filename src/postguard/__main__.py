"""`python -m postguard`."""

from postguard.cli.app import main

if __name__ == "__main__":
    main()
