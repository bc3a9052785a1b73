"""State to picture, and state to words: one module a step."""
