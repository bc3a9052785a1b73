"""Questions and answers: the shipped FAQ and a company's own."""
