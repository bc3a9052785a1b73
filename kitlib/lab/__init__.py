"""`kit lab`: JupyterLab on the lessons, in German, quiet, and apart from the Jupyter the learner may already have."""

import json
import os
from pathlib import Path

from platformdirs import user_state_path

HERE = Path(__file__).parent
NOTEBOOKS = HERE.parents[1] / "notebooks"
LOCALES = {"de": "de_DE", "einfach": "de_DE", "en": "en"}
PLACES = {
    "JUPYTER_CONFIG_DIR": "config",
    "JUPYTER_DATA_DIR": "data",
    "JUPYTER_RUNTIME_DIR": "runtime",
    "JUPYTERLAB_SETTINGS_DIR": "user-settings",
    "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
    "IPYTHONDIR": "ipython",
}


def state_folder() -> Path:
    """Return the folder of this user where JupyterLab may keep layout, settings and history; delete it to reset."""
    return user_state_path("ki-erprobungsraum", appauthor=False) / "lab"


def write_settings(folder: Path, lang: str) -> Path:
    """Write our overrides with the language of the surface below `folder`; return the settings folder of JupyterLab."""
    settings = folder / "app" / "settings"
    settings.mkdir(parents=True, exist_ok=True)
    overrides = json.loads((HERE / "overrides.json").read_text(encoding="utf-8"))
    overrides["@jupyterlab/translation-extension:plugin"] = {"locale": LOCALES[lang]}
    (settings / "overrides.json").write_text(json.dumps(overrides, indent=2), encoding="utf-8")
    (settings / "page_config.json").write_bytes((HERE / "page_config.json").read_bytes())
    return settings


def arguments(settings: Path, lang: str, port: int, open_browser: bool) -> list[str]:
    """Return the command line of JupyterLab on the notebooks of one language."""
    return [
        f"--config={HERE / 'jupyter_lab_config.json'}",
        f"--LabApp.app_settings_dir={settings}",
        f"--ServerApp.root_dir={NOTEBOOKS / lang}",
        f"--ServerApp.port={port}",
        f"--ServerApp.open_browser={open_browser}",
    ]


def serve(lang: str, port: int, open_browser: bool) -> None:
    """Run JupyterLab on this computer until it is stopped; every file it writes lands in `state_folder()`.

    Raises FileNotFoundError where the lessons of `lang` have not been built.
    """
    if not (NOTEBOOKS / lang).is_dir():
        raise FileNotFoundError(NOTEBOOKS / lang)
    folder = state_folder()
    os.environ.update({name: str(folder / place) for name, place in PLACES.items()})
    from jupyterlab.labapp import LabApp  # reads the environment as it is imported

    LabApp.launch_instance(arguments(write_settings(folder, lang), lang, port, open_browser))
