"""The web application: start page, lessons, the widgets' channel, files, and plain words when something fails."""

from __future__ import annotations

import gc
import logging
import os
import secrets
import threading
from contextlib import asynccontextmanager
from functools import partial
from importlib import import_module
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from pkgutil import walk_packages
from types import ModuleType

import anyio.to_thread
import jinja2
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse, Response
from starlette.routing import Mount, Route, WebSocketRoute
from threadpoolctl import threadpool_limits

from . import assets, glossary, memory, visitors
from .book import Book, Lesson
from .guard import Guard
from .words import LANGUAGES, NAMES, TAGS, texts

COOKIE = "solara-session-id"  # Solara's name: only who has it may return to a lost connection
WARM_UP = "KIT_WARM_UP"  # "off": nothing is computed before somebody asks for it, as in tests that ask for little
MAX_UPLOAD = 40  # MB, all files of one choice together
KITLIB = Path(__file__).parents[1]

log = logging.getLogger(__name__)


class Site:
    """The handlers. `lang` is the language of `/` and of pages whose address names none."""

    def __init__(self, book: Book, lang: str = "de"):
        self.book, self.lang = book, lang
        loader = jinja2.PackageLoader("kitlib.lessons")
        self.pages = jinja2.Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
        self.pages.globals |= {"names": NAMES, "tags": TAGS, "file": _address}

    def page(self, name: str, lang: str, status: int = 200, **values) -> HTMLResponse:
        """A page from a template. `places` are the addresses of the same page in the other languages."""
        html = self.pages.get_template(name).render(lang=lang, t=texts(lang), **values)
        return HTMLResponse(html, status, headers={"cache-control": "no-store"})

    def home(self, _request: Request) -> Response:
        return RedirectResponse(f"/{self.lang}/", 302)

    def start(self, request: Request) -> Response:
        lang = self._lang(request)
        places = {other: f"/{other}/" for other in LANGUAGES}
        demos = [(demo, list(group)) for demo, group in groupby(self.book.lessons(lang), attrgetter("tile"))]
        return self.page("start.html", lang, demos=demos, places=places, picture=picture)

    def lesson(self, request: Request) -> Response:
        lang, name = self._lang(request), request.path_params["lesson"]
        lesson = self.book.find(lang, name)
        if not lesson:
            raise HTTPException(404)
        places = {other: f"/{other}/{name}" for other in LANGUAGES if self.book.find(other, name)}
        manager = f"/widgets/solara-vuetify-app8.min.js?v={assets.manager().parent.name}"
        values = {"lesson": lesson, "places": places, "terms": glossary.of_lesson(name, lang)}
        answer = self.page("lesson.html", lang, **values, manager=manager, limit=MAX_UPLOAD)
        if COOKIE not in request.cookies:
            answer.set_cookie(COOKIE, secrets.token_urlsafe(24), httponly=True, samesite="lax")
        return answer

    def glossary(self, request: Request) -> Response:
        lang = self._lang(request)
        titles = {lesson.id: lesson.title for lesson in self.book.lessons(lang)}
        places = {other: f"/{other}/glossary" for other in LANGUAGES}
        return self.page("glossary.html", lang, terms=glossary.sorted_terms(lang), titles=titles, places=places)

    def tile(self, request: Request) -> Response:
        name = request.path_params["lesson"]
        lesson = next((found for lang in LANGUAGES if (found := self.book.find(lang, name))), None)
        found = picture(lesson) if lesson else None
        if not found:
            raise HTTPException(404)
        kind = assets.TYPES[found.suffix]
        return FileResponse(found, media_type=kind, headers={"cache-control": "public, max-age=3600"})

    def trouble(self, request: Request, problem: Exception) -> Response:
        status = problem.status_code if isinstance(problem, HTTPException) else 500
        if status == 500:
            log.error("%s failed", request.url.path, exc_info=problem)
        first = request.url.path.split("/")[1]
        lang = first if first in LANGUAGES else self.lang
        key = "missing" if status == 404 else "broken"
        return self.page("trouble.html", lang, status, key=key, places={other: f"/{other}/" for other in LANGUAGES})

    def _lang(self, request: Request) -> str:
        lang = request.path_params["lang"]
        if lang not in LANGUAGES:
            raise HTTPException(404)
        return lang


async def channel(websocket) -> None:
    """The widgets' messages. Whoever comes while Solara is still loading waits."""
    parts = await anyio.to_thread.run_sync(visitors.solara)
    await parts.server.kernel_connection(websocket)


def leave(request: Request) -> Response:
    """The page was closed or reloaded: its session is freed at once."""
    context = visitors.solara().contexts.contexts.get(request.path_params["kernel_id"])
    if context and context.session_id == request.cookies.get(COOKIE):
        context.close(reason="page-close")
    return Response(status_code=204)


def application(book: Book, lang: str = "de") -> Starlette:
    """The whole site as an ASGI application."""
    site = Site(book, lang)
    routes = [
        Route("/", site.home),
        Route("/favicon.ico", partial(RedirectResponse, "/static/favicon.svg")),
        Route("/tiles/{lesson}", site.tile),
        Route("/static/style.css", lambda _: FileResponse(assets.STYLE, media_type=assets.TYPES[".css"])),
        Mount("/static", assets.Assets(directory=assets.OWN)),
        Mount("/widgets", assets.Assets(directory=assets.manager())),
        Mount("/font", assets.Assets(directory=assets.FONT)),
        WebSocketRoute("/jupyter/api/kernels/{kernel_id}/{name}", channel),
        Route("/leave/{kernel_id}", leave, methods=["POST"]),
        Route("/{lang}/", site.start),
        Route("/{lang}/glossary", site.glossary),
        Route("/{lang}/{lesson}", site.lesson),
    ]
    handlers = {HTTPException: site.trouble, Exception: site.trouble}
    middleware = [Middleware(Guard)]
    return Starlette(routes=routes, middleware=middleware, exception_handlers=handlers, lifespan=partial(_life, book))


@asynccontextmanager
async def _life(book: Book, _app):
    book.loaded.clear()
    threading.Thread(target=_prepare, args=(book,), name="prepare", daemon=True).start()
    yield
    await anyio.to_thread.run_sync(visitors.farewell)


def _prepare(book: Book) -> None:
    """Load what the first lesson needs while the start page is already there.

    Demos are imported by one thread only: two that import the same large package at once may meet it half made.
    """
    visitors.welcome(book)
    names = sorted({lesson.tile for lang in LANGUAGES for lesson in book.lessons(lang) if lesson.tile})
    try:
        demos = [demo for demo in map(_load, names) if demo]
        threadpool_limits(1, "blas")  # many share few cores: threads waiting for each other cost more than they give
    finally:
        book.loaded.set()
    for demo in demos if os.environ.get(WARM_UP) != "off" else ():
        try:
            getattr(demo, "warm_up", lambda: None)()
        except Exception:
            log.exception("%s could not be warmed up", demo.__name__)
    if not visitors.solara().contexts.contexts:
        gc.collect()
        gc.freeze()  # what is loaded now stays: later collections need not look at it, so they pause nobody
        memory.give_back()


def _load(name: str) -> ModuleType | None:
    """A demo with all its modules, or None with the reason in the log."""
    try:
        demo = import_module(f"kitlib.{name}")
        for module in walk_packages(demo.__path__, f"{demo.__name__}."):
            import_module(module.name)
        return demo
    except Exception:
        log.exception("kitlib.%s could not be loaded", name)


def picture(lesson: Lesson) -> Path | None:
    """The picture on a lesson's tile: `tile-<lesson>.webp` or `.svg` in the folder of its slice, else `tile.…`."""
    if not lesson.tile.isidentifier():
        return None
    names = (f"{name}.{kind}" for name in (f"tile-{lesson.id}", "tile") for kind in ("webp", "svg"))
    return next((file for name in names if (file := KITLIB / lesson.tile / name).is_file()), None)


def _address(name: str) -> str:
    """The address of one of our files, with its version."""
    return f"/static/{name}?v={assets.version(assets.STYLE if name == 'style.css' else assets.OWN / name)}"
