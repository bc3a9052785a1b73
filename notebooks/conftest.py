"""nbval runs each lesson once a language: the trainer edition holds the same code (tests/notebooks/test_built.py)."""

collect_ignore_glob = ["*/trainer/*"]
