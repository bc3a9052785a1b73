# ---
# kit:
#   id: 01c-quality-free
#   minutes: 5
#   tile: quality
#   title:
#     de: "Teile prüfen: freies Ausprobieren"
#     en: "Checking parts: free play"
#     einfach: "Teile prüfen: frei ausprobieren"
#   summary:
#     de: "Alle Versuche ohne Text dazwischen: für die kurze Vorführung oder zum Weiterspielen."
#     en: "All experiments without text in between: for a short demonstration or to play on."
#     einfach: "Alle Versuche ohne lange Texte. Gut für eine kurze Vorführung."
#   goals:
#     de:
#       - "in fünf Minuten zeigen, was ein Modell mit Bildern kann und was nicht"
#     en:
#       - "show in five minutes what a model can and cannot do with pictures"
#     einfach:
#       - "in fünf Minuten zeigen, was ein Modell mit Bildern kann"
# ---

# %% [markdown] id="question" lang="de"
# # Was kann ein Modell mit Bildern, und was nicht?
#
# Für eine Vorführung in fünf Minuten: zwei Minuten selbst sortieren, eine Minute trainieren, dann „Welche Stelle im
# Bild zählt?“ mit vertauschten Matten. Jeder Versuch fragt zuerst nach Ihrer Vermutung.

# %% [markdown] id="question" lang="en"
# # What can a model do with pictures, and what not?
#
# For a demonstration in five minutes: two minutes of sorting yourself, one minute of training, then “Which place
# in the picture counts?” with swapped mats. Each experiment asks for your prediction first.

# %% [markdown] id="question" lang="einfach"
# # Was kann ein Modell mit Bildern?
#
# So zeigen Sie es in fünf Minuten: Sortieren Sie zwei Minuten selbst. Starten Sie eine Minute das Training. Gehen
# Sie dann zu
# „Welche Stelle im Bild ist wichtig?“ und vertauschen Sie die Matten. Jeder Versuch fragt zuerst: Was vermuten Sie?

# %% id="free"
# de: Alle Versuche
# en: All experiments
# einfach: Hier sind alle Versuche
from kitlib import quality
quality.start(lang=LANG)

# %% [markdown] id="measured-text" lang="de"
# ## Zum Vergleich
#
# Alle im Raum bekommen dieselben zwölf Teile. So sortiert sie das Modell:

# %% [markdown] id="measured-text" lang="en"
# ## For comparison
#
# Everybody in the room gets the same twelve parts. This is how the model sorts them:

# %% [markdown] id="measured-text" lang="einfach"
# ## Zum Vergleich
#
# Alle bekommen die gleichen zwölf Teile. So sortiert das Modell:

# %% id="measured" tags=["nbval-check-output"]
# de: Gemessen, nicht behauptet
# en: Measured, not claimed
# einfach: Das haben wir gemessen
quality.facts("sort", lang=LANG)
