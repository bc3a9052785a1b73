# ---
# kit:
#   id: 01a-quality
#   minutes: 30
#   tile: quality
#   title:
#     de: "Teile prüfen mit Bildern: lernen, sortieren, entscheiden"
#     en: "Checking parts with pictures: learn, sort, decide"
#     einfach: "Teile prüfen mit Bildern"
#   summary:
#     de: "Sie sortieren selbst, lassen ein Modell lernen und legen fest, was ein Fehler kosten darf."
#     en: "You sort parts yourself, let a model learn and set what an error may cost."
#     einfach: "Sie sortieren Teile. Ein Modell lernt aus Bildern. Sie entscheiden, was ein Fehler kostet."
#   goals:
#     de:
#       - "erklären, was ein Modell aus Beispielen lernt"
#       - "Trefferquote, übersehene Fehler und Fehlalarme unterscheiden"
#       - "eine Schwelle nach Kosten festlegen und Zweifelsfälle an Menschen geben"
#     en:
#       - "explain what a model learns from examples"
#       - "tell hit rate, missed defects and false alarms apart"
#       - "set a threshold by cost and hand doubtful cases to people"
#     einfach:
#       - "sagen, was ein Modell aus Beispielen lernt"
#       - "übersehene Fehler und falsche Alarme unterscheiden"
#       - "eine Grenze festlegen und unklare Teile selbst prüfen"
# ---

# %% [markdown] id="question" lang="de"
# # Ist dieses Teil in Ordnung?
#
# Die Musterwerk GmbH dreht Flansche aus Stahl. Am Ende der Linie steht eine Kamera. Bisher prüfen Menschen jedes
# Teil von Hand. Die Geschäftsführung fragt: Kann das ein Modell übernehmen? Und was kostet es, wenn es sich irrt?
#
# Probieren Sie es aus. Hier hat kein Fehler Folgen, und nichts verlässt diesen Raum.

# %% [markdown] id="question" lang="en"
# # Is this part ok?
#
# Musterwerk GmbH turns flanges from steel. At the end of the line there is a camera. So far people check every
# part by hand. The management asks: can a model take this over? And what does it cost when it is wrong?
#
# Try it out. No mistake has consequences here, and nothing leaves this room.

# %% [markdown] id="question" lang="einfach"
# # Ist dieses Teil gut?
#
# Die Firma Musterwerk macht Flansche aus Stahl. Ein Flansch ist ein rundes Teil mit Löchern. Eine Kamera macht
# von jedem Teil ein Foto. Bisher prüfen Menschen jedes Teil. Der Chef fragt: Kann das ein Modell machen? Was kosten
# die Fehler?
#
# Probieren Sie es aus. Fehler sind hier erlaubt. Nichts verlässt diesen Raum.

# %% [markdown] id="sort-text" lang="de"
# ## Selbst sortieren
#
# Bevor ein Modell rechnet, sind Sie an der Reihe. Es gibt fünf Arten von Fehlern: Kratzer, Dellen, Flecken,
# fehlende Bohrungen und Ausbrüche am Rand. Manche springen ins Auge, manche sind kaum zu finden.

# %% [markdown] id="sort-text" lang="en"
# ## Sort them yourself
#
# Before a model computes anything, it is your turn. There are five kinds of defects: scratches, dents, stains,
# missing holes and chipped edges. Some catch the eye, some are hard to find.

# %% [markdown] id="sort-text" lang="einfach"
# ## Selbst sortieren
#
# Zuerst sortieren Sie selbst. Es gibt fünf Arten von Fehlern: Kratzer, Dellen, Flecken, fehlende Löcher und
# kaputte Ränder. Manche Fehler sind groß. Manche Fehler sind sehr klein.

# %% id="sort"
# de: Versuch 1: selbst sortieren
# en: Experiment 1: sort yourself
# einfach: Versuch 1: Sie sortieren selbst
from kitlib import quality
sort = quality.start(step="sort", lang=LANG)
sort

# %% [markdown] id="learn-text" lang="de"
# ## Aus Beispielen lernen
#
# Niemand schreibt dem Modell eine Regel für Kratzer auf. Es bekommt Bilder mit Antworten und berechnet daraus,
# welche Abweichungen zu „fehlerhaft“ gehören. Geprüft wird an Teilen, die beim Lernen nicht dabei waren.
#
# Stellen Sie zuerst 20 Beispiele ein und trainieren Sie, dann 200. Danach beschriften Sie zum Vergleich 40 % falsch.

# %% [markdown] id="learn-text" lang="en"
# ## Learn from examples
#
# Nobody writes a rule for scratches down for the model. It gets pictures with answers and computes from them
# which deviations belong to “defective”. It is tested on parts that were not used for training.
#
# First choose 20 examples and train, then 200. After that label 40% wrongly for comparison.

# %% [markdown] id="learn-text" lang="einfach"
# ## Aus Beispielen lernen
#
# Niemand schreibt eine Regel für Kratzer auf. Das Modell bekommt Bilder mit Antworten. Daraus rechnet es: So sieht
# ein Fehler aus. Der Test nimmt nur neue Teile.
#
# Nehmen Sie zuerst 20 Bilder. Starten Sie das Training. Nehmen Sie dann 200 Bilder. Beschriften Sie danach 40 %
# falsch.

# %% id="learn"
# de: Versuch 2: aus Beispielen lernen
# en: Experiment 2: learn from examples
# einfach: Versuch 2: Das Modell lernt
quality.start(step="learn", lang=LANG, earlier=sort)

# %% id="learn-facts" tags=["nbval-check-output"]
# de: Gemessen, nicht behauptet
# en: Measured, not claimed
# einfach: Das haben wir gemessen
quality.facts("learn", lang=LANG)

# %% [markdown] id="learn-why" lang="de" tags=["why"]
# **Was ist passiert?** Mehr Beispiele heben die Trefferquote, anfangs stark, später kaum noch. Falsch beschriftete
# Beispiele senken sie: Das Modell übernimmt die Fehler derer, die beschriften. Gute Daten sind Arbeit von Menschen.

# %% [markdown] id="learn-why" lang="en" tags=["why"]
# **What happened?** More examples raise the hit rate, a lot at first, hardly at all later on. Wrongly labelled
# examples lower it: the model takes over the mistakes of those who label. Good data are people's work.

# %% [markdown] id="learn-why" lang="einfach" tags=["why"]
# **Was ist passiert?** Mehr Bilder helfen. Am Anfang helfen sie viel, später nur noch wenig. Falsche Antworten
# schaden. Das Modell übernimmt die Fehler von Menschen. Gute Daten sind die Arbeit von Menschen.

# %% [markdown] id="threshold-text" lang="de"
# ## Schwelle und Geld
#
# Ein übersehener Fehler landet beim Kunden. Ein zu Unrecht aussortiertes Teil landet im Schrott. Beides kostet, aber
# nicht gleich viel. Stellen Sie die Preise Ihres Betriebs ein und suchen Sie die billigste Schwelle. Geben Sie dann
# die Zweifelsfälle einem Menschen: Ihnen.

# %% [markdown] id="threshold-text" lang="en"
# ## Threshold and money
#
# A missed defect ends up with the customer. A wrongly rejected part ends up as scrap. Both cost money, but not the
# same. Set the prices of your company and look for the cheapest threshold. Then hand the doubtful cases to a
# person: you.

# %% [markdown] id="threshold-text" lang="einfach"
# ## Die Grenze und das Geld
#
# Ein übersehener Fehler kommt zum Kunden. Ein gutes Teil kommt in den Schrott. Beides kostet Geld. Aber es kostet
# nicht gleich viel. Stellen Sie Ihre Preise ein. Suchen Sie die billigste Grenze. Geben Sie dann die unklaren
# Teile einem Menschen. Dieser Mensch sind Sie.

# %% id="threshold"
# de: Versuch 3: Schwelle und Geld
# en: Experiment 3: threshold and money
# einfach: Versuch 3: die Grenze und das Geld
quality.start(step="threshold", lang=LANG)

# %% id="threshold-facts" tags=["nbval-check-output"]
# de: Gemessen, nicht behauptet
# en: Measured, not claimed
# einfach: Das haben wir gemessen
quality.facts("threshold", lang=LANG)

# %% [markdown] id="threshold-task" lang="de"
# **Aufgabe:** Ein übersehener Fehler kostet jetzt nur noch 50 €, ein aussortiertes Teil 30 €. Vermuten Sie
# zuerst, wohin die billigste Schwelle wandert. Stellen Sie es dann ein.

# %% [markdown] id="threshold-task" lang="en"
# **Task:** A missed defect now costs only €50, a rejected part €30. First predict where the cheapest threshold
# moves to. Then set it.

# %% [markdown] id="threshold-task" lang="einfach"
# **Aufgabe:** Ein übersehener Fehler kostet jetzt 50 €. Ein gutes Teil im Ausschuss kostet 30 €. Wohin wandert die
# billigste Grenze? Vermuten Sie zuerst. Stellen Sie es dann ein.

# %% [markdown] id="threshold-solution" lang="de" tags=["solution"]
# Sie wandert nach oben. Fehler sind selten, gute Teile häufig: Kostet der Fehlalarm mehr als die Hälfte des
# übersehenen
# Fehlers, lohnt es nur noch, sehr deutliche Fälle auszusortieren. Die Zahlen stehen oben unter „gemessen“. Das
# Modell hat sich dabei nicht geändert.

# %% [markdown] id="threshold-solution" lang="en" tags=["solution"]
# It moves up. Defects are rare, good parts common: if the false alarm costs more than half of the missed defect, only
# very clear cases are worth rejecting. The figures stand above under “measured”. The model itself has not changed.

# %% [markdown] id="threshold-solution" lang="einfach" tags=["solution"]
# Sie wandert nach oben. Fehler sind selten. Gute Teile sind häufig. Ein falscher Alarm ist jetzt teuer. Darum wird
# nur
# noch wenig aussortiert. Die Zahlen stehen oben. Das Modell ist dabei gleich geblieben.

# %% [markdown] id="threshold-hint" lang="de" tags=["trainer"]
# Fragen Sie zuerst nach den Preisen im eigenen Betrieb, bevor jemand einen Regler bewegt. Oft
# weiß niemand, was ein übersehener Fehler kostet. Das ist das eigentliche Ergebnis dieser Runde.

# %% [markdown] id="threshold-hint" lang="en" tags=["trainer"]
# First ask for the prices in people's own company, before anybody moves a slider. Often nobody
# can say what a missed defect costs. That is the true result of this round.

# %% [markdown] id="threshold-hint" lang="einfach" tags=["trainer"]
# Fragen Sie zuerst: Was kostet ein Fehler in Ihrem Betrieb? Lassen Sie die Regler noch stehen.
# Oft kennt niemand die Kosten. Das ist das wichtigste Ergebnis dieser Runde.

# %% [markdown] id="look-text" lang="de"
# ## Welche Stelle im Bild zählt?
#
# Eine hohe Trefferquote sagt nicht, woran sie liegt. Die Wärmekarte hilft nachzusehen. Vermuten Sie zuerst, was
# passiert, wenn alle fehlerhaften Teile auf einer blauen Matte gelernt wurden.

# %% [markdown] id="look-text" lang="en"
# ## Which place in the picture counts?
#
# A high hit rate does not tell what it rests on. The heat map helps to check. First predict what happens when all
# defective parts were learned on a blue mat.

# %% [markdown] id="look-text" lang="einfach"
# ## Welche Stelle im Bild ist wichtig?
#
# Eine gute Trefferquote sagt nicht alles. Warum ist sie gut? Die Karte zeigt es. Beim Lernen lagen alle Fehler auf
# einer blauen Matte. Was passiert dann? Vermuten Sie zuerst.

# %% id="look"
# de: Versuch 4: Welche Stelle im Bild zählt?
# en: Experiment 4: which place in the picture counts?
# einfach: Versuch 4: Welche Stelle im Bild ist wichtig?
quality.start(step="look", lang=LANG)

# %% id="look-facts" tags=["nbval-check-output"]
# de: Gemessen, nicht behauptet
# en: Measured, not claimed
# einfach: Das haben wir gemessen
quality.facts("look", lang=LANG)

# %% [markdown] id="look-why" lang="de" tags=["why"]
# **Was ist passiert?** Die Matte verriet beim Lernen die Antwort. Das Modell hat die einfachste Spur genommen. Im
# Test
# mit denselben Matten fiel das nicht auf.

# %% [markdown] id="look-why" lang="en" tags=["why"]
# **What happened?** During training the mat gave the answer away. The model took the easiest trace. In the test with
# the same mats this did not show.

# %% [markdown] id="look-why" lang="einfach" tags=["why"]
# **Was ist passiert?** Die Matte hat die Antwort verraten. Das Modell hat die leichteste Spur genommen. Im Test lagen
# die gleichen Matten. Darum hat es niemand bemerkt.

# %% [markdown] id="yours" lang="de"
# ## Und bei Ihnen?
#
# - Welche Teile prüfen bei Ihnen Menschen mit den Augen?
# - Was kostet dort ein übersehener Fehler, was ein Fehlalarm? Wer kennt diese Zahlen?
# - Welche „Matte“ könnte in Ihren Bildern stecken: Uhrzeit, Maschine, Hintergrund?
# - Wer ist verantwortlich, wenn das Modell falsch sortiert?

# %% [markdown] id="yours" lang="en"
# ## And in your company?
#
# - Which parts do people check by eye in your company?
# - What does a missed defect cost there, what a false alarm? Who has these figures?
# - Which “mat” could be in your pictures: time of day, machine, background?
# - Who is responsible when the model sorts wrongly?

# %% [markdown] id="yours" lang="einfach"
# ## Und bei Ihnen?
#
# - Welche Teile prüfen Menschen bei Ihnen mit den Augen?
# - Was kostet ein übersehener Fehler? Was kostet ein falscher Alarm? Wer kennt die Zahlen?
# - Welche „Matte“ gibt es in Ihren Bildern? Vielleicht die Uhrzeit, die Maschine oder den Hintergrund?
# - Wer ist verantwortlich für Fehler vom Modell?

# %% [markdown] id="points" lang="de"
# ## Drei Dinge zum Mitnehmen
#
# 1. Das Modell rechnet aus Beispielen. Wie gut es wird, hängt an deren Zahl und Beschriftung.
# 2. Die Schwelle ist eine Entscheidung von Menschen über Kosten, keine Eigenschaft des Modells.
# 3. Eine schöne Trefferquote kann an der falschen Spur hängen. Nachsehen lohnt sich.

# %% [markdown] id="points" lang="en"
# ## Three things to take away
#
# 1. The model computes from examples. How good it gets depends on their number and labels.
# 2. The threshold is people's decision about cost, not a property of the model.
# 3. A fine hit rate can hang on the wrong trace. Checking is worth it.

# %% [markdown] id="points" lang="einfach"
# ## Drei wichtige Punkte
#
# 1. Das Modell lernt aus Beispielen. Viele gute Beispiele machen es besser.
# 2. Menschen legen die Grenze fest. Dabei geht es um Kosten.
# 3. Eine gute Trefferquote kann einen falschen Grund haben. Sehen Sie immer nach.

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
quality.start(step="quiz", lang=LANG)
