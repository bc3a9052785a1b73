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
#     de: "Sie verdecken persönliche Angaben, bewältigen Störungen und lassen Mails vorsortieren."
#     en: "You mask personal details, deal with failures and have e-mails pre-sorted."
#     einfach: "Sie verdecken persönliche Daten. Sie lösen Notfälle. Sie lassen Mails sortieren."
#   goals:
#     de:
#       - "entscheiden, was nicht in einen Chatbot gehört"
#       - "bei Ausfall, Angriff und Irrtum die ersten Schritte nennen"
#       - "ein Prüfband für vorsortierte Mails festlegen"
#     en:
#       - "decide what does not belong in a chatbot"
#       - "name the first steps in case of failure, attack and error"
#       - "set a check band for pre-sorted e-mails"
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
# The chatbot is to go into daily use. Somebody has already copied a customer's e-mail into it, telephone number
# included. On Monday it gave wrong information for an hour, and nobody was in charge. And now the same tool is to
# sort the inbox as well. The question for you: what do you settle beforehand?

# %% [markdown] id="question" lang="einfach"
# # Was klären Sie vorher?
#
# Der Chatbot soll im Alltag helfen. Jemand hat die Mail einer Kundin hineinkopiert. In der Mail stand eine
# Telefonnummer. Am Montag waren eine Stunde lang Antworten falsch. Niemand war zuständig. Jetzt soll das Werkzeug
# auch noch Mails sortieren. Was regeln Sie vorher?

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
# Ein Text soll gespeichert werden. Vorher verdeckt ein Programm persönliche Daten. Zum Beispiel Namen, Telefonnummern
# und Kontonummern. Vermuten Sie: Wie viel wird verdeckt? Dann versuchen Sie selbst, das Programm zu täuschen.

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
# **Was ist da passiert?** E-Mail-Adressen und Kontonummern mit Prüfziffer haben eine feste Form. Sie wurden am besten
# erkannt. Namen, Geburtsdaten und Personalnummern kommen in vielen Schreibweisen vor, hier wurde mehr übersehen. Nach
# Geschäftsgeheimnissen sucht das Programm gar nicht.
#
# **Und die Grenze?** Verdeckt heißt nicht anonym: Wer den Fall kennt, findet die Person. Und nicht jede Angabe im
# Betrieb ist personenbezogen. Was hineindarf, legt Ihr Betrieb fest (Stand 21. November 2026, keine Rechtsberatung).

# %% [markdown] id="mask-why" lang="en" tags=["why"]
# **What happened there?** E-mail addresses and account numbers with a check digit have a fixed form. They were
# recognised best. Names, dates of birth and personnel numbers are written in many ways, so more was missed. There is
# no search for business secrets at all.
#
# **And the limit?** Masked does not mean anonymous: whoever knows the case finds the person. And not every item of
# company data is personal. What may go in is set by your company (as of 21 November 2026, no legal advice).

# %% [markdown] id="mask-why" lang="einfach" tags=["why"]
# **Was ist da passiert?** E-Mail-Adressen und Kontonummern haben eine feste Form. Sie werden am besten gefunden.
# Namen, Geburtstage und Personal-Nummern schreibt man auf viele Arten. Davon bleibt mehr stehen. Nach Geheimnissen
# der Firma sucht das Programm gar nicht.
#
# **Vorsicht!** Verdeckt heißt nicht anonym. Vielleicht kennt jemand den Fall. Dann ist klar, wer gemeint ist.
# Nicht alle Daten im Betrieb sind persönlich. Was in den Chatbot darf, legt Ihre Firma fest (Stand: 21. November
# 2026, keine Rechtsberatung).

# %% [markdown] id="emergency-text" lang="de"
# ## Wenn es schiefgeht
#
# Der Chatbot ist ausgefallen, jemand hat ihm falsche Einträge untergeschoben, oder er liegt schlicht daneben.
# Vermuten Sie, wie viel ein Angriff ausrichtet. Entscheiden Sie dann, was zuerst zu tun ist, und füllen Sie Ihre
# Notfallkarte aus.

# %% [markdown] id="emergency-text" lang="en"
# ## When it goes wrong
#
# The chatbot is down, somebody has slipped false entries into it, or it is simply wrong. Predict how much an attack
# achieves. Then decide what has to be done first, and fill in your emergency card.

# %% [markdown] id="emergency-text" lang="einfach"
# ## Wenn etwas schiefgeht
#
# Jemand hat falsche Antworten in die Liste mit Fragen und Antworten geschrieben. Oder der Chatbot geht nicht. Oder
# eine Antwort ist einfach falsch. Vermuten Sie: Wie viel Schaden macht ein Angriff? Dann entscheiden Sie: Was tun Sie
# zuerst? Am Ende füllen Sie Ihre Karte für den Notfall aus.

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
# **Was ist da passiert?** Eine Anweisung, die jemand in eine Frage schreibt, führt diese Suche nicht aus. Die
# zusätzlichen Wörter stören sie aber, mehr Fragen gehen an Menschen. Neue falsche Einträge brauchen Masse. Wer
# vorhandene Antworten ändern darf, kommt mit viel weniger aus. Darum kommt es darauf an, wer in die FAQ schreiben
# darf und wer prüft.
#
# **Und die Grenze?** Bei Chatbots mit großen Sprachmodellen können auch Anweisungen in fremden Texten wirken. Das
# wurde hier nicht gemessen. Die ersten Schritte bleiben dieselben: anhalten, melden, Menschen antworten lassen.

# %% [markdown] id="emergency-why" lang="en" tags=["why"]
# **What happened there?** This search does not carry out an instruction that somebody writes into a question. But the
# additional words disturb it, and more questions go to people. New false entries take large numbers. Whoever may
# change existing answers needs far fewer. So what matters is who may write into the FAQ and who checks.
#
# **And the limit?** With chatbots that use large language models, instructions in other people's texts may work, too.
# This was not measured here. The first steps stay the same: stop, report, let people answer.

# %% [markdown] id="emergency-why" lang="einfach" tags=["why"]
# **Was ist da passiert?** Jemand schreibt einen Befehl in die Frage. Diesen Befehl führt der Chatbot nicht aus. Aber
# die Wörter stören die Suche. Mehr Fragen gehen an Menschen. Jemand schreibt neue falsche Antworten in die Liste.
# Davon braucht er sehr viele. Jemand ändert alte Antworten. Dann reichen viel weniger. Darum ist wichtig: Wer darf in
# die Liste schreiben? Wer prüft das?
#
# **Vorsicht!** Manche Chatbots haben ein großes Sprachmodell. Dort kann auch ein versteckter Befehl wirken. Das
# haben wir nicht gemessen. Die ersten Schritte sind gleich: anhalten, melden, Menschen antworten lassen.

# %% [markdown] id="presort-text" lang="de"
# ## Der Posteingang, vorsortiert
#
# Dasselbe Verfahren sortiert Mails an Abteilungen. Vermuten Sie, wie viele von hundert richtig landen. Danach legen
# Sie das **Prüfband** fest: Unter welcher angegebenen Sicherheit sieht ein Mensch die Mail an? Rechnen Sie aus, was
# das spart und was es kostet.

# %% [markdown] id="presort-text" lang="en"
# ## The inbox, pre-sorted
#
# The same method sorts e-mails to departments. Predict how many out of a hundred end up in the right place. Then set
# the **check band**: below which stated confidence does a person look at the e-mail? Work out what that saves and
# what it costs.

# %% [markdown] id="presort-text" lang="einfach"
# ## Mails vorsortieren
#
# Das gleiche Verfahren sortiert Mails. Jede Mail soll in die richtige Abteilung. Vermuten Sie: Wie viele von hundert
# Mails kommen richtig an? Dann legen Sie das **Prüfband** fest. Das ist eine Grenze: Bei niedriger angegebener
# Sicherheit prüft ein Mensch. Was spart das? Was kostet das?

# %% id="presort"
# de: Versuch 9: Mails vorsortieren
# en: Experiment 9: pre-sort e-mails
# einfach: Versuch 9: Mails sortieren
chatbot.start(step="presort", lang=LANG)

# %% id="presort-facts" tags=["nbval-check-output"]
# de: Gemessen, nicht behauptet
# en: Measured, not claimed
# einfach: Das haben wir gemessen
chatbot.facts("presort", lang=LANG)

# %% [markdown] id="presort-why" lang="de" tags=["why"]
# **Was ist da passiert?** Mails mit einem Anliegen landen meist richtig. Fehler häufen sich dort, wo die angegebene
# Sicherheit niedrig ist; diese Mails schickt das Prüfband zu Menschen. Mails mit zwei Anliegen fängt es nur zum Teil:
# Mehr als die Hälfte ging ohne Prüfung an nur eine Abteilung.
#
# **Und die Grenze?** Manche falsch sortierte Mail hat eine hohe angegebene Sicherheit. Darum gehören Stichproben
# dazu, und jede Abteilung braucht einen einfachen Weg, eine Mail zurückzugeben.

# %% [markdown] id="presort-why" lang="en" tags=["why"]
# **What happened there?** E-mails with one concern mostly end up in the right place. Errors gather where the stated
# confidence is low; the check band sends these to people. It catches e-mails with two concerns only in part: more
# than half went unchecked to only one department.
#
# **And the limit?** Some wrongly sorted e-mails have a high stated confidence. That is why samples are part of it,
# and each department needs an easy way to hand an e-mail back.

# %% [markdown] id="presort-why" lang="einfach" tags=["why"]
# **Was ist da passiert?** Mails mit einem Thema kommen meist richtig an. Fehler gibt es vor allem bei niedriger
# angegebener Sicherheit. Diese Mails prüft ein Mensch. Schwierig sind Mails mit zwei Themen. Mehr als die Hälfte
# bekam ohne Prüfung nur eine Abteilung.
#
# **Vorsicht!** Manche Mails sind falsch sortiert. Die angegebene Sicherheit ist trotzdem hoch. Darum prüft
# ein Mensch ab und zu auch diese Mails. Jede Abteilung muss eine Mail leicht zurückgeben können.

# %% [markdown] id="work-hint" lang="de" tags=["trainer"]
# Die Notfallkarte eignet sich für Gruppen aus drei Personen: eine aus der Fachabteilung, eine aus der Technik, eine
# aus dem Betriebsrat. Fragen Sie am Ende: „Welche Zeile konnten Sie nicht ausfüllen?“ Genau dort liegt die Aufgabe
# für den Betrieb.

# %% [markdown] id="work-hint" lang="en" tags=["trainer"]
# The emergency card suits groups of three: one person from the department, one from technology, one from the works
# council. At the end ask: “Which line could you not fill in?” That is exactly where the company's task lies.

# %% [markdown] id="work-hint" lang="einfach" tags=["trainer"]
# Füllen Sie die Karte für den Notfall mit drei Personen aus. Gut ist: eine Person aus der Abteilung, eine aus der
# Technik, eine aus dem Betriebsrat. Fragen Sie am Ende: Welche Zeile ist leer? Das ist die Aufgabe für Ihren Betrieb.

# %% [markdown] id="yours" lang="de"
# ## Und bei Ihnen?
#
# - Was wird bei Ihnen heute schon in Chatbots kopiert? Wer hat das erlaubt?
# - Wer darf den Chatbot abschalten, auch am Freitagnachmittag?
# - Welche Mails dürfen auf keinen Fall liegen bleiben?

# %% [markdown] id="yours" lang="en"
# ## And in your company?
#
# - What is already being copied into chatbots in your company today? Who allowed it?
# - Who may switch the chatbot off, on a Friday afternoon as well?
# - Which e-mails must on no account be left lying?

# %% [markdown] id="yours" lang="einfach"
# ## Und bei Ihnen?
#
# - Was kopieren die Leute bei Ihnen heute schon in Chatbots? Wer hat das erlaubt?
# - Wer darf den Chatbot abschalten? Gilt das auch am Freitagnachmittag?
# - Welche Mails dürfen auf keinen Fall liegen bleiben?

# %% [markdown] id="points" lang="de"
# ## Drei Dinge zum Mitnehmen
#
# 1. Ein Programm verdeckt Muster, keine Geheimnisse. Nachlesen bleibt nötig.
# 2. Wer abschaltet, wer informiert wird und wer dann antwortet, wird vorher festgelegt.
# 3. Vorsortieren kann Zeit sparen. Zweifelsfälle gehen zu Menschen, und Stichproben bleiben nötig.

# %% [markdown] id="points" lang="en"
# ## Three things to take away
#
# 1. A program masks patterns, not secrets. Reading the text again remains necessary.
# 2. Who switches off, who is informed and who then answers is settled beforehand.
# 3. Pre-sorting can save time. Doubtful cases go to people, and samples remain necessary.

# %% [markdown] id="points" lang="einfach"
# ## Drei wichtige Punkte
#
# 1. Verdeckt werden Daten mit fester Form. Geheimnisse bleiben stehen. Lesen Sie alles noch einmal.
# 2. Legen Sie vorher fest: Wer schaltet ab? Wer erfährt es? Wer antwortet dann?
# 3. Vorsortieren kann Zeit sparen. Unklare Mails gehen an Menschen. Prüfen Sie ab und zu auch andere Mails.

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
