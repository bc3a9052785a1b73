# ---
# kit:
#   id: 02b-recommender-effects
#   minutes: 30
#   tile: recommender
#   title:
#     de: "Was Empfehlungen bewirken: Bestseller, Blase, Betrug"
#     en: "What recommendations do: bestsellers, bubbles, fraud"
#     einfach: "Was Empfehlungen verändern"
#   summary:
#     de: "Sie drehen an der Mischung, messen zwanzig Runden lang die Vielfalt und fälschen Käufe."
#     en: "You adjust the mix, measure variety over twenty rounds and fake purchases."
#     einfach: "Sie ändern die Liste. Sie messen zwanzig Runden lang. Sie fälschen Käufe und suchen falsche Konten."
#   goals:
#     de:
#       - "benennen, wer von einer Empfehlungsliste nichts hat"
#       - "eine Behauptung über Filterblasen an Zahlen prüfen"
#       - "erklären, wie gefälschte Konten wirken und was eine Erkennung kostet"
#     en:
#       - "say who gets nothing out of a recommendation list"
#       - "check a claim about filter bubbles against figures"
#       - "explain how fake accounts work and what detection costs"
#     einfach:
#       - "sagen, wem eine Empfehlung nicht hilft"
#       - "eine Behauptung mit Zahlen prüfen"
#       - "sagen, was falsche Konten bewirken und was die Suche kostet"
# ---

# %% [markdown] id="question" lang="de"
# # Was macht die Liste mit dem Shop?
#
# Die Empfehlungen laufen seit einem Jahr. Der Einkauf klagt: „Es verkauft sich immer dasselbe.“ Im Betriebsrat fällt
# das Wort Filterblase, also der Verdacht: Alle sehen nur noch eine kleine Auswahl. Und ein Lieferant steht plötzlich
# überall oben. Die Frage an Sie: Was davon lässt sich messen, und was kann man einstellen?

# %% [markdown] id="question" lang="en"
# # What does the list do to the shop?
#
# Recommendations have been running for a year. The purchasing department complains: “It is always the same things
# that sell.” In the works council the term filter bubble comes up, that is, the suspicion: everybody sees only a
# small selection. And one supplier is suddenly at the top everywhere. The question for you: what of this can be
# measured, and what can be adjusted?

# %% [markdown] id="question" lang="einfach"
# # Was macht die Liste mit dem Shop?
#
# Der Shop zeigt seit einem Jahr Empfehlungen. Der Einkauf sagt: „Wir verkaufen immer das Gleiche.“ Der Betriebsrat
# fragt nach der Filterblase. Das ist ein Verdacht: Menschen sehen nur noch eine kleine Auswahl. Ein Lieferant steht
# plötzlich überall oben. Was davon kann man messen? Was kann man ändern?

# %% [markdown] id="popular-text" lang="de"
# ## Das Beliebte wird beliebter
#
# Der Shop hat 400 Artikel, eine Liste hat zehn Plätze. Vermuten Sie, wie viele Artikel überhaupt auf einer Liste
# vorkommen. Danach drehen Sie zwischen selten und beliebt und sehen, was das an Treffern kostet.

# %% [markdown] id="popular-text" lang="en"
# ## The popular get more popular
#
# The shop has 400 articles, a list has ten places. Predict how many articles appear on any list at all. Then turn the
# dial between rare and popular and see what it costs in hits.

# %% [markdown] id="popular-text" lang="einfach"
# ## Beliebte Artikel werden noch beliebter
#
# Der Shop hat 400 Artikel. Eine Liste hat zehn Plätze. Vermuten Sie: Wie viele Artikel stehen überhaupt auf einer
# Liste? Dann ändern Sie die Mischung. Wie viele Treffer kostet das?

# %% id="popular"
# de: Versuch 4: selten oder beliebt
# en: Experiment 4: rare or popular
# einfach: Versuch 4: selten oder oft gekauft
from kitlib import recommender
recommender.start(step="popular", lang=LANG)

# %% id="popular-facts" tags=["nbval-check-output"]
# de: Gemessen, nicht behauptet
# en: Measured, not claimed
# einfach: Das haben wir gemessen
recommender.facts("popular", lang=LANG)

# %% [markdown] id="popular-why" lang="de" tags=["why"]
# **Was ist da passiert?** Eine Bestsellerliste zeigt allen dasselbe. Das Modell zeigt mehr, stützt sich aber auch auf
# gezählte Käufe: Was selten gekauft wird, kommt kaum vor, selbst bei denen, die es kaufen. Am Regler gibt es kein
# „richtig“. Er verschiebt, wem die Liste dient. Das entscheiden Menschen.
#
# **Anders als oft gesagt:** Personen mit ungewöhnlichem Geschmack bekamen hier nicht weniger Treffer. Von ihnen sind
# allerdings mehr Käufe bekannt, und das hilft dem Modell.

# %% [markdown] id="popular-why" lang="en" tags=["why"]
# **What happened there?** A bestseller list shows everybody the same. The model shows more, but it too rests on
# counted purchases: what is rarely bought hardly appears, even for those who buy it. There is no “right” on the dial.
# It shifts whom the list serves. People decide that.
#
# **Contrary to what is often said:** People with unusual tastes did not get fewer hits here. More of their purchases
# are on record, though, and that helps the model.

# %% [markdown] id="popular-why" lang="einfach" tags=["why"]
# **Was ist da passiert?** Die Liste der Bestseller zeigt allen das Gleiche. Das Modell zeigt mehr. Aber auch das
# Modell zählt nur Käufe. Seltene Artikel kommen kaum vor. Das gilt sogar für Personen, die sie kaufen. Es gibt keine
# richtige Einstellung. Menschen entscheiden, wem die Liste dient.
#
# **Viele sagen etwas anderes:** Manche Personen kaufen ungewöhnliche Dinge. Sie bekamen hier nicht weniger Treffer.
# Das Modell hat von ihnen aber auch mehr Käufe. Das hilft.

# %% [markdown] id="popular-task" lang="de"
# **Aufgabe:** Stellen Sie den Regler so ein, wie ihn der Einkauf, ein Lieferant von Nischenartikeln und eine Kundin
# haben möchten. Notieren Sie je einen Grund.

# %% [markdown] id="popular-task" lang="en"
# **Task:** Set the dial as the purchasing department, a supplier of niche articles and a customer would want it. Note
# one reason for each.

# %% [markdown] id="popular-task" lang="einfach"
# **Aufgabe:** Stellen Sie den Regler dreimal ein. Was will der Einkauf? Was will ein kleiner Lieferant? Was will eine
# Kundin? Schreiben Sie für jede Einstellung einen Grund auf.

# %% [markdown] id="popular-solution" lang="de" tags=["solution"]
# Eine Möglichkeit: Der Einkauf will Treffer und bleibt nahe der Mitte. Der Lieferant will vorkommen und dreht ein
# Stück zu „selten“, aber nicht bis zum Anschlag: Dort gewinnt keine gemessene Gruppe Treffer. Die Kundin will
# Passendes und ab und zu Neues, also etwas links der Mitte. Alle drei haben gute Gründe. Darum gehört die Einstellung
# in ein Gespräch und nicht allein in die Technik.

# %% [markdown] id="popular-solution" lang="en" tags=["solution"]
# One possibility: the purchasing department wants hits and stays near the middle. The supplier wants to appear and
# turns some way towards “rare”, but not to the very end: there no measured group gains hits. The customer wants what
# suits her and something new now and then, so a little left of the middle. All three have good reasons. That is why
# the setting should be talked about and not left to technology alone.

# %% [markdown] id="popular-solution" lang="einfach" tags=["solution"]
# Zum Beispiel: Der Einkauf will viele Treffer. Er bleibt nah an der Mitte. Der kleine Lieferant will vorkommen. Er
# dreht ein Stück zu „selten“. Ganz am Ende bekommt keine Gruppe mehr Treffer. Die Kundin will passende Artikel.
# Manchmal will sie etwas Neues. Sie dreht ein wenig nach links. Alle drei haben gute Gründe. Sprechen Sie darüber.

# %% [markdown] id="bubble-text" lang="de"
# ## Die Blase, gemessen
#
# Empfehlen, kaufen, neu lernen: zwanzig Runden lang. Zum Vergleich laufen Gruppen mit, die andere Listen bekommen.
# Nur so sieht man, was an der Liste liegt und was ohnehin geschehen wäre.

# %% [markdown] id="bubble-text" lang="en"
# ## The bubble, measured
#
# Recommend, buy, learn again: for twenty rounds. Groups that get other lists run alongside for comparison. Only this
# shows what is due to the list and what would have happened anyway.

# %% [markdown] id="bubble-text" lang="einfach"
# ## Die Blase, gemessen
#
# Der Shop zeigt eine Liste. Die Personen kaufen. Das Modell lernt neu. Das geht zwanzig Runden so. Andere Gruppen
# bekommen andere Listen. So sieht man: Was kommt von der Liste? Was kommt von allein?

# %% id="bubble"
# de: Versuch 5: zwanzig Runden
# en: Experiment 5: twenty rounds
# einfach: Versuch 5: zwanzig Runden im Shop
recommender.start(step="bubble", lang=LANG)

# %% id="bubble-facts" tags=["nbval-check-output"]
# de: Gemessen, nicht behauptet
# en: Measured, not claimed
# einfach: Das haben wir gemessen
recommender.facts("bubble", lang=LANG)

# %% [markdown] id="bubble-why" lang="de" tags=["why"]
# **Was ist da passiert?** Die Vielfalt sank sofort, mit der ersten Liste, und nicht Runde für Runde. Zeigt das Modell
# nur Neues, wächst sie danach wieder. Darf es auch schon Gekauftes zeigen, bleibt sie niedrig. Zufällig besetzte
# Plätze brachten mehr Artikel auf die Listen, aber kaum mehr Vielfalt in die Einkäufe.
#
# **Und die Grenze?** Das sind erfundene Personen mit festem Geschmack. Ob echte Menschen ihren Geschmack nach der
# Liste richten, wurde hier nicht gemessen.

# %% [markdown] id="bubble-why" lang="en" tags=["why"]
# **What happened there?** Variety dropped at once, with the first list, and not round by round. If the model shows
# new things only, it grows again afterwards. If it may show what was bought before, it stays low. Places filled at
# random brought more articles onto the lists, but hardly more variety into purchases.
#
# **And the limit?** These are made-up people with fixed tastes. Whether real people shape their taste by the list was
# not measured here.

# %% [markdown] id="bubble-why" lang="einfach" tags=["why"]
# **Was ist da passiert?** Die Vielfalt sank sofort. Das geschah mit der ersten Liste. Sie sank nicht in jeder Runde
# weiter. Zeigt das Modell nur neue Artikel? Dann steigt sie wieder. Zeigt es auch schon gekaufte Artikel? Dann bleibt
# sie klein. Plätze mit Zufall brachten mehr Artikel auf die Listen. Gekauft wurden sie selten.
#
# **Und die Grenze?** Die Personen sind erfunden. Ihr Geschmack bleibt immer gleich. Bei echten Menschen kann das
# anders sein. Das haben wir nicht gemessen.

# %% [markdown] id="attack-text" lang="de"
# ## Jemand mogelt
#
# Ein Anbieter legt gefälschte Konten an, damit sein Artikel empfohlen wird. Vermuten Sie, wie viele er braucht.
# Danach wechseln Sie die Seite und suchen die Fälschungen.

# %% [markdown] id="attack-text" lang="en"
# ## Somebody cheats
#
# A vendor sets up fake accounts so that its article is recommended. Predict how many it takes. Then change sides and
# look for the fakes.

# %% [markdown] id="attack-text" lang="einfach"
# ## Jemand betrügt
#
# Ein Anbieter macht falsche Konten. So soll der Shop seinen Artikel zeigen. Vermuten Sie: Wie viele Konten braucht
# er? Dann suchen Sie die falschen Konten.

# %% id="attack"
# de: Versuch 6: jemand mogelt
# en: Experiment 6: somebody cheats
# einfach: Versuch 6: Betrug im Shop
recommender.start(step="attack", lang=LANG)

# %% id="attack-facts" tags=["nbval-check-output"]
# de: Gemessen, nicht behauptet
# en: Measured, not claimed
# einfach: Das haben wir gemessen
recommender.facts("attack", lang=LANG)

# %% [markdown] id="attack-why" lang="de" tags=["why"]
# **Was ist da passiert?** Plumpe Fälschungen bewirken fast nichts und fallen sofort auf. Gezielte brauchen Vorwissen,
# das öffentlich im Shop steht, und wirken bei manchen Artikeln schon mit wenigen Prozent der Konten. Sie sehen
# ehrlichen Einkäufen ähnlich: Wer alle finden will, verdächtigt auch Ehrliche.
#
# **Die Lehre:** Ein Verdacht ist ein Anlass zum Nachsehen, kein Urteil. Wie viele Verdächtige geprüft werden können,
# ist eine Frage von Zeit und Geld. Das entscheiden Menschen.

# %% [markdown] id="attack-why" lang="en" tags=["why"]
# **What happened there?** Clumsy fakes achieve almost nothing and stand out at once. Targeted ones need prior
# knowledge that is public in the shop, and for some articles work with just a few per cent of the accounts. They
# resemble honest purchases: whoever wants to find all of them suspects honest people too.
#
# **The lesson:** A suspicion is a reason to look, not a verdict. How many suspects can be checked is a question of
# time and money. People decide that.

# %% [markdown] id="attack-why" lang="einfach" tags=["why"]
# **Was ist da passiert?** Plumper Betrug bringt fast nichts. Man findet ihn sofort. Gezielter Betrug braucht Wissen
# über den Shop. Dieses Wissen steht offen im Shop. Bei manchen Artikeln reichen wenige falsche Konten. Sie sehen aus
# wie ehrliche Konten. Wer alle finden will, verdächtigt auch ehrliche Menschen.
#
# **Das lernen wir:** Ein Verdacht ist kein Urteil. Man muss nachsehen. Das kostet Zeit und Geld. Wie viel geprüft
# wird, entscheiden Menschen.

# %% [markdown] id="attack-hint" lang="de" tags=["trainer"]
# Zwei Gruppen: Die eine plant den Angriff, die andere stellt die Erkennung ein. Danach tauschen. Fragen Sie: „Wer
# prüft bei Ihnen einen Verdacht, bevor ein Konto gesperrt wird?“

# %% [markdown] id="attack-hint" lang="en" tags=["trainer"]
# Two groups: one plans the attack, the other sets the detection. Then swap. Ask: “Who in your company checks a
# suspicion before an account is blocked?”

# %% [markdown] id="attack-hint" lang="einfach" tags=["trainer"]
# Bilden Sie zwei Gruppen. Eine Gruppe plant den Betrug. Die andere Gruppe sucht ihn. Dann tauschen Sie. Fragen Sie:
# Wer prüft bei Ihnen einen Verdacht? Erst danach darf man ein Konto sperren.

# %% [markdown] id="yours" lang="de"
# ## Und bei Ihnen?
#
# - Welche Zahl würden Sie monatlich ansehen, um zu merken, dass die Liste einseitig wird?
# - Wer dürfte an der Mischung drehen, und wer müsste davon erfahren?
# - Wo könnte jemand bei Ihnen mit gefälschten Angaben etwas nach oben bringen: Bewertungen, Anfragen, Meldungen?

# %% [markdown] id="yours" lang="en"
# ## And in your company?
#
# - Which figure would you look at each month to notice that the list is becoming one-sided?
# - Who may adjust the mix, and who has to be told?
# - Where could somebody push something to the top with false entries in your company: reviews, requests, reports?

# %% [markdown] id="yours" lang="einfach"
# ## Und bei Ihnen?
#
# - Sie wollen merken, wenn die Liste einseitig wird. Welche Zahl schauen Sie jeden Monat an?
# - Wer darf die Mischung ändern? Wer muss es erfahren?
# - Wo kann man bei Ihnen mit falschen Angaben betrügen? Vielleicht bei Bewertungen, Anfragen oder Meldungen?

# %% [markdown] id="points" lang="de"
# ## Drei Dinge zum Mitnehmen
#
# 1. Treffer, Vielfalt und faire Chancen lassen sich messen. Wie man sie gewichtet, entscheiden Menschen.
# 2. Behauptungen über Blasen prüft man mit Vergleichsgruppen, nicht mit dem Bauchgefühl.
# 3. Wer Käufe fälschen kann, kann Listen verschieben. Plumpe Fälschungen fallen auf; wer gezielte finden will,
#    verdächtigt auch Ehrliche.

# %% [markdown] id="points" lang="en"
# ## Three things to take away
#
# 1. Hits, variety and fair chances can be measured. How to weigh them is for people to decide.
# 2. Claims about bubbles are checked with control groups, not by gut feeling.
# 3. Whoever can fake purchases can move lists. Clumsy fakes stand out; whoever wants to find targeted ones suspects
#    honest people too.

# %% [markdown] id="points" lang="einfach"
# ## Drei wichtige Punkte
#
# 1. Treffer, Vielfalt und faire Chancen kann man messen. Was wichtiger ist, entscheiden Menschen.
# 2. Sie hören etwas über Blasen? Vergleichen Sie mit einer anderen Gruppe. Ein Gefühl reicht nicht.
# 3. Mit falschen Käufen kann man Listen verändern. Plumpen Betrug findet man leicht. Gezielten Betrug findet man
#    schwer. Dann geraten auch ehrliche Menschen in Verdacht.

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
recommender.start(step="quiz_effects", lang=LANG)
