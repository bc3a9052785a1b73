"""The command `kit`: start the lessons, JupyterLab, or the check of this computer."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Annotated

import typer
from rich.console import Console

app = typer.Typer(add_completion=False, no_args_is_help=True, help="KI-Erprobungsraum")


class Lang(StrEnum):
    """Languages of the lessons; `einfach` is Einfache Sprache (plain German)."""

    DE = "de"
    EN = "en"
    EINFACH = "einfach"


LangOption = Annotated[Lang, typer.Option(help="Sprache / language")]
PortOption = Annotated[int, typer.Option(min=1, max=65535, help="Anschluss; ist er belegt, der nächste freie / port")]
BrowserOption = Annotated[bool, typer.Option("--browser/--no-browser", help="Browser öffnen / open the browser")]


def say_port(wanted: int, used: int) -> None:
    if used != wanted:
        typer.echo(f"Anschluss {wanted} ist belegt, es wird {used} genommen.")
        typer.echo(f"Port {wanted} is taken, using {used}.")


@contextmanager
def port_needed(host: str, port: int) -> Iterator[None]:
    """Turn "no free port" into a sentence and exit code 1."""
    try:
        yield
    except OSError as error:
        typer.echo(f"Kein freier Anschluss ab {host}:{port} ({error}).", err=True)
        typer.echo(f"No free port from {host}:{port} on ({error}).", err=True)
        raise typer.Exit(1) from error


@app.command()
def start(
    lang: LangOption = Lang.DE,
    host: Annotated[str, typer.Option(help="Adresse dieses Rechners / address of this computer")] = "127.0.0.1",
    port: PortOption = 8800,
    browser: BrowserOption = True,
) -> None:
    """Startseite und Lektionen im Browser / start page and lessons in the browser."""
    from kitlib import lessons

    def ready(address: str, used: int) -> None:
        say_port(port, used)
        typer.echo(f"Bereit / ready: {address}\nBeenden mit Strg+C / stop with Ctrl+C.")

    with port_needed(host, port):
        lessons.serve(lang.value, host, port, browser, ready)


@app.command()
def lab(lang: LangOption = Lang.DE, port: PortOption = 8888, browser: BrowserOption = True) -> None:
    """JupyterLab mit den Lektionen / JupyterLab with the lessons."""
    from kitlib import lab
    from kitlib.lessons.server import free_port

    with port_needed("127.0.0.1", port), free_port("127.0.0.1", port) as bound:
        used = bound.getsockname()[1]
    say_port(port, used)
    lab.serve(lang.value, used, browser)


@app.command()
def doctor(
    quick: Annotated[bool, typer.Option("--quick", help="nur Python und Pakete / only Python and packages")] = False,
) -> None:
    """Ist dieser Rechner bereit? Endet mit 1, wenn nicht / is this computer ready? Exits with 1 if not."""
    from kitlib import doctor

    findings = [check() for check in (doctor.QUICK if quick else doctor.ALL)]
    doctor.report(findings, Console())
    raise typer.Exit(0 if all(finding.ok for finding in findings) else 1)


def main() -> None:
    """Run `kit`; a console with an old code page gets "?" instead of an error."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")
    app()


if __name__ == "__main__":
    main()
