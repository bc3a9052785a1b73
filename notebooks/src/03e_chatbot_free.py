# ---
# kit:
#   id: 03e-chatbot-free
#   minutes: 5
#   tile: chatbot
#   title:
#     de: "Der Chatbot: freies Ausprobieren"
#     en: "The chatbot: free play"
#     einfach: "Der Chatbot: frei ausprobieren"
#   summary:
#     de: "Alle zehn Versuche ohne Text dazwischen: für die kurze Vorführung oder zum Weiterspielen."
#     en: "All ten experiments without text in between: for a short demonstration or to carry on playing."
#     einfach: "Alle zehn Versuche ohne Text dazwischen. Gut zum Zeigen und zum Ausprobieren."
#   goals:
#     de:
#       - "in fünf Minuten zeigen, was ein Chatbot kann und was nicht"
#     en:
#       - "show in five minutes what a chatbot can and cannot do"
#     einfach:
#       - "in fünf Minuten zeigen, was ein Chatbot gut kann und was nicht"
# ---

# %% [markdown] id="question" lang="de"
# # Was kann ein Chatbot, und was nicht?
#
# Für eine Vorführung in fünf Minuten: zwei Minuten fragen und auf die Quelle achten, zwei Minuten Sätze erzeugen und
# prüfen („Flüssig und falsch“), eine Minute für die Frage: Was darf bei Ihnen hinein? Jeder Versuch fragt zuerst nach
# Ihrer Vermutung.

# %% [markdown] id="question" lang="en"
# # What can a chatbot do, and what can it not do?
#
# For a demonstration in five minutes: two minutes of asking and looking at the source, two minutes of generating and
# checking sentences (“Fluent and wrong”), one minute for the question: what may go into it in your company? Each
# experiment asks for your prediction first.

# %% [markdown] id="question" lang="einfach"
# # Was kann ein Chatbot, und was kann er nicht?
#
# So zeigen Sie es in fünf Minuten: Stellen Sie zwei Minuten Fragen. Lesen Sie immer die Quelle. Machen Sie dann zwei
# Minuten neue Sätze und prüfen Sie sie. Der Versuch heißt „Gut geschrieben und falsch“. Fragen Sie in der letzten
# Minute: Was darf bei Ihnen in den Chatbot? Jeder Versuch fragt zuerst: Was vermuten Sie?

# %% id="free"
# de: Alle Versuche
# en: All experiments
# einfach: Hier sind alle Versuche
from kitlib import chatbot
chatbot.start(lang=LANG)

# %% [markdown] id="measured-text" lang="de"
# ## Zum Vergleich
#
# Alle im Raum haben denselben Chatbot vor sich. So gut antwortet er auf später gestellte Fragen:

# %% [markdown] id="measured-text" lang="en"
# ## For comparison
#
# Everybody in the room has the same chatbot in front of them. This is how well it answers questions asked later:

# %% [markdown] id="measured-text" lang="einfach"
# ## Zum Vergleich
#
# Alle im Raum haben den gleichen Chatbot. So gut antwortet er auf später gestellte Fragen:

# %% id="measured" tags=["nbval-check-output"]
# de: Gemessen, nicht behauptet
# en: Measured, not claimed
# einfach: Das haben wir gemessen
chatbot.facts("ask", lang=LANG)
