"""`python -m hamkor` is `hamkor`."""

from hamkor.cli import main

if __name__ == "__main__":
    main()
