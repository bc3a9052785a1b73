"""What the demos share: words, pictures with a text alternative, controls, and the base of each experiment."""

from .app import App, FreePlay
from .controls import Choice, Question, Slider, button, close, columns, heading, mark, row
from .fields import Field, upload
from .figure import Picture, gallery, image, overlay, picture, table
from .parts import Parts
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
    "Parts",
    "Picture",
    "Question",
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
    "mark",
    "overlay",
    "picture",
    "row",
    "table",
    "upload",
]
