"""The command `kit`: lessons, JupyterLab, slides, agendas, and the check of this computer."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
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
def agenda(
    plan: Annotated[str | None, typer.Argument(help="fertiger Plan oder Datei / ready plan or file")] = None,
    lang: Annotated[Lang | None, typer.Option(help="Sprache / language")] = None,
    pdf: Annotated[Path | None, typer.Option(help="auch als PDF dorthin / also as PDF")] = None,
) -> None:
    """Ablauf mit Uhrzeiten, Material und Hinweisen / agenda with clock times, material and warnings."""
    from kitlib.trainer import agenda as agendas
    from kitlib.trainer import agenda_words, printing
    from kitlib.trainer.plan import OWN, load

    with plan_needed(lang):
        made = agendas.make(load(plan or OWN, lang and lang.value))
    t = agenda_words.texts(made.plan.lang)
    typer.echo("\n".join(agenda_words.lines(made, t)))
    if pdf:
        typer.echo(f"\nPDF: {printing.plan(made, made.plan.lang, pdf)}")


@app.command()
def slides(
    lang: Annotated[Lang | None, typer.Option(help="Sprache, sonst die aus workshop.toml / language")] = None,
    plan: Annotated[Path | None, typer.Option(help="statt workshop.toml / instead of workshop.toml")] = None,
    browser: BrowserOption = True,
) -> None:
    """Folien, Handouts, Ablaufblätter und Karten / slides, handouts, run sheets and cards."""
    from kitlib.trainer import box
    from kitlib.trainer.agenda_words import texts
    from kitlib.trainer.plan import OWN, language_of

    with plan_needed(lang):
        chosen = lang.value if lang else language_of(plan or OWN)
    t = texts(chosen)

    def said(name: str, number: int, total: int) -> None:
        if number == 1:
            typer.echo(t("box.first"))
        typer.echo(t("box.building", number=number, total=total, name=name))

    with plan_needed(lang):
        page = box.build(chosen, plan=plan or OWN, said=said)
    typer.echo(t("box.ready", path=page))
    if browser:
        typer.launch(page.as_uri())


@contextmanager
def plan_needed(lang: Lang | None) -> Iterator[None]:
    """Turn a plan that cannot be used into a sentence and exit code 1."""
    from kitlib.trainer.agenda_words import texts
    from kitlib.trainer.plan import PlanError

    try:
        yield
    except PlanError as error:
        typer.echo(texts(lang.value if lang else "de")(error.key, **error.values), err=True)
        raise typer.Exit(1) from error


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
