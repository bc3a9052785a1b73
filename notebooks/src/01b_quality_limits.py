# ---
# kit:
#   id: 01b-quality-limits
#   minutes: 30
#   tile: quality
#   title:
#     de: "Teile prüfen mit Bildern: wo die Grenzen liegen"
#     en: "Checking parts with pictures: where the limits are"
#     einfach: "Teile prüfen: Wo das Modell Fehler macht"
#   summary:
#     de: "Sie verändern die Halle, entlarven eine geschönte Prüfung und probieren eigene Bilder."
#     en: "You change the shop floor, expose a flattering test and try your own pictures."
#     einfach: "Sie ändern Licht und Kamera. Sie finden einen zu guten Test. Sie nehmen eigene Bilder."
#   goals:
#     de:
#       - "prüfen, was ein Modell bei neuem Licht oder neuen Fehlern noch taugt"
#       - "angegebene Sicherheit und Trefferquote auseinanderhalten"
#       - "nachfragen, ob eine Trefferquote ehrlich gemessen ist"
#       - "einschätzen, wie weit wenige eigene Bilder tragen"
#     en:
#       - "check what a model is still worth under new light or with new defects"
#       - "keep stated confidence and hit rate apart"
#       - "ask whether a hit rate was measured honestly"
#       - "judge how far a few pictures of your own carry"
#     einfach:
#       - "prüfen, was bei neuem Licht passiert"
#       - "angegebene Sicherheit und Treffer unterscheiden"
#       - "fragen, ob ein Test ehrlich ist"
#       - "sagen, ob wenige eigene Bilder reichen"
# ---

# %% [markdown] id="question" lang="de"
# # Gestern ging es noch
#
# Bei Musterwerk läuft die Kamera seit drei Wochen gut. Am Montag ist eine Lampe defekt, am Dienstag kommt ein neues
# Produkt auf das Band, am Mittwoch reißen Teile, was vorher nie vorkam. Die Frage an Sie: Wann darf man sich auf das
# Modell noch verlassen, und woran merkt man, dass es nicht mehr geht?

# %% [markdown] id="question" lang="en"
# # It worked yesterday
#
# At Musterwerk the camera has worked well for three weeks. On Monday a lamp fails, on Tuesday a new product comes
# onto the belt, on Wednesday parts crack, which never happened before. The question to you: when can one still rely
# on the model, and how does one notice that it no longer works?

# %% [markdown] id="question" lang="einfach"
# # Gestern ging es noch
#
# Bei Musterwerk läuft die Kamera seit drei Wochen gut. Am Montag geht eine Lampe kaputt. Am Dienstag kommt ein neues
# Teil auf das Band. Am Mittwoch haben Teile einen Riss. Das gab es vorher nie. Kann man dem Ergebnis noch trauen?
# Woran merkt man Probleme?

# %% [markdown] id="shift-text" lang="de"
# ## Wenn sich die Halle ändert
#
# Vermuten Sie zuerst, dann messen Sie. Achten Sie auf drei Zahlen: Wie viel ist **richtig**? Trennt das Modell gute
# und
# fehlerhafte Teile überhaupt noch (**Trennschärfe**, AUROC)? Und welche **Sicherheit** gibt es an? Danach reparieren
# Sie: mit
# einer neuen Schwelle oder mit neuen Bildern.

# %% [markdown] id="shift-text" lang="en"
# ## When the shop floor changes
#
# Predict first, then measure. Watch three figures: how much is **correct**? Does the model still separate good and
# defective parts at all (**separation**, AUROC)? And which **confidence** does it state? After that repair it: with
# a new
# threshold or with new pictures.

# %% [markdown] id="shift-text" lang="einfach"
# ## Wenn sich in der Halle etwas ändert
#
# Vermuten Sie zuerst. Messen Sie dann. Es gibt drei wichtige Zahlen. Wie viel ist **richtig**? Trennt das Modell
# gute Teile
# und Fehler (**Trennung**)? Welche **Sicherheit** gibt es an? Danach reparieren Sie. Nehmen Sie eine neue Grenze
# oder neue
# Bilder.

# %% id="shift"
# de: Versuch 5: die Halle ändert sich
# en: Experiment 5: the shop floor changes
# einfach: Versuch 5: In der Halle ändert sich etwas
from kitlib import quality
quality.start(step="shift", lang=LANG)

# %% id="shift-facts" tags=["nbval-check-output"]
# de: Gemessen, nicht behauptet
# en: Measured, not claimed
# einfach: Das haben wir gemessen
quality.facts("shift", lang=LANG)

# %% [markdown] id="shift-why" lang="de" tags=["why"]
# **Die Faustregel:** Ist die Trennschärfe hoch und die Trefferquote niedrig, verschieben Sie die Schwelle. Ist auch
# die
# Trennschärfe niedrig, nehmen Sie neue Bilder auf.
#
# Die angegebene Sicherheit hilft dabei nicht: Sie ist für Bilder wie beim Lernen geeicht. Die Warnung „so etwas kam
# nicht vor“ fängt vieles ab, aber nicht alles. Vergleichen Sie die Zeile mit dem Riss.

# %% [markdown] id="shift-why" lang="en" tags=["why"]
# **The rule of thumb:** If separation is high and the hit rate low, move the threshold. If separation is low as well,
# take new pictures.
#
# The stated confidence does not help here: it is calibrated for pictures like those learned. The warning “no such
# thing so far”
# catches a lot, but not everything. Compare the line with the crack.

# %% [markdown] id="shift-why" lang="einfach" tags=["why"]
# **Die Regel:** Die Trennung ist gut, aber die Trefferquote ist schlecht? Verschieben Sie die Grenze. Auch die
# Trennung ist
# schlecht? Machen Sie neue Bilder.
#
# Die angegebene Sicherheit hilft hier nicht. Sie passt nur zu Bildern wie beim Lernen. Die Warnung „Das ist neu“
# findet
# viel. Sie findet nicht alles. Vergleichen Sie die Zeile mit dem Riss.

# %% [markdown] id="shift-hint" lang="de" tags=["trainer"]
# Lassen Sie Gruppen verschiedene Änderungen messen und die Zeilen an der Tafel sammeln. Die
# Frage „Wer merkt das bei Ihnen zuerst?“ führt zu Zuständigkeiten.

# %% [markdown] id="shift-hint" lang="en" tags=["trainer"]
# Let groups measure different changes and collect the lines on the board. The question “Who would
# notice first in your company?” leads to responsibilities.

# %% [markdown] id="shift-hint" lang="einfach" tags=["trainer"]
# Jede Gruppe misst eine andere Änderung. Sammeln Sie die Zahlen an der Tafel. Fragen Sie: Wer
# merkt das bei Ihnen zuerst? So kommen Sie zu den Zuständigkeiten.

# %% [markdown] id="flatter-text" lang="de"
# ## Die geschönte Prüfung
#
# Ein Anbieter zeigt Musterwerk eine hohe Trefferquote. Geprüft hat er mit Bildern, von denen viele dasselbe Teil
# zeigen. Finden Sie heraus, was seine Zahl wert ist.

# %% [markdown] id="flatter-text" lang="en"
# ## The flattering test
#
# A vendor shows Musterwerk a high hit rate. It was tested with pictures many of which show the same part. Find out
# what the figure is worth.

# %% [markdown] id="flatter-text" lang="einfach"
# ## Der zu gute Test
#
# Eine Firma zeigt Musterwerk eine hohe Trefferquote. Im Test waren viele Bilder vom gleichen Teil. Ist die Zahl
# ehrlich?
# Finden Sie es heraus.

# %% id="flatter"
# de: Versuch 6: die geschönte Prüfung
# en: Experiment 6: the flattering test
# einfach: Versuch 6: der zu gute Test
quality.start(step="flatter", lang=LANG)

# %% id="flatter-facts" tags=["nbval-check-output"]
# de: Gemessen, nicht behauptet
# en: Measured, not claimed
# einfach: Das haben wir gemessen
quality.facts("flatter", lang=LANG)

# %% [markdown] id="flatter-task" lang="de"
# **Aufgabe:** Schreiben Sie eine Frage auf, die Sie dem Anbieter stellen, bevor Sie über seine Trefferquote sprechen.

# %% [markdown] id="flatter-task" lang="en"
# **Task:** Write down one question that you ask the vendor before you talk about the hit rate.

# %% [markdown] id="flatter-task" lang="einfach"
# **Aufgabe:** Was fragen Sie die Firma zuerst? Schreiben Sie eine Frage auf.

# %% [markdown] id="flatter-solution" lang="de" tags=["solution"]
# Zum Beispiel: „Waren Bilder desselben Teils, desselben Tages oder derselben Maschine beim Lernen und beim Prüfen
# dabei?“
# Oder: „Dürfen wir mit unseren eigenen, neuen Teilen prüfen?“

# %% [markdown] id="flatter-solution" lang="en" tags=["solution"]
# For example: “Were pictures of the same part, the same day or the same machine used for training and for testing?”
# Or: “May we test with new parts of our own?”

# %% [markdown] id="flatter-solution" lang="einfach" tags=["solution"]
# Zum Beispiel: „War ein Teil beim Lernen und beim Test dabei? Waren es Bilder vom gleichen Tag oder von der gleichen
# Maschine?“
# Oder: „Dürfen wir mit unseren eigenen neuen Teilen prüfen?“

# %% [markdown] id="own-text" lang="de"
# ## Ihre eigenen Bilder
#
# Jetzt mit Ihren Fotos. Nehmen Sie etwas ohne Menschen und ohne Geheimnisse: Schrauben und Muttern, Tassen und
# Gläser. Am Handy öffnet der Knopf die Kamera. Wer nichts zur Hand hat, nimmt die Übungsbilder.

# %% [markdown] id="own-text" lang="en"
# ## Your own pictures
#
# Now with your photos. Take something without people and without secrets: screws and nuts, cups and glasses. On a
# phone the button opens the camera. If you have nothing at hand, take the practice pictures.

# %% [markdown] id="own-text" lang="einfach"
# ## Ihre eigenen Bilder
#
# Jetzt nehmen Sie eigene Fotos. Zeigen Sie keine Menschen und keine Geheimnisse. Nehmen Sie zum Beispiel Tassen und
# Gläser. Am Handy öffnet der Knopf die Kamera. Sie haben keine Fotos? Nehmen Sie die Übungsbilder.

# %% id="own"
# de: Versuch 7: eigene Bilder
# en: Experiment 7: your own pictures
# einfach: Versuch 7: Ihre eigenen Bilder
quality.start(step="own", lang=LANG)

# %% [markdown] id="yours" lang="de"
# ## Und bei Ihnen?
#
# - Was ändert sich in Ihrer Halle im Lauf eines Jahres: Licht, Lieferant, Werkzeug, Produkt?
# - Wer würde merken, dass das Modell nicht mehr taugt? Nach wie vielen Teilen?
# - Wer darf die Anlage anhalten, und was geschieht dann mit den Teilen?

# %% [markdown] id="yours" lang="en"
# ## And in your company?
#
# - What changes on your shop floor in the course of a year: light, supplier, tools, product?
# - Who would notice that the model is no longer any good? After how many parts?
# - Who may stop the line, and what happens to the parts then?

# %% [markdown] id="yours" lang="einfach"
# ## Und bei Ihnen?
#
# - Was ändert sich bei Ihnen in einem Jahr? Vielleicht das Licht, das Werkzeug oder das Produkt?
# - Wer merkt, dass das Modell nicht mehr passt? Nach wie vielen Teilen?
# - Wer darf die Maschine anhalten? Was passiert dann mit den Teilen?

# %% [markdown] id="points" lang="de"
# ## Drei Dinge zum Mitnehmen
#
# 1. Ein Modell gilt für Bilder wie beim Lernen. Ändert sich die Halle, muss neu gemessen werden.
# 2. Angegebene Sicherheit ist keine Trefferquote. Sicher und falsch geht zusammen.
# 3. Eine Trefferquote ist so viel wert wie ihre Prüfung: neue Teile, neue Tage, eigene Daten.

# %% [markdown] id="points" lang="en"
# ## Three things to take away
#
# 1. A model holds for pictures like those learned. If the shop floor changes, it must be measured again.
# 2. Stated confidence is not a hit rate. Sure and wrong go together.
# 3. A hit rate is worth as much as its test: new parts, new days, own data.

# %% [markdown] id="points" lang="einfach"
# ## Drei wichtige Punkte
#
# 1. Ein Modell passt zu Bildern wie beim Lernen. In der Halle ändert sich etwas? Dann messen Sie neu.
# 2. Angegebene Sicherheit ist keine Trefferquote. Ein Ergebnis kann sicher klingen und falsch sein.
# 3. Ein guter Test nimmt neue Teile, neue Tage und eigene Daten.

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
quality.start(step="quiz_limits", lang=LANG)
