"""A chatbot mock: try out what searching among known answers can do, and what fluent text does not tell."""
