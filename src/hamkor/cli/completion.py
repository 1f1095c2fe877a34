"""`hamkor completion`: what a shell needs to complete commands, options and codes."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from hamkor.cli.command import command
from hamkor.cli.options import OneOf

SHELLS = ("bash", "zsh", "fish")


@command("completion", examples=("hamkor completion bash > hamkor.bash", "hamkor completion zsh > _hamkor"))
@click.argument("shell", type=OneOf(SHELLS), metavar="|".join(SHELLS))
@click.pass_context
def completion(ctx: click.Context, *, shell: str) -> None:
    made = get_completion_class(shell)
    assert made is not None  # click knows all of SHELLS
    click.echo(made(ctx.find_root().command, {}, "hamkor", "_HAMKOR_COMPLETE").source())
