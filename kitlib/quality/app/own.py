"""Step 7 as the learner sees it."""

from __future__ import annotations

from html import escape

import ipywidgets as W

from kitlib import ui

from ..data.pictures import PicturesError
from ..model import own as model
from ..plots import own as plots

ACCEPT = ".jpg,.jpeg,.png,.webp,.bmp,.gif,.tif,.tiff,.heic,.heif"


class OwnApp(ui.App):
    """Upload pictures class by class or as a ZIP, train, read how far they carry, sort a new one, wipe everything."""

    step = "own"
    kept = 5  # each state may hold hundreds of pictures

    def __init__(self, texts: ui.Texts, data=None, **_):
        super().__init__(model.Own(pictures=data, problems=data.problems if data else ()), texts)

    def question(self) -> W.Widget:
        return ui.Slider(self.texts, "own.guess_label", (0, 10, 1), 7)

    def answer(self, guess) -> str:
        return self.texts("own.answer", value=guess)

    def body(self) -> list[W.Widget]:
        t = self.texts
        self._name = W.Text(placeholder=t("own.name_example"), tooltip=t("own.name"), layout=W.Layout(width="100%"))
        self._files = ui.upload(t("own.files"), ACCEPT, self._add_files, several=True)
        self._zip = ui.upload(t("own.zip"), ".zip", self._add_zip)
        self._new = ui.upload(t("own.new"), ACCEPT, self._sort_one)
        self._train = ui.button(t("own.train"), self._trained, "kit-main")
        self._pictures, self._problems, self._result, self._saved = W.HTML(), W.HTML(), W.HTML(), W.HTML()
        self._tried = W.HTML()
        label = W.HTML(escape(t("own.name")))
        label.add_class("kit-label")
        practice = ui.button(t("own.practice"), self._practice)
        row = ui.columns([label, self._name, self._files, self._zip, practice], [self._problems, self._pictures])
        self._save = ui.button(t("own.save"), self._saved_as_zip, "kit-quiet")
        self._trying = W.VBox([ui.heading(t("own.try")), self._new, self._tried])
        return [row, self._train, self._result, self._trying, W.HBox([self._save, self._saved])]

    def _load(self, transition) -> None:
        """Run a transition that reads files; what is wrong with them is said in plain words, the rest is kept."""
        error = self.do(transition, refused=PicturesError)
        if error:
            self._problems.value = plots.problems((error.problem, *error.problems), self.texts)

    def _practice(self) -> None:
        names = {kind: self.texts(f"own.product.{kind}") for kind in ("flange", "gear", "washer")}
        self._load(lambda s: model.practice(s, names))

    def _add_files(self, files) -> None:
        name = self._name.value.strip()
        if not name:
            self.hint(self.texts("own.name_missing"))
            return
        before = self.state
        self._load(lambda s: model.add_files(s, name, files))
        if self.state != before:
            self._name.value = ""

    def _add_zip(self, files) -> None:
        self._load(lambda s: model.add_zip(s, *files[0]))

    def _sort_one(self, files) -> None:
        self._load(lambda s: model.sort_one(s, files))

    def _trained(self) -> None:
        if not model.ready(self.state):
            many = len(self.state.pictures.classes) > model.MOST_CLASSES
            self.hint(self.texts("own.too_many" if many else "own.not_ready", most=model.MOST_CLASSES))
            return
        self.hint(self.texts("own.working"))
        self.do(model.evaluate)

    def _saved_as_zip(self) -> None:
        """A link that saves the pictures on the visitor's own device; nothing is written on the server."""
        words = self.texts("own.download")
        self._saved.value = ui.download(words, "own.zip", model.as_zip(self.state), "application/zip")

    def show(self, state: model.Own) -> str:
        t, shown = self.texts, state.pictures is not None
        self._problems.value = plots.problems(state.problems, t)
        self._pictures.value = plots.pictures(state, t)
        self._train.disabled, self._save.disabled, self._saved.value = not shown, not shown, ""
        self._result.value = plots.confusion(state, t) if state.result else ""
        self._trying.layout.display = "" if state.model else "none"
        self._tried.value = plots.tried(state, t) if state.tried is not None else ""
        return plots.describe(state, t)
