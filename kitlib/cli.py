"""The command `kit`: start the lessons, JupyterLab, or the check of this computer."""

import sys
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


def pick_port(host: str, port: int) -> int:
    """Return `port` or the next free one, and say so; end the program where there is none."""
    from kitlib.doctor import free_port

    try:
        free = free_port(host, port)
    except OSError as error:
        typer.echo(f"Kein freier Anschluss bei {host}: {error}\nNo free port at {host}: {error}", err=True)
        raise typer.Exit(1) from error
    if free != port:
        typer.echo(f"Anschluss {port} ist belegt, es wird {free} genommen.\nPort {port} is taken, using {free}.")
    return free


@app.command()
def start(
    lang: LangOption = Lang.DE,
    host: Annotated[str, typer.Option(help="Adresse dieses Rechners / address of this computer")] = "127.0.0.1",
    port: PortOption = 8800,
    browser: BrowserOption = True,
) -> None:
    """Startseite und Lektionen im Browser / start page and lessons in the browser."""
    from kitlib import lessons

    lessons.serve(lang.value, host, pick_port(host, port), browser)


@app.command()
def lab(lang: LangOption = Lang.DE, port: PortOption = 8888, browser: BrowserOption = True) -> None:
    """JupyterLab mit den Lektionen / JupyterLab with the lessons."""
    from kitlib import lab

    lab.serve(lang.value, pick_port("127.0.0.1", port), browser)


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
