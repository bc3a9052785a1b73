# ---
# kit:
#   id: 02c-recommender-limits
#   minutes: 30
#   tile: recommender
#   title:
#     de: "Werbung, verborgene Merkmale und Ihre eigenen Daten"
#     en: "Advertising, hidden traits and your own data"
#     einfach: "Werbung und eigene Daten"
#   summary:
#     de: "Sie suchen bezahlte Plätze, erraten Privates aus Einkäufen und prüfen eine eigene Tabelle."
#     en: "You look for paid places, guess private details from purchases and check your own table."
#     einfach: "Sie suchen Werbung. Sie erraten Privates aus Käufen. Sie prüfen Ihre eigene Tabelle."
#   goals:
#     de:
#       - "begründen, warum bezahlte Plätze gekennzeichnet sein müssen"
#       - "erklären, was sich aus Einkäufen über Menschen ableiten lässt und wie oft das falsch ist"
#       - "beurteilen, ob die eigenen Kaufdaten für Empfehlungen reichen"
#     en:
#       - "explain why paid places have to be labelled"
#       - "explain what can be inferred about people from purchases, and how often that is wrong"
#       - "judge whether your own purchase data are enough for recommendations"
#     einfach:
#       - "sagen, warum Werbung einen Hinweis braucht"
#       - "sagen, was Käufe über Menschen verraten und wie oft das falsch ist"
#       - "prüfen, ob die eigenen Daten reichen"
# ---

# %% [markdown] id="question" lang="de"
# # Wem dient die Liste?
#
# Ein Hersteller bietet Musterwerk Geld, wenn seine Artikel in den Empfehlungen stehen. Das Marketing möchte wissen,
# welche Haushalte gerade ein Baby bekommen haben. Und der Vertrieb fragt, ob die eigenen Verkaufsdaten für all das
# überhaupt reichen. Die Frage an Sie: Was davon ist in Ordnung, und was würden Sie vorher messen?

# %% [markdown] id="question" lang="en"
# # Whom does the list serve?
#
# A manufacturer offers Musterwerk money if its articles appear among the recommendations. Marketing would like to
# learn which households have just had a baby. And sales asks whether its own data are enough for all this. The
# question for you: what of this is acceptable, and what would you measure first?

# %% [markdown] id="question" lang="einfach"
# # Wem hilft die Liste?
#
# Ein Hersteller will Geld bezahlen. Dafür sollen seine Artikel in der Liste stehen. Die Abteilung für Werbung fragt:
# In welchem Haushalt gibt es ein neues Baby? Der Vertrieb fragt: Reichen unsere Daten überhaupt? Was davon ist in
# Ordnung? Was messen Sie zuerst?

# %% [markdown] id="label-text" lang="de"
# ## Bezahlte Plätze
#
# Drei von zehn Plätzen sind verkauft. Finden Sie heraus, welche. Danach sehen Sie eine Liste mit Kennzeichnung und
# rechnen aus, was verkaufte Plätze bringen und was sie kosten.

# %% [markdown] id="label-text" lang="en"
# ## Paid places
#
# Three of ten places are sold. Find out which. Then you see a list with labels and work out what sold places bring in
# and what they cost.

# %% [markdown] id="label-text" lang="einfach"
# ## Bezahlte Plätze
#
# Drei von zehn Plätzen sind verkauft. Welche Plätze sind das? Dann sehen Sie eine Liste mit Hinweis. Am Ende rechnen
# Sie: Was bringen verkaufte Plätze? Was kosten sie?

# %% id="label"
# de: Versuch 7: bezahlte Plätze
# en: Experiment 7: paid places
# einfach: Versuch 7: verkaufte Plätze
from kitlib import recommender
recommender.start(step="label", lang=LANG)

# %% id="label-facts" tags=["nbval-check-output"]
# de: Gemessen, nicht behauptet
# en: Measured, not claimed
# einfach: Das haben wir gemessen
recommender.facts("label", lang=LANG)

# %% [markdown] id="label-law" lang="de"
# **Was gilt?** Werbung muss als Werbung zu erkennen sein. In Deutschland steht das im Gesetz gegen den unlauteren
# Wettbewerb (§ 5a Abs. 4 UWG). Stand: 21. November 2026, keine Rechtsberatung. Ob eine Kennzeichnung reicht, klären
# Sie mit fachlicher Hilfe.

# %% [markdown] id="label-law" lang="en"
# **What applies?** Advertising must be recognisable as advertising. In Germany this is in the act against unfair
# competition (§ 5a (4) UWG). As of 21 November 2026, not legal advice. Whether a label is enough is for you to
# clarify with professional help.

# %% [markdown] id="label-law" lang="einfach"
# **Was gilt?** Man muss Werbung als Werbung erkennen können. Das steht im Gesetz gegen den unlauteren Wettbewerb (§
# 5a Absatz 4 UWG). Stand: 21. November 2026. Dieser Text ist keine Rechtsberatung. Fragen Sie eine Fachperson: Reicht
# unser Hinweis?

# %% [markdown] id="trait-text" lang="de"
# ## Was verrät der Einkauf?
#
# In manchen Haushalten ist ein Baby angekommen. Niemand hat es dem Shop gesagt. Raten Sie zuerst selbst anhand der
# Einkäufe. Dann rechnet ein Modell. Danach löschen Sie Käufe und prüfen, was sich dann noch ableiten lässt.

# %% [markdown] id="trait-text" lang="en"
# ## What do purchases reveal?
#
# In some households a baby has arrived. Nobody told the shop. First make your own guess from the purchases. Then a
# model computes. After that, delete purchases and check what, if anything, can still be inferred.

# %% [markdown] id="trait-text" lang="einfach"
# ## Was verrät der Einkauf?
#
# In manchen Haushalten gibt es jetzt ein Baby. Niemand hat es dem Shop gesagt. Raten Sie zuerst selbst. Dann rechnet
# ein Modell. Danach löschen Sie Käufe. Was kann man dann noch ausrechnen?

# %% id="trait"
# de: Versuch 8: was der Einkauf verrät
# en: Experiment 8: what purchases reveal
# einfach: Versuch 8: Spuren im Einkauf
recommender.start(step="trait", lang=LANG)

# %% id="trait-facts" tags=["nbval-check-output"]
# de: Gemessen, nicht behauptet
# en: Measured, not claimed
# einfach: Das haben wir gemessen
recommender.facts("trait", lang=LANG)

# %% [markdown] id="trait-why" lang="de" tags=["why"]
# **Was ist da passiert?** Niemand hat „Baby“ eingegeben, und doch lässt es sich schätzen. Löscht man die
# verräterischen Artikel, steckt die Spur noch in der Mischung. Erst wenn auch die nächsten fehlen, wird sie deutlich
# schwächer.
#
# **Und die Grenze?** Unter den Markierten sind Haushalte ohne Baby, und viele mit Baby werden nicht markiert. Wie
# stark die Spuren sind, haben wir in diesem Shop festgelegt. Auch abgeleitete Angaben über Menschen sind
# personenbezogene Daten (Stand 21. November 2026, keine Rechtsberatung).

# %% [markdown] id="trait-why" lang="en" tags=["why"]
# **What happened there?** Nobody entered “baby”, and yet it can be estimated. If the tell-tale articles are deleted,
# the trace is still in the mix. Only when the next ones are missing too does it become much weaker.
#
# **And the limit?** Among those marked are households without a baby, and many with a baby are not marked. How strong
# the traces are was set by us in this shop. Inferred statements about people are personal data, too (as of 21
# November 2026, not legal advice).

# %% [markdown] id="trait-why" lang="einfach" tags=["why"]
# **Was ist da passiert?** Niemand hat „Baby“ eingetippt. Trotzdem kann man es schätzen. Man löscht typische
# Baby-Artikel. Die Spur ist dann noch da. Man löscht noch mehr Artikel. Erst dann wird die Spur viel schwächer.
#
# **Und die Grenze?** Das Modell markiert auch Haushalte ohne Baby. Viele Haushalte mit Baby markiert es nicht. Die
# Stärke der Spuren haben wir selbst festgelegt. Auch geschätzte Angaben sind persönliche Daten (am 21. November 2026,
# keine Rechtsberatung).

# %% [markdown] id="trait-hint" lang="de" tags=["trainer"]
# Fragen Sie vor dem Löschen: „Welche drei Artikel würden Sie verstecken?“ Danach an alle: „Was könnte man aus unseren
# Daten über Beschäftigte ableiten, ohne dass es jemand aufgeschrieben hat?“ Keine Beispiele aus dem Privatleben
# verlangen.

# %% [markdown] id="trait-hint" lang="en" tags=["trainer"]
# Before deleting ask: “Which three articles would you hide?” Then ask everybody: “What could be inferred about staff
# from our data although nobody wrote it down?” Do not ask for examples from private life.

# %% [markdown] id="trait-hint" lang="einfach" tags=["trainer"]
# Fragen Sie vor dem Löschen: Welche drei Artikel würden Sie verstecken? Fragen Sie dann: Was verraten unsere Daten
# über Beschäftigte? Fragen Sie nicht nach dem Privatleben.

# %% [markdown] id="own-text" lang="de"
# ## Ihre eigene Tabelle
#
# Nehmen Sie eine Liste von Käufen aus Ihrem Betrieb: eine Spalte für die Kundschaft, eine für die Artikel, gern mit
# Datum. Excel und CSV sind möglich. Namen werden beim Laden durch Nummern ersetzt. Wer nichts dabeihat, nimmt die
# Übungstabelle.

# %% [markdown] id="own-text" lang="en"
# ## Your own table
#
# Take a list of purchases from your company: one column for the customers, one for the articles, preferably with a
# date. Excel and CSV both work. Names are replaced by codes on loading. If you have nothing with you, take the
# practice table.

# %% [markdown] id="own-text" lang="einfach"
# ## Ihre eigene Tabelle
#
# Nehmen Sie eine Liste mit Käufen aus Ihrer Firma. Eine Spalte sagt: Wer hat gekauft? Eine Spalte sagt: Was wurde
# gekauft? Ein Datum hilft. Excel und CSV gehen. Aus Namen werden beim Laden Nummern. Sie haben keine Liste? Nehmen
# Sie die Übungstabelle.

# %% id="own"
# de: Versuch 9: eigene Tabelle
# en: Experiment 9: your own table
# einfach: Versuch 9: Ihre eigene Tabelle
recommender.start(step="own", lang=LANG)

# %% [markdown] id="own-note" lang="de"
# **Nummern statt Namen** heißt Pseudonymisieren. Anonym ist das nicht: Wer die Einkäufe einer Person kennt, findet
# sie in der Tabelle wieder. Darum gelten auch solche Daten meist als personenbezogen (Stand 21. November 2026, keine
# Rechtsberatung). Hier bleibt die Tabelle im Arbeitsspeicher dieses Rechners und verschwindet mit „Von vorn
# beginnen“.

# %% [markdown] id="own-note" lang="en"
# **Codes instead of names** is called pseudonymising. It is not anonymous: anybody who knows a person's purchases
# can find that person again in the table. That is why such data usually count as personal data, too (as of 21
# November 2026, not legal advice). Here the table stays in the memory of this computer and vanishes with “Start
# over”.

# %% [markdown] id="own-note" lang="einfach"
# **Nummern statt Namen** heißt pseudonym. Anonym ist das nicht. Jemand kennt vielleicht Ihre Käufe. Dann kann er Sie
# in der Tabelle finden. Auch solche Daten sind meist persönliche Daten (am 21. November 2026, keine Rechtsberatung).
# Die Tabelle bleibt auf diesem Computer. „Neu anfangen“ löscht die Tabelle.

# %% [markdown] id="yours" lang="de"
# ## Und bei Ihnen?
#
# - Woran würde Ihre Kundschaft erkennen, dass ein Platz bezahlt ist?
# - Welche Daten in Ihrem Betrieb verraten mehr, als in den Spalten steht?
# - Wer im Betrieb müsste zustimmen, bevor jemand solche Merkmale ableitet: Datenschutz, Betriebsrat,
#   Geschäftsführung?

# %% [markdown] id="yours" lang="en"
# ## And in your company?
#
# - How would your customers be able to tell that a place is paid for?
# - Which data in your company reveal more than the columns say?
# - Who in the company would have to agree before somebody infers such traits: data protection, works council,
#   management?

# %% [markdown] id="yours" lang="einfach"
# ## Und bei Ihnen?
#
# - Ein Platz ist bezahlt. Woran merken das Ihre Kundinnen und Kunden?
# - Welche Daten in Ihrer Firma verraten mehr als gedacht?
# - Jemand will so etwas ausrechnen. Wer muss vorher zustimmen? Vielleicht der Datenschutz, der Betriebsrat oder die
#   Leitung?

# %% [markdown] id="points" lang="de"
# ## Drei Dinge zum Mitnehmen
#
# 1. Ein verkaufter Platz, der nicht gekennzeichnet ist, fällt kaum auf. Darum gehört eine Kennzeichnung dazu.
# 2. Kaufdaten verraten mehr, als in den Spalten steht. Schätzungen daraus übersehen viele und treffen manche zu
#    Unrecht.
# 3. Ob die eigenen Daten reichen, zeigt der Vergleich mit der Bestsellerliste, nicht die Menge der Zeilen.

# %% [markdown] id="points" lang="en"
# ## Three things to take away
#
# 1. A sold place without a label hardly stands out. That is why a label belongs there.
# 2. Purchase data reveal more than the columns say. Estimates from them miss many and hit some people wrongly.
# 3. Whether your own data are enough is shown by the comparison with the bestseller list, not by the number of rows.

# %% [markdown] id="points" lang="einfach"
# ## Drei wichtige Punkte
#
# 1. Werbung ohne Hinweis fällt kaum auf. Darum braucht Werbung einen Hinweis.
# 2. Käufe verraten viel. Das Modell übersieht aber viele. Manche markiert es zu Unrecht.
# 3. Reichen Ihre Daten? Vergleichen Sie mit der Liste der Bestseller. Viele Zeilen allein reichen nicht.

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
recommender.start(step="quiz_limits", lang=LANG)
