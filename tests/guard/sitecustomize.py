"""Python imports this by itself where this folder is on PYTHONPATH: so the children of a test are blocked too."""

import no_network  # noqa: F401
