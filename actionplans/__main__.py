"""Lets `python -m actionplans` do what `actionplans` does."""

from actionplans.cli import main

if __name__ == "__main__":
    main(prog_name="actionplans")
