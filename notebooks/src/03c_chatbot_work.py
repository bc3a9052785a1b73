# ---
# kit:
#   id: 03c-chatbot-work
#   minutes: 30
#   tile: chatbot
#   title:
#     de: "Chatbot im Betrieb: Datenschutz, Notfall, Posteingang"
#     en: "Chatbot at work: data protection, emergency, inbox"
#     einfach: "Chatbot bei der Arbeit"
#   summary:
#     de: "Sie schwärzen persönliche Angaben, bewältigen Störungen und lassen Mails vorsortieren."
#     en: "You mask personal details, deal with failures and have mails pre-sorted."
#     einfach: "Sie verdecken persönliche Daten. Sie lösen Notfälle. Sie lassen Mails sortieren."
#   goals:
#     de:
#       - "entscheiden, was nicht in einen Chatbot gehört"
#       - "bei Ausfall, Angriff und Irrtum die ersten Schritte nennen"
#       - "ein Prüfband für vorsortierte Mails festlegen"
#     en:
#       - "decide what does not belong in a chatbot"
#       - "name the first steps in case of failure, attack and error"
#       - "set a check band for pre-sorted mails"
#     einfach:
#       - "entscheiden, was nicht in einen Chatbot darf"
#       - "sagen, was man im Notfall zuerst tut"
#       - "festlegen, welche Mails ein Mensch prüft"
# ---

# %% [markdown] id="question" lang="de"
# # Was muss vor dem ersten Arbeitstag geklärt sein?
#
# Der Chatbot soll in den Alltag. Jemand hat schon eine Kundenmail samt Telefonnummer hineinkopiert. Am Montag gab er
# eine Stunde lang falsche Auskünfte, und niemand war zuständig. Und nun soll dasselbe Werkzeug auch noch den
# Posteingang sortieren. Die Frage an Sie: Was regeln Sie vorher?

# %% [markdown] id="question" lang="en"
# # What has to be settled before the first working day?
#
# The chatbot is to go into daily use. Somebody has already copied a customer's mail into it, telephone number
# included. On Monday it gave wrong information for an hour, and nobody was in charge. And now the same tool is to
# sort the inbox as well. The question for you: what do you settle beforehand?

# %% [markdown] id="question" lang="einfach"
# # Was klären Sie vorher?
#
# Der Chatbot soll im Alltag helfen. Jemand hat eine Mail hineinkopiert. In der Mail stand eine Telefonnummer. Am
# Montag waren viele Antworten falsch. Niemand war zuständig. Jetzt soll das Werkzeug auch noch Mails sortieren. Was
# regeln Sie vorher?

# %% [markdown] id="mask-text" lang="de"
# ## Was nicht hineingehört
#
# Bevor ein Text gespeichert wird, soll ein Programm Namen, Telefonnummern, Kontonummern und Ähnliches verdecken.
# Vermuten Sie, wie viel davon es erkennt. Danach versuchen Sie, ihm etwas unterzuschieben.

# %% [markdown] id="mask-text" lang="en"
# ## What does not belong in it
#
# Before a text is stored, a program is to mask names, telephone numbers, account numbers and the like. Predict how
# much of it is recognised. Then try to slip something past it.

# %% [markdown] id="mask-text" lang="einfach"
# ## Was nicht hineindarf
#
# Ein Programm verdeckt persönliche Daten. Zum Beispiel Namen, Telefonnummern und Kontonummern. Vermuten Sie: Wie viel
# wird verdeckt? Dann versuchen Sie selbst, das Programm zu täuschen.

# %% id="mask"
# de: Versuch 7: persönliche Angaben verdecken
# en: Experiment 7: mask personal details
# einfach: Versuch 7: persönliche Daten verdecken
from kitlib import chatbot
chatbot.start(step="mask", lang=LANG)

# %% id="mask-facts" tags=["nbval-check-output"]
# de: Gemessen, nicht behauptet
# en: Measured, not claimed
# einfach: Das haben wir gemessen
chatbot.facts("mask", lang=LANG)

# %% [markdown] id="mask-why" lang="de" tags=["why"]
# **Was ist da passiert?** Was ein festes Muster hat, wird gut erkannt, etwa E-Mail-Adressen und Kontonummern mit
# Prüfziffer. Namen haben kein Muster, hier wird mehr übersehen. Betriebsgeheimnisse erkennt das Programm gar nicht.
#
# **Und die Grenze?** Verdeckt heißt nicht anonym: Wer den Fall kennt, findet die Person. Und nicht jede Angabe im
# Betrieb ist personenbezogen. Was hineindarf, legt Ihr Betrieb fest (Stand 21. November 2026, keine Rechtsberatung).

# %% [markdown] id="mask-why" lang="en" tags=["why"]
# **What happened there?** What has a fixed pattern is recognised well, such as e-mail addresses and account numbers
# with a check digit. Names have no pattern, so more is missed. Business secrets are not recognised at all.
#
# **And the limit?** Masked does not mean anonymous: whoever knows the case finds the person. And not every item of
# company data is personal. What may go in is set by your company (as of 21 November 2026, not legal advice).

# %% [markdown] id="mask-why" lang="einfach" tags=["why"]
# **Was ist da passiert?** E-Mail-Adressen und Kontonummern haben ein festes Muster. Sie werden oft verdeckt. Namen
# haben kein Muster. Davon bleibt mehr stehen. Geheimnisse der Firma werden gar nicht verdeckt.
#
# **Und die Grenze?** Verdeckt heißt nicht anonym. Vielleicht kennt jemand den Fall. Dann ist klar, wer gemeint ist.
# Nicht alle Daten im Betrieb sind persönlich. Was in den Chatbot darf, legt Ihre Firma fest (am 21. November 2026,
# keine Rechtsberatung).

# %% [markdown] id="emergency-text" lang="de"
# ## Wenn es schiefgeht
#
# Der Chatbot ist ausgefallen, jemand hat ihm falsche Einträge untergeschoben, oder er liegt schlicht daneben.
# Vermuten Sie, wie viel ein Angriff ausrichtet. Entscheiden Sie dann, was zuerst zu tun ist, und füllen Sie Ihre
# Notfallkarte aus.

# %% [markdown] id="emergency-text" lang="en"
# ## When it goes wrong
#
# The chatbot has failed, somebody has slipped false entries into it, or it is simply wrong. Predict how much an
# attack achieves. Then decide what has to be done first, and fill in your emergency card.

# %% [markdown] id="emergency-text" lang="einfach"
# ## Wenn etwas schiefgeht
#
# Der Chatbot geht nicht. Oder jemand hat falsche Antworten in die Liste geschrieben. Oder eine Antwort ist einfach
# falsch. Vermuten Sie: Wie viel Schaden macht ein Angriff? Dann entscheiden Sie: Was tun Sie zuerst? Am Ende füllen
# Sie Ihre Notfall-Karte aus.

# %% id="emergency"
# de: Versuch 8: Störung und Notfallkarte
# en: Experiment 8: failure and emergency card
# einfach: Versuch 8: der Notfall und Ihre Karte
chatbot.start(step="emergency", lang=LANG)

# %% id="emergency-facts" tags=["nbval-check-output"]
# de: Gemessen, nicht behauptet
# en: Measured, not claimed
# einfach: Das haben wir gemessen
chatbot.facts("emergency", lang=LANG)

# %% [markdown] id="emergency-why" lang="de" tags=["why"]
# **Was ist da passiert?** Eine Anweisung, die jemand in eine Frage schreibt, richtet bei dieser Suche nichts aus. Neue
# falsche Einträge brauchen Masse. Wer aber vorhandene Antworten ändern darf, richtet schon mit wenigen viel an. Wer in
# die FAQ schreiben darf und wer prüft, ist wichtiger als jede Einstellung.
#
# **Und die Grenze?** Chatbots mit großen Sprachmodellen können auch auf Anweisungen in fremden Texten hereinfallen.
# Das wurde hier nicht gemessen. Die ersten Schritte bleiben dieselben: anhalten, melden, Menschen antworten lassen.

# %% [markdown] id="emergency-why" lang="en" tags=["why"]
# **What happened there?** An instruction that somebody writes into a question achieves nothing with this search. New
# false entries take large numbers. But whoever may change existing answers does much harm with only a few. Who may
# write into the FAQ and who checks matters more than any setting.
#
# **And the limit?** Chatbots with large language models may also follow instructions hidden in other people's texts.
# This was not measured here. The first steps stay the same: stop, report, let people answer.

# %% [markdown] id="emergency-why" lang="einfach" tags=["why"]
# **Was ist da passiert?** Jemand schreibt einen Befehl in die Frage. Bei diesem Chatbot passiert dann nichts. Jemand
# schreibt neue falsche Antworten in die Liste. Davon braucht er sehr viele. Jemand ändert alte Antworten. Dann reichen
# schon wenige. Wer darf in die Liste schreiben? Wer prüft das? Das ist sehr wichtig.
#
# **Und die Grenze?** Manche Chatbots haben ein großes Sprachmodell. Dort kann auch ein versteckter Befehl wirken. Das
# haben wir nicht gemessen. Die ersten Schritte sind gleich: anhalten, melden, Menschen antworten lassen.

# %% [markdown] id="presort-text" lang="de"
# ## Der Posteingang, vorsortiert
#
# Dasselbe Verfahren sortiert Mails an Abteilungen. Vermuten Sie, wie viele von hundert richtig landen. Danach legen
# Sie fest, welche Mails ein Mensch ansieht, und rechnen aus, was das spart und was es kostet.

# %% [markdown] id="presort-text" lang="en"
# ## The inbox, pre-sorted
#
# The same method sorts mails to departments. Predict how many out of a hundred end up in the right place. Then set
# which mails a person looks at, and work out what that saves and what it costs.

# %% [markdown] id="presort-text" lang="einfach"
# ## Mails vorsortieren
#
# Das gleiche Verfahren sortiert Mails. Jede Mail soll in die richtige Abteilung. Vermuten Sie: Wie viele von hundert
# Mails kommen richtig an? Dann legen Sie fest: Welche Mails prüft ein Mensch? Was spart das? Was kostet das?

# %% id="presort"
# de: Versuch 9: Mails vorsortieren
# en: Experiment 9: pre-sort mails
# einfach: Versuch 9: Mails sortieren
chatbot.start(step="presort", lang=LANG)

# %% id="presort-facts" tags=["nbval-check-output"]
# de: Gemessen, nicht behauptet
# en: Measured, not claimed
# einfach: Das haben wir gemessen
chatbot.facts("presort", lang=LANG)

# %% [markdown] id="presort-why" lang="de" tags=["why"]
# **Was ist da passiert?** Klare Mails landen meist richtig. Fehler häufen sich dort, wo die angegebene Sicherheit
# niedrig ist, und genau diese Mails schickt das Prüfband zu Menschen. Mails mit zwei Anliegen fängt es nicht
# zuverlässig ab: Mehr als die Hälfte ging ungeprüft an nur eine Abteilung.
#
# **Und die Grenze?** Manche falsch sortierte Mail hat eine hohe angegebene Sicherheit. Darum gehören Stichproben
# dazu, und jede Abteilung braucht einen einfachen Weg, eine Mail zurückzugeben.

# %% [markdown] id="presort-why" lang="en" tags=["why"]
# **What happened there?** Clear mails mostly end up in the right place. Errors gather where the stated confidence is
# low, and exactly these mails are sent to people by the check band. Mails with two concerns are not reliably caught:
# more than half of them went unchecked to one department only.
#
# **And the limit?** Some wrongly sorted mails have a high stated confidence. That is why samples are part of it, and
# each department needs an easy way to give a mail back.

# %% [markdown] id="presort-why" lang="einfach" tags=["why"]
# **Was ist da passiert?** Klare Mails kommen meist richtig an. Fehler gibt es vor allem bei niedriger Sicherheit. Diese
# Mails prüft ein Mensch. Mails mit zwei Themen sind schwierig. Mehr als die Hälfte kam nur bei einer Abteilung an.
# Niemand hatte sie geprüft.
#
# **Und die Grenze?** Manche Mails sind falsch sortiert. Die Sicherheit ist trotzdem hoch. Darum braucht man Proben.
# Jede Abteilung muss eine Mail leicht zurückgeben können.

# %% [markdown] id="work-hint" lang="de" tags=["trainer"]
# Die Notfallkarte eignet sich für Gruppen aus drei Personen: eine aus der Fachabteilung, eine aus der Technik, eine
# aus dem Betriebsrat. Fragen Sie am Ende: „Welche Zeile konnten Sie nicht ausfüllen?“ Genau dort liegt die Aufgabe
# für den Betrieb.

# %% [markdown] id="work-hint" lang="en" tags=["trainer"]
# The emergency card suits groups of three: one person from the department, one from technology, one from the works
# council. At the end ask: “Which line could you not fill in?” That is exactly where the company's task lies.

# %% [markdown] id="work-hint" lang="einfach" tags=["trainer"]
# Füllen Sie die Notfall-Karte mit drei Personen aus. Gut ist: eine Person aus der Abteilung, eine aus der Technik,
# eine aus dem Betriebsrat. Fragen Sie am Ende: Welche Zeile ist leer? Das ist die Aufgabe für Ihren Betrieb.

# %% [markdown] id="yours" lang="de"
# ## Und bei Ihnen?
#
# - Was wird bei Ihnen heute schon in Chatbots kopiert? Wer hat das erlaubt?
# - Wer darf den Chatbot abschalten, auch am Freitagnachmittag?
# - Welche Mails dürfen auf keinen Fall liegen bleiben?

# %% [markdown] id="yours" lang="en"
# ## And at your place?
#
# - What is being copied into chatbots in your company today? Who allowed it?
# - Who may switch the chatbot off, on a Friday afternoon as well?
# - Which mails must on no account be left lying?

# %% [markdown] id="yours" lang="einfach"
# ## Und bei Ihnen?
#
# - Was kopieren die Leute bei Ihnen heute in Chatbots? Wer hat das erlaubt?
# - Wer darf den Chatbot abschalten? Gilt das auch am Freitagnachmittag?
# - Welche Mails dürfen nicht liegen bleiben?

# %% [markdown] id="points" lang="de"
# ## Drei Dinge zum Mitnehmen
#
# 1. Ein Programm verdeckt Muster, keine Geheimnisse. Nachlesen bleibt nötig.
# 2. Wer abschaltet, wer informiert wird und wer dann antwortet, wird vorher festgelegt.
# 3. Vorsortieren spart Zeit, wenn Zweifelsfälle zu Menschen gehen und Stichproben bleiben.

# %% [markdown] id="points" lang="en"
# ## Three things to take away
#
# 1. A program masks patterns, not secrets. Reading it again remains necessary.
# 2. Who switches off, who is informed and who then answers is settled beforehand.
# 3. Pre-sorting saves time if doubtful cases go to people and samples remain.

# %% [markdown] id="points" lang="einfach"
# ## Drei wichtige Punkte
#
# 1. Ein Programm verdeckt Muster. Geheimnisse verdeckt es nicht. Lesen Sie alles noch einmal.
# 2. Legen Sie vorher fest: Wer schaltet ab? Wer erfährt es? Wer antwortet dann?
# 3. Vorsortieren spart Zeit. Unklare Mails gehen an Menschen. Auch Proben sind nötig.

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
chatbot.start(step="quiz_work", lang=LANG)
