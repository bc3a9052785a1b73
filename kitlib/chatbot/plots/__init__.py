"""States in pictures and words, one module a step."""
