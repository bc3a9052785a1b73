# ---
# kit:
#   id: 02d-recommender-free
#   minutes: 5
#   tile: recommender
#   title:
#     de: "Der Shop empfiehlt: freies Ausprobieren"
#     en: "The shop recommends: free play"
#     einfach: "Der Shop: frei ausprobieren"
#   summary:
#     de: "Alle neun Versuche ohne Text dazwischen: für die kurze Vorführung oder zum Weiterspielen."
#     en: "All nine experiments without text in between: for a short demonstration or to carry on playing."
#     einfach: "Alle neun Versuche ohne lange Texte. Gut für eine kurze Vorführung."
#   goals:
#     de:
#       - "in fünf Minuten zeigen, was Empfehlungen können und was nicht"
#     en:
#       - "show in five minutes what recommendations can and cannot do"
#     einfach:
#       - "in fünf Minuten zeigen, was eine Empfehlung kann und was nicht"
# ---

# %% [markdown] id="question" lang="de"
# # Was können Empfehlungen, und was nicht?
#
# Für eine Vorführung in fünf Minuten: zwei Minuten einkaufen und Begründungen lesen, zwei Minuten raten („Was verrät
# der Einkauf?“), eine Minute für die Frage: Wer darf das bei Ihnen auswerten? Jeder Versuch fragt zuerst nach Ihrer
# Vermutung.

# %% [markdown] id="question" lang="en"
# # What can recommendations do, and what can they not do?
#
# For a demonstration in five minutes: two minutes of shopping and reading reasons, two minutes of guessing (“What do
# purchases reveal?”), one minute for the question: who may evaluate this in your company? Each experiment asks for
# your prediction first.

# %% [markdown] id="question" lang="einfach"
# # Was kann eine Empfehlung, und was kann sie nicht?
#
# So zeigen Sie es in fünf Minuten: Kaufen Sie zwei Minuten ein. Lesen Sie die Gründe. Raten Sie dann zwei Minuten.
# Der Versuch heißt „Was verraten Käufe?“. Fragen Sie am Ende: Wer darf solche Daten bei Ihnen auswerten? Jeder Versuch
# fragt zuerst: Was vermuten Sie?

# %% id="free"
# de: Alle Versuche
# en: All experiments
# einfach: Hier sind alle Versuche
from kitlib import recommender
recommender.start(lang=LANG)

# %% [markdown] id="measured-text" lang="de"
# ## Zum Vergleich
#
# Alle im Raum haben denselben Shop vor sich. So oft treffen seine Listen (Versuch „Sie und der Shop“):

# %% [markdown] id="measured-text" lang="en"
# ## For comparison
#
# Everybody in the room has the same shop in front of them. This is how often its lists hit (experiment “You and the
# shop”):

# %% [markdown] id="measured-text" lang="einfach"
# ## Zum Vergleich
#
# Alle haben den gleichen Shop. So oft treffen die Listen („Im Shop einkaufen“):

# %% id="measured" tags=["nbval-check-output"]
# de: Gemessen, nicht behauptet
# en: Measured, not claimed
# einfach: Das haben wir gemessen
recommender.facts("basket", lang=LANG)
