"""The README is true: what a user can type stands in it, and what it says can be typed."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from actionplans.cli import main

HOUSE = Path(__file__).parent.parent
README = (HOUSE / "README.md").read_text(encoding="utf-8")
MAKEFILE = (HOUSE / "Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))

unwritten = pytest.mark.xfail(not README.strip(), reason="the README is not written", strict=False)


def options() -> Iterator[tuple[str, str]]:
    """Yield every command with each of its options."""
    for name, command in main.commands.items():
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                yield name, max(parameter.opts, key=len)


@pytest.mark.parametrize("name", main.commands)
def test_every_command_has_help_with_an_example(name: str) -> None:
    """A person who forgot a command finds one to copy."""
    command = main.commands[name]
    text = command.get_help(click.Context(command, info_name=f"actionplans {name}"))
    assert "Example" in text
    assert f"actionplans {name} " in text.partition("Example")[2]


@unwritten
@pytest.mark.parametrize("name", main.commands)
def test_every_command_stands_in_the_readme(name: str) -> None:
    """As it is typed."""
    assert f"actionplans {name}" in README


@unwritten
@pytest.mark.parametrize(("name", "option"), list(options()))
def test_every_option_stands_in_the_readme(name: str, option: str) -> None:
    """As it is typed; that one option of the name stands there is enough."""
    assert re.search(rf"(?<![\w-]){re.escape(option)}(?![\w-])", README), f"{name} {option}"


@unwritten
def test_every_option_in_the_readme_exists() -> None:
    """Of the command whose line it stands in."""
    lines = re.findall(r"^\s*(?:\$ )?actionplans ([a-z]+)\b(.*)$", README, re.MULTILINE)
    assert lines
    typed = {(name, option) for name, rest in lines for option in re.findall(r"--[a-z-]+", rest)}
    assert typed <= {*options(), *((name, "--help") for name in main.commands)}


@unwritten
def test_every_target_in_the_readme_exists() -> None:
    """And the one that a new user needs is among them."""
    typed = set(re.findall(r"\bmake ([a-z]+)\b(?=[ `\n])", _code(README)))
    assert "extract" in typed
    assert typed <= TARGETS


@unwritten
def test_every_local_link_in_the_readme_leads_somewhere() -> None:
    """To a file of the project."""
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", README)
    assert [link for link in links if not (HOUSE / link).exists()] == []


def _code(text: str) -> str:
    """Return what is set as code, where words are commands."""
    blocks = re.findall(r"```.*?```|`[^`\n]+`", text, re.DOTALL)
    return "\n".join(block + "\n" for block in blocks)
