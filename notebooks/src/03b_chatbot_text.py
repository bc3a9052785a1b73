# ---
# kit:
#   id: 03b-chatbot-text
#   minutes: 30
#   tile: chatbot
#   title:
#     de: "Flüssig ist nicht wahr: Texte, Gesichter, gute Fragen"
#     en: "Fluent is not true: texts, faces, good questions"
#     einfach: "Gut geschrieben ist nicht immer wahr"
#   summary:
#     de: "Sie erzeugen Sätze, prüfen sie an der Quelle, vergleichen zwei Gesichter und fragen genauer."
#     en: "You generate sentences, check them against the source, compare two faces and ask more precisely."
#     einfach: "Sie machen neue Sätze und prüfen sie. Sie vergleichen zwei Gesichter. Sie fragen genauer."
#   goals:
#     de:
#       - "erklären, warum flüssiger Text falsch sein kann und was dagegen hilft"
#       - "benennen, was Name, Gesicht und freundliche Worte bei Menschen bewirken können"
#       - "eine Anfrage mit Rolle, Aufgabe, Zusammenhang, Form und Prüfung schreiben"
#     en:
#       - "explain why fluent text can be false and what helps against it"
#       - "say what a name, a face and friendly words can do to people"
#       - "write a request with role, task, context, form and check"
#     einfach:
#       - "sagen, warum ein guter Text falsch sein kann und was dagegen hilft"
#       - "sagen, was Name, Gesicht und nette Worte bei Menschen bewirken können"
#       - "eine Anfrage mit Rolle, Aufgabe, Zusammenhang, Form und Prüfung schreiben"
# ---

# %% [markdown] id="question" lang="de"
# # Klingt gut. Stimmt es auch?
#
# Der Vertrieb von Musterwerk möchte Produkttexte schreiben lassen. Die ersten Proben lesen sich tadellos. Doch eine
# Kundin fragt nach: Dieser Flansch habe gar nicht den Werkstoff, der im Text stehe. Die Frage an Sie: Wie entsteht
# solcher Text, und woran merkt man, was stimmt?

# %% [markdown] id="question" lang="en"
# # It sounds good. Is it true as well?
#
# The sales department of Musterwerk would like to have product texts written. The first samples read very well. But a
# customer writes: this flange is not made of the material stated in the text. The question for you: how does such
# text come about, and how can one tell what is true?

# %% [markdown] id="question" lang="einfach"
# # Das klingt gut. Ist es auch wahr?
#
# Der Verkauf von Musterwerk braucht Texte über die Produkte. Ein Programm soll sie schreiben. Die ersten Texte
# klingen gut. Aber eine Kundin sagt: „Der Werkstoff im Text ist falsch.“ Wie entsteht so ein Text? Wie merkt man, was
# wahr ist?

# %% [markdown] id="generate-text" lang="de"
# ## Ein Wort nach dem anderen
#
# Ein kleines Programm hat nur wahre Sätze über die Produkte von Musterwerk bekommen. Daraus setzt es neue Sätze
# zusammen, Wort für Wort. Vermuten Sie, wie viele der neuen Sätze wahr sind. Danach sehen Sie bei jedem Wort, was
# sonst hätte folgen können.
#
# Zwei Regler gehören dazu. Die **Kontextlänge** sagt, wie viele letzte Wörter in die Rechnung eingehen. Die
# **Temperatur** sagt, wie bunt gemischt gewählt wird.

# %% [markdown] id="generate-text" lang="en"
# ## One word after another
#
# A small program was given true sentences about the products of Musterwerk, and nothing else. From these it puts new
# sentences together, word by word. Predict how many of the new sentences are true. Then see for each word what else
# could have followed.
#
# There are two sliders. The **context length** says how many of the last words enter the computation. The
# **temperature** says how mixed the choice is.

# %% [markdown] id="generate-text" lang="einfach"
# ## Ein Wort nach dem anderen
#
# Ein kleines Programm hat Sätze über die Produkte bekommen. Alle Sätze sind wahr. Daraus macht es neue Sätze. Es
# setzt Wort an Wort. Vermuten Sie: Wie viele neue Sätze sind wahr? Dann drücken Sie auf ein Wort. Welche Wörter waren
# noch möglich?
#
# Es gibt zwei Regler. Der erste heißt **Kontextlänge**. Das heißt: So viele letzte Wörter zählen. Der zweite heißt
# **Temperatur**. Das heißt: So bunt gemischt sind die Wörter.

# %% id="generate"
# de: Versuch 4: flüssig und falsch
# en: Experiment 4: fluent and wrong
# einfach: Versuch 4: gut geschrieben und falsch
from kitlib import chatbot
chatbot.start(step="generate", lang=LANG)

# %% id="generate-facts" tags=["nbval-check-output"]
# de: Gemessen, nicht behauptet
# en: Measured, not claimed
# einfach: Das haben wir gemessen
chatbot.facts("generate", lang=LANG)

# %% [markdown] id="generate-why" lang="de" tags=["why"]
# **Was ist da passiert?** Das Programm wählt ein Wort, das nach den letzten Wörtern oft kam. Ob Produkt und Wert
# zusammenpassen, steht nicht in dieser Rechnung. So entstehen aus wahren Sätzen flüssige, die falsch sind. Die
# Temperatur ändert vor allem die Abwechslung: Auch niedrig eingestellt waren die meisten Sätze falsch oder ohne
# Quelle. Geholfen hat das Nachschlagen, solange die Quelle stimmt.
#
# **Und die Grenze?** Große Sprachmodelle rechnen mit viel mehr Zusammenhang und anderen Verfahren. Auch sie wählen
# wahrscheinliche Fortsetzungen. Deshalb gilt dort ebenso: prüfen, was wichtig ist.

# %% [markdown] id="generate-why" lang="en" tags=["why"]
# **What happened there?** The program chooses a word that often came after the last words. Whether product and value
# go together is not part of this computation. This is how true sentences turn into fluent ones that are false. The
# temperature mainly changes variety: even at a low setting most sentences were false or without a source. What helped
# was looking things up, as long as the source is right.
#
# **And the limit?** Large language models compute with far more context and other methods. They, too, choose likely
# continuations. So the same applies there: check what matters.

# %% [markdown] id="generate-why" lang="einfach" tags=["why"]
# **Was ist da passiert?** Das Programm wählt ein Wort, das hier oft stand. Passt der Wert zum Produkt? Das rechnet
# das Programm nicht aus. So werden aus wahren Sätzen falsche Sätze. Sie klingen trotzdem gut. Die Temperatur ändert
# vor allem die Abwechslung. Auch bei niedriger Temperatur waren die meisten Sätze falsch oder ohne Quelle. Geholfen
# hat das Nachsehen in der Quelle. Aber die Quelle muss stimmen.
#
# **Vorsicht!** Große Sprachmodelle rechnen mit viel mehr Text. Sie rechnen auch anders. Aber auch sie wählen
# wahrscheinliche Wörter. Darum: Prüfen Sie, was wichtig ist.

# %% [markdown] id="persona-text" lang="de"
# ## Mit Gesicht, ohne Gesicht
#
# Sie probieren zwei Chatbots aus. Vermuten Sie zuerst, welcher mehr richtige Antworten gibt. Stellen Sie beiden die
# gleichen Fragen und bewerten Sie, wie sehr Sie ihnen vertrauen. Was dahintersteckt, erfahren Sie danach.

# %% [markdown] id="persona-text" lang="en"
# ## With a face, without a face
#
# You try out two chatbots. First predict which of them gives more right answers. Ask both the same questions and rate
# how much you trust them. Afterwards you learn what is behind them.

# %% [markdown] id="persona-text" lang="einfach"
# ## Mit Gesicht und ohne Gesicht
#
# Sie probieren zwei Chatbots aus. Vermuten Sie zuerst: Welcher gibt mehr richtige Antworten? Stellen Sie beiden die
# gleichen Fragen. Wie sehr vertrauen Sie ihnen? Danach sehen Sie: So sind die beiden gemacht.

# %% id="persona"
# de: Versuch 5: zwei Chatbots
# en: Experiment 5: two chatbots
# einfach: Versuch 5: zwei Chatbots im Vergleich
chatbot.start(step="persona", lang=LANG)

# %% id="persona-facts" tags=["nbval-check-output"]
# de: Gemessen, nicht behauptet
# en: Measured, not claimed
# einfach: Das haben wir gemessen
chatbot.facts("persona", lang=LANG)

# %% [markdown] id="persona-why" lang="de" tags=["why"]
# **Was ist da passiert?** Es war zweimal dasselbe Werkzeug. Name, Gesicht und freundliche Sätze hat jemand
# dazugeschrieben. Schon 1966 gab ein sehr einfaches Programm namens ELIZA
# ([Weizenbaum](https://doi.org/10.1145/365153.365168)) den Leuten vor allem ihre eigenen Worte zurück. Manche waren
# kaum davon abzubringen, dass ihnen ein Mensch antwortete.
#
# **Und die Grenze?** Ob Sie dem einen mehr vertraut haben, zeigt nur Ihre Bewertung. Eine Gruppe im Raum ist keine
# Studie. Wer den Chatbot ein Werkzeug nennt, macht klarer, wer verantwortlich ist: Menschen.

# %% [markdown] id="persona-why" lang="en" tags=["why"]
# **What happened there?** It was the same tool twice. Somebody added the name, the face and the friendly sentences.
# As early as 1966 a very simple program called ELIZA ([Weizenbaum](https://doi.org/10.1145/365153.365168)) mostly
# gave people their own words back. Some could hardly be convinced that it was not a human who answered.
#
# **And the limit?** Whether you trusted one of them more is shown by your rating only. A group in a room is not a
# study. Calling the chatbot a tool makes it clearer who is responsible: people.

# %% [markdown] id="persona-why" lang="einfach" tags=["why"]
# **Was ist da passiert?** Es war zweimal das gleiche Werkzeug. Jemand hat Namen, Gesicht und nette Sätze dazugetan.
# Schon 1966 gab es ein einfaches Programm. Es hieß ELIZA ([Weizenbaum](https://doi.org/10.1145/365153.365168)). Es
# gab den Leuten vor allem ihre eigenen Worte zurück. Manche glaubten fest: Hier antwortet ein Mensch.
#
# **Vorsicht!** Ihre Bewertung gilt nur für Sie. Eine Gruppe im Raum ist keine Studie. Nennen Sie den Chatbot
# ein Werkzeug. Dann bleibt klar: Menschen sind verantwortlich.

# %% [markdown] id="prompt-text" lang="de"
# ## Gut fragen
#
# „Mach mal was zu Versand“ oder eine genaue Frage: Was ändert sich an den Treffern? Sie bauen eine Anfrage aus fünf
# Bausteinen: Rolle, Aufgabe, Zusammenhang, Form und Prüfung. Den fertigen Text können Sie mitnehmen.

# %% [markdown] id="prompt-text" lang="en"
# ## Asking well
#
# “Do something about shipping” or a precise question: what changes in the results? You build a request from five
# blocks: role, task, context, form and check. You can take the finished text with you.

# %% [markdown] id="prompt-text" lang="einfach"
# ## Gut fragen
#
# Jemand schreibt nur: „Mach was zu Versand.“ Oder jemand fragt genau. Was bringt mehr Treffer? Sie schreiben eine
# Anfrage. Sie hat fünf Teile: Rolle, Aufgabe, Zusammenhang, Form und Prüfung. Den Text können Sie mitnehmen.

# %% id="prompt"
# de: Versuch 6: gut fragen
# en: Experiment 6: asking well
# einfach: Versuch 6: genau fragen
chatbot.start(step="prompt", lang=LANG)

# %% id="prompt-facts" tags=["nbval-check-output"]
# de: Gemessen, nicht behauptet
# en: Measured, not claimed
# einfach: Das haben wir gemessen
chatbot.facts("prompt", lang=LANG)

# %% [markdown] id="prompt-why" lang="de" tags=["why"]
# **Was ist da passiert?** Eine genaue Frage gibt der Suche mehr Wörter zum Vergleichen, eine vage lässt viele
# Antworten offen. Zu viel Beiwerk schadet aber auch: Es verwässert den Vergleich, und die Frage geht öfter an
# Menschen. Von den Bausteinen halfen hier Aufgabe und Zusammenhang; Rolle, Form und Prüfung halfen nicht.
#
# **Und die Grenze?** Gemessen wurde an unserer Antwortsuche. Bei großen Sprachmodellen sind alle diese Bausteine
# üblich. Wie viel sie dort bringen, wurde hier nicht gemessen. Das Ergebnis prüfen Sie.

# %% [markdown] id="prompt-why" lang="en" tags=["why"]
# **What happened there?** A precise question gives the search more words to compare, a vague one leaves many answers
# open. But too much padding does harm as well: it waters the comparison down, and the question goes to people more
# often. Of the blocks, task and context helped here; role, form and check did not.
#
# **And the limit?** This was measured on our answer search. With large language models all these blocks are common.
# How much they help there was not measured here. Checking the result remains your job.

# %% [markdown] id="prompt-why" lang="einfach" tags=["why"]
# **Was ist da passiert?** Eine genaue Frage hat mehr passende Wörter. Das hilft der Suche. Eine ungenaue Frage passt
# zu vielen Antworten. Zu viele andere Wörter schaden aber auch. Dann geht die Frage öfter an Menschen. Aufgabe und
# Zusammenhang haben hier geholfen. Rolle, Form und Prüfung haben nicht geholfen.
#
# **Vorsicht!** Wir haben nur mit unserem Chatbot gemessen. Bei großen Sprachmodellen schreibt man oft alle
# diese Teile. Wie viel das dort bringt, haben wir nicht gemessen. Das Ergebnis prüfen Sie selbst.

# %% [markdown] id="prompt-hint" lang="de" tags=["trainer"]
# Lassen Sie je zwei Personen dieselbe Anfrage schreiben und vergleichen. Fragen Sie: „Welcher Baustein fehlt bei
# Ihnen meistens?“ Achten Sie darauf, dass niemand echte Kundendaten eintippt.

# %% [markdown] id="prompt-hint" lang="en" tags=["trainer"]
# Have two people each write the same request and compare. Ask: “Which block do you most often leave out?” Make sure
# that nobody types in real customer data.

# %% [markdown] id="prompt-hint" lang="einfach" tags=["trainer"]
# Zwei Personen schreiben die gleiche Anfrage. Dann vergleichen sie. Fragen Sie: Welcher Teil fehlt oft? Niemand soll
# echte Daten von Kundinnen und Kunden eintippen.

# %% [markdown] id="yours" lang="de"
# ## Und bei Ihnen?
#
# - Bei welchen Texten würde ein falscher Wert Schaden anrichten? Wer prüft sie?
# - Wie heißt das Werkzeug bei Ihnen: mit Vornamen oder nach dem, was es tut?
# - Welche Anfrage schreiben Sie jede Woche? Was fehlt darin noch?

# %% [markdown] id="yours" lang="en"
# ## And in your company?
#
# - In which texts would a false value do damage? Who checks them?
# - What is the tool called in your company: by a first name, or by what it does?
# - Which request do you write every week? What is still missing in it?

# %% [markdown] id="yours" lang="einfach"
# ## Und bei Ihnen?
#
# - In welchen Texten ist ein falscher Wert gefährlich? Wer prüft diese Texte?
# - Wie heißt das Werkzeug bei Ihnen? Hat es einen Vornamen? Oder sagt der Name, was es macht?
# - Welche Anfrage schreiben Sie jede Woche? Welcher Teil fehlt noch?

# %% [markdown] id="points" lang="de"
# ## Drei Dinge zum Mitnehmen
#
# 1. Flüssig heißt nur: So folgen Wörter oft aufeinander. Ob es stimmt, zeigt die Quelle.
# 2. Ein Name und ein Gesicht können das Vertrauen ändern. Die Treffer ändern sie nicht.
# 3. Genau fragen hilft, ersetzt aber die Prüfung nicht.

# %% [markdown] id="points" lang="en"
# ## Three things to take away
#
# 1. Fluent only means: this is how words often follow each other. Whether it is true is shown by the source.
# 2. A name and a face may change trust. They do not change the results.
# 3. Asking precisely helps but does not replace checking.

# %% [markdown] id="points" lang="einfach"
# ## Drei wichtige Punkte
#
# 1. Ein Text klingt gut? Dann folgen die Wörter oft so aufeinander. Ob er wahr ist, zeigt die Quelle.
# 2. Name und Gesicht können das Vertrauen ändern. Die Treffer ändern sie nicht.
# 3. Genaue Fragen helfen. Prüfen müssen Sie trotzdem.

# %% [markdown] id="check" lang="de"
# ## Kurzer Wissens-Check

# %% [markdown] id="check" lang="en"
# ## Short check

# %% [markdown] id="check" lang="einfach"
# ## Was wissen Sie jetzt?

# %% id="quiz"
# de: Wissens-Check
# en: Check
# einfach: Fragen am Ende
chatbot.start(step="quiz_text", lang=LANG)
