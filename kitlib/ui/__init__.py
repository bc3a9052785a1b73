"""What the demos share: words, pictures with a text alternative, controls, and the base of each experiment."""

from .app import App, FreePlay
from .controls import Choice, Slider, button, close, columns, heading, row
from .fields import Field
from .figure import gallery, image, overlay, table
from .quiz import Quiz
from .saving import download
from .svg import Chart
from .texts import LANGUAGES, Texts, Words

__all__ = [
    "LANGUAGES",
    "App",
    "Chart",
    "Choice",
    "Field",
    "FreePlay",
    "Quiz",
    "Slider",
    "Texts",
    "Words",
    "button",
    "close",
    "columns",
    "download",
    "gallery",
    "heading",
    "image",
    "overlay",
    "row",
    "table",
]
