# ---
# kit:
#   id: 02a-recommender
#   minutes: 30
#   tile: recommender
#   title:
#     de: "Der Shop empfiehlt: was verglichen wird und was am Anfang fehlt"
#     en: "The shop recommends: what is compared, and what is missing at the start"
#     einfach: "Der Shop zeigt passende Artikel"
#   summary:
#     de: "Sie kaufen im Muster-Shop ein, prüfen jede Begründung und messen, was eine neue Person davon hat."
#     en: "You buy in the sample shop, check every reason and measure what a new person gets out of it."
#     einfach: "Sie kaufen im Shop ein. Sie prüfen die Gründe. Sie messen: Was bringt es neuen Personen?"
#   goals:
#     de:
#       - "erklären, aus welchen Daten eine Empfehlung berechnet wird"
#       - "eine Begründung „weil Sie … gekauft haben“ nachrechnen"
#       - "sagen, ab wann sich ein Modell gegenüber einer Bestsellerliste lohnt"
#     en:
#       - "explain which data a recommendation is computed from"
#       - "check a reason “because you bought …” by doing the sum yourself"
#       - "say when a model starts to pay off compared with a bestseller list"
#     einfach:
#       - "sagen, woraus eine Empfehlung entsteht"
#       - "einen Grund nachrechnen"
#       - "sagen, wann ein Modell mehr bringt als die Liste der Bestseller"
# ---

# %% [markdown] id="question" lang="de"
# # Warum zeigt mir der Shop gerade das?
#
# Die Musterwerk GmbH hat einen Online-Shop eröffnet: Arbeitskleidung, Werkzeug, Werkstatt, Garten und Hobby. Der
# Vertrieb möchte, dass der Shop jeder Person passende Artikel zeigt. Die Frage an Sie: Woraus wird so eine Empfehlung
# berechnet, und ist sie besser als eine einfache Bestsellerliste?
#
# Alle Käufe in diesem Shop sind erfunden. Nichts, was Sie anklicken, verlässt diesen Raum.

# %% [markdown] id="question" lang="en"
# # Why does the shop show me this?
#
# Musterwerk GmbH has opened an online shop: workwear, tools, workshop, garden and hobby. Sales wants the shop to show
# each person articles that suit them. The question for you: what is such a recommendation computed from, and is it
# better than a plain bestseller list?
#
# All purchases in this shop are made up. Nothing you click leaves this room.

# %% [markdown] id="question" lang="einfach"
# # Warum sehe ich gerade diesen Artikel?
#
# Die Firma Musterwerk hat einen Shop im Internet. Dort gibt es Kleidung für die Arbeit, Werkzeug und Sachen für
# Werkstatt, Garten und Hobby. Der Shop soll jeder Person passende Artikel zeigen. Woraus entsteht so eine Empfehlung?
# Ist sie besser als eine Liste der Bestseller? Bestseller sind Artikel, die viele kaufen.
#
# Alle Käufe in diesem Shop sind erfunden. Ihre Klicks verlassen diesen Raum nicht.

# %% [markdown] id="basket-text" lang="de"
# ## Sie und der Shop
#
# Im Warenkorb liegen schon drei Artikel. Vermuten Sie zuerst, was der Shop dazu zeigt. Danach legen Sie Artikel hinein
# und nehmen welche heraus. Bei jeder Empfehlung steht, welche Ihrer Käufe sie nach oben gebracht haben.

# %% [markdown] id="basket-text" lang="en"
# ## You and the shop
#
# There are already three articles in the basket. Predict first what the shop will show. Then put articles in and take
# some out. Beside each recommendation you can read which of your purchases moved it up.

# %% [markdown] id="basket-text" lang="einfach"
# ## Sie und der Shop
#
# Drei Artikel liegen schon im Warenkorb. Vermuten Sie zuerst: Was zeigt der Shop dazu? Dann kaufen Sie ein. Sie
# dürfen Artikel auch wieder weglegen. Bei jeder Empfehlung steht der Grund. Er kommt aus Ihren Käufen.

# %% id="basket"
# de: Versuch 1: Sie und der Shop
# en: Experiment 1: you and the shop
# einfach: Versuch 1: im Shop einkaufen
from kitlib import recommender
recommender.start(step="basket", lang=LANG)

# %% id="basket-facts" tags=["nbval-check-output"]
# de: Gemessen, nicht behauptet
# en: Measured, not claimed
# einfach: Das haben wir gemessen
recommender.facts("basket", lang=LANG)

# %% [markdown] id="basket-why" lang="de" tags=["why"]
# **Was ist da passiert?** Das Modell rechnet nur mit Käufen. Es hat keine Beschreibung der Artikel und keinen Satz
# darüber, wofür man sie braucht. Die Punkte eines Artikels sind eine Summe: Jeder Kauf gibt etwas dazu oder zieht etwas
# ab. Darum lässt sich jede Begründung nachrechnen.
#
# **Und die Grenze?** Auch die beste mögliche Liste trifft oft nicht. Was Menschen als Nächstes kaufen, lässt sich aus
# früheren Käufen nur zum Teil berechnen.

# %% [markdown] id="basket-why" lang="en" tags=["why"]
# **What happened there?** The model computes with purchases only. It has no description of the articles and not a word
# about what they are needed for. The points of an article are a sum: each purchase adds something or takes something
# off. That is why every reason can be checked.
#
# **And the limit?** Even the best possible list often misses. What people buy next can be computed only in part from
# what they bought before.

# %% [markdown] id="basket-why" lang="einfach" tags=["why"]
# **Was ist da passiert?** Das Modell rechnet nur mit Käufen. Es hat keinen Text über die Artikel. Jeder Artikel bekommt
# Punkte. Manche Käufe geben Punkte dazu. Manche Käufe ziehen Punkte ab. Die Summe können Sie nachrechnen.
#
# **Und die Grenze?** Auch die beste mögliche Liste trifft oft nicht. Alte Käufe verraten nicht alles über neue Käufe.

# %% [markdown] id="similar-text" lang="de"
# ## Was der Computer vergleicht
#
# Jetzt von Hand: sechs Personen, sechs Artikel. Zwei Artikel gelten als ähnlich, wenn dieselben Personen sie kaufen.
# Ändern Sie die Tabelle und sehen Sie, wie sich die Ähnlichkeit ändert. Danach kommt dieselbe Rechnung mit einem
# Zusatz für den ganzen Shop.

# %% [markdown] id="similar-text" lang="en"
# ## What the computer compares
#
# Now by hand: six people, six articles. Two articles count as similar when the same people buy them. Change the table
# and see how the similarity changes. After that comes the same computation with one addition for the whole shop.

# %% [markdown] id="similar-text" lang="einfach"
# ## Was der Computer vergleicht
#
# Jetzt rechnen Sie selbst. Es gibt sechs Personen und sechs Artikel. Zwei Artikel sind ähnlich, wenn die gleichen
# Personen sie kaufen. Ändern Sie die Tabelle. Was passiert mit den Zahlen? Danach kommt der ganze Shop.

# %% id="similar"
# de: Versuch 2: was der Computer vergleicht
# en: Experiment 2: what the computer compares
# einfach: Versuch 2: Artikel vergleichen
recommender.start(step="similar", lang=LANG)

# %% id="similar-facts" tags=["nbval-check-output"]
# de: Gemessen, nicht behauptet
# en: Measured, not claimed
# einfach: Das haben wir gemessen
recommender.facts("similar", lang=LANG)

# %% [markdown] id="similar-task" lang="de"
# **Aufgabe:** Ein Hersteller sagt: „Unser Modell versteht die Produkte.“ Schreiben Sie den Satz so um, dass er
# stimmt.

# %% [markdown] id="similar-task" lang="en"
# **Task:** A vendor says: “Our model understands the products.” Rewrite the sentence so that it is true.

# %% [markdown] id="similar-task" lang="einfach"
# **Aufgabe:** Eine Firma sagt: „Unser Modell versteht die Produkte.“ Schreiben Sie den Satz neu. Er soll stimmen.

# %% [markdown] id="similar-solution" lang="de" tags=["solution"]
# Zum Beispiel: „Unser Modell zählt, welche Produkte dieselben Personen gekauft haben, und ordnet danach.“

# %% [markdown] id="similar-solution" lang="en" tags=["solution"]
# For example: “Our model counts which products the same people bought, and sorts by that.”

# %% [markdown] id="similar-solution" lang="einfach" tags=["solution"]
# Zum Beispiel: „Unser Modell zählt die Käufe. Danach ordnet es: Welche Produkte kaufen die gleichen Personen?“

# %% [markdown] id="similar-hint" lang="de" tags=["trainer"]
# Ohne Rechner: Sechs Personen halten Karten mit ihren Käufen hoch, die Gruppe zählt gemeinsame Käufe. Die Frage „Was
# müsste passieren, damit Farbe und Schrauben ähnlich werden?“ führt zur Einsicht, dass der Computer nur Käufe zählt.

# %% [markdown] id="similar-hint" lang="en" tags=["trainer"]
# Without a computer: six people hold up cards with their purchases, the group counts purchases in common. The question
# “What would have to happen to make paint and screws similar?” leads to the insight that the computer only counts
# purchases.

# %% [markdown] id="similar-hint" lang="einfach" tags=["trainer"]
# Das geht auch ohne Computer: Sechs Personen zeigen Karten mit ihren Käufen. Die Gruppe zählt gemeinsame Käufe.
# Fragen Sie: Wann sind Farbe und Schrauben ähnlich? So wird klar: Der Computer zählt nur Käufe.

# %% [markdown] id="newcomer-text" lang="de"
# ## Neu im Shop
#
# Heute kommt jemand zum ersten Mal in den Shop, morgen kommt ein neuer Artikel dazu. Für beide gibt es noch keine
# Käufe, mit denen man rechnen könnte. Vermuten Sie: Nach wie vielen Käufen lohnt sich das Modell? Danach probieren Sie
# aus, was hilft und was es kostet.

# %% [markdown] id="newcomer-text" lang="en"
# ## New in the shop
#
# Today somebody comes to the shop for the first time, tomorrow a new article is added. For neither are there any
# purchases to compute with. Predict: after how many purchases does the model pay off? Then try out what helps and what
# it costs.

# %% [markdown] id="newcomer-text" lang="einfach"
# ## Neu im Shop
#
# Heute kommt eine neue Person. Morgen kommt ein neuer Artikel. Beide haben noch keine Käufe. Womit soll das Modell
# rechnen? Vermuten Sie: Nach wie vielen Käufen hilft das Modell? Dann probieren Sie aus: Was hilft am Anfang? Was
# kostet das?

# %% id="newcomer"
# de: Versuch 3: neu im Shop
# en: Experiment 3: new in the shop
# einfach: Versuch 3: Person oder Artikel ist neu
recommender.start(step="newcomer", lang=LANG)

# %% id="newcomer-facts" tags=["nbval-check-output"]
# de: Gemessen, nicht behauptet
# en: Measured, not claimed
# einfach: Das haben wir gemessen
recommender.facts("newcomer", lang=LANG)

# %% [markdown] id="newcomer-why" lang="de" tags=["why"]
# **Kaltstart** heißt das in der Fachsprache: Ohne Käufe gibt es nichts zu vergleichen. Eine neue Person bekommt die
# Bestsellerliste. Ein neuer Artikel taucht gar nicht auf, selbst nach zwanzig Käufen nicht. Wer das nicht bedenkt, sagt
# leicht: „Das Modell mag unsere Neuheiten nicht.“ Es hat aber keine Vorlieben, ihm fehlen nur Daten.

# %% [markdown] id="newcomer-why" lang="en" tags=["why"]
# The technical term is **cold start**: without purchases there is nothing to compare. A new person gets the bestseller
# list. A new article does not appear at all, not even after twenty purchases. If you forget this, you may say: “The
# model does not like our new products.” But it has no likes, it only lacks data.

# %% [markdown] id="newcomer-why" lang="einfach" tags=["why"]
# Das heißt **Kaltstart**. Ohne Käufe kann man nichts vergleichen. Neue Personen bekommen die Liste der Bestseller.
# Ein neuer Artikel erscheint gar nicht. Auch nach zwanzig Käufen fehlt er noch. Manche sagen dann: „Das Modell mag
# unsere neuen Artikel nicht.“ Das stimmt nicht. Ein Modell hat keine Vorlieben. Ihm fehlen nur Daten.

# %% [markdown] id="yours" lang="de"
# ## Und bei Ihnen?
#
# - Wo wird bei Ihnen etwas empfohlen oder vorgeschlagen: im Shop, im Angebot, im Ersatzteilkatalog?
# - Wie viele Kundinnen und Kunden haben bei Ihnen mehr als fünf verschiedene Artikel gekauft?
# - Würde eine gepflegte Bestsellerliste je Abteilung schon reichen?

# %% [markdown] id="yours" lang="en"
# ## And in your company?
#
# - Where is something recommended or suggested in your company: in the shop, in quotes, in the spare parts catalogue?
# - How many of your customers have bought more than five different articles?
# - Would a well-kept bestseller list for each department be enough?

# %% [markdown] id="yours" lang="einfach"
# ## Und bei Ihnen?
#
# - Wo schlagen Sie Ihren Kundinnen und Kunden etwas vor? Vielleicht im Shop, im Angebot oder bei Ersatzteilen?
# - Wie viele Personen haben schon mehr als fünf verschiedene Artikel gekauft?
# - Reicht vielleicht eine gute Liste der Bestseller für jede Abteilung?

# %% [markdown] id="points" lang="de"
# ## Drei Dinge zum Mitnehmen
#
# 1. Eine Empfehlung entsteht aus gezählten Käufen. Was der Artikel ist, spielt keine Rolle.
# 2. Bei einem nachrechenbaren Modell ist die Begründung die Rechnung selbst.
# 3. Ohne Käufe keine Empfehlung: Vergleichen Sie immer mit der Bestsellerliste.

# %% [markdown] id="points" lang="en"
# ## Three things to take away
#
# 1. A recommendation is made from counted purchases. What the article is plays no part.
# 2. With a model that can be checked, the reason is the computation itself.
# 3. No purchases, no recommendation: always compare with the bestseller list.

# %% [markdown] id="points" lang="einfach"
# ## Drei wichtige Punkte
#
# 1. Das Modell zählt Käufe. Was der Artikel ist, zählt dabei nicht.
# 2. Hier ist der Grund auch die Rechnung. Sie können ihn prüfen.
# 3. Ohne Käufe gibt es keine Empfehlung. Vergleichen Sie immer mit der Liste der Bestseller.

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
recommender.start(step="quiz", lang=LANG)
