# ---
# kit:
#   id: 03d-chatbot-own
#   minutes: 20
#   tile: chatbot
#   title:
#     de: "Ihre eigene FAQ: reicht sie für einen Chatbot?"
#     en: "Your own FAQ: is it enough for a chatbot?"
#     einfach: "Ihre eigenen Fragen und Antworten"
#   summary:
#     de: "Sie laden Fragen und Antworten aus Ihrem Betrieb und messen, was ein Chatbot damit kann."
#     en: "You load questions and answers from your company and measure what a chatbot can do with them."
#     einfach: "Sie nehmen Fragen und Antworten aus Ihrer Firma. Sie messen: Wie gut geht es damit?"
#   goals:
#     de:
#       - "eine FAQ so aufschreiben, dass man sie messen kann"
#       - "beurteilen, was der eigenen FAQ fehlt"
#     en:
#       - "write a FAQ down so that it can be measured"
#       - "judge what your own FAQ lacks"
#     einfach:
#       - "Fragen und Antworten richtig aufschreiben"
#       - "sagen, was der eigenen Liste fehlt"
# ---

# %% [markdown] id="question" lang="de"
# # Reicht, was wir haben?
#
# „Wir haben doch eine FAQ auf der Webseite“, heißt es in der Runde. „Daraus machen wir einen Chatbot.“ Ob das geht,
# hängt stark von dieser Liste aus Fragen und Antworten ab: Wie viele verschiedene Fragen stehen darin, wie deutlich
# unterscheiden sich die Antworten, wie alt sind sie? Die Frage an Sie: Was würden Sie an Ihrer FAQ zuerst verbessern?

# %% [markdown] id="question" lang="en"
# # Is what we have enough?
#
# “We do have a FAQ on our website”, somebody says. “Let us make a chatbot of it.” Whether that works depends heavily
# on this list of questions and answers: how many different questions does it hold, how clearly do the answers differ,
# how old are they? The question for you: what would you improve in your FAQ first?

# %% [markdown] id="question" lang="einfach"
# # Reicht unsere Liste?
#
# Jemand sagt: „Wir haben eine FAQ auf der Webseite. Daraus machen wir einen Chatbot.“ Eine FAQ ist eine Liste mit
# Fragen und Antworten. Ob das klappt, liegt stark an der Liste. Gibt es viele verschiedene Fragen? Sind die Antworten
# klar verschieden? Wie alt sind die Antworten? Was würden Sie an Ihrer Liste zuerst verbessern?

# %% [markdown] id="form" lang="de"
# ## So sieht die Tabelle aus
#
# | Frage | Antwort | Thema |
# |---|---|---|
# | Wo kann ich parken? | Parkplätze sind hinter dem Tor. | Besuch |
# | Gibt es bei Ihnen Parkplätze? | Parkplätze sind hinter dem Tor. | Besuch |
# | Wann haben Sie auf? | Wir sind werktags von acht bis vier da. | Besuch |
#
# Mehrere Fragen dürfen dieselbe Antwort haben, und genau das hilft. Das Thema darf fehlen, eine Quelle darf dazukommen.
# Excel und CSV sind möglich. Wer nichts dabeihat, nimmt die Muster-FAQ. Nehmen Sie nur, was ohnehin öffentlich ist.

# %% [markdown] id="form" lang="en"
# ## What the table looks like
#
# | Question | Answer | Topic |
# |---|---|---|
# | Where can I park? | Parking is behind the gate. | Visits |
# | Do you have parking spaces? | Parking is behind the gate. | Visits |
# | When are you open? | We are here on weekdays from eight to four. | Visits |
#
# Several questions may have the same answer, and that is exactly what helps. The topic may be missing, a source may be
# added. Excel and CSV both work. If you have nothing with you, take the sample FAQ. Take only what is public anyway.

# %% [markdown] id="form" lang="einfach"
# ## So sieht die Tabelle aus
#
# | Frage | Antwort | Thema |
# |---|---|---|
# | Wo kann ich parken? | Die Parkplätze sind hinter dem Tor. | Besuch |
# | Haben Sie Parkplätze? | Die Parkplätze sind hinter dem Tor. | Besuch |
# | Wann haben Sie offen? | Von Montag bis Freitag sind wir von acht bis vier da. | Besuch |
#
# Mehrere Fragen können die gleiche Antwort haben. Das hilft sehr. Das Thema kann fehlen. Eine Quelle können Sie
# dazuschreiben. Excel und CSV gehen. Sie haben keine Tabelle? Nehmen Sie die Liste zum Üben. Nehmen Sie nur, was
# schon öffentlich ist. Das heißt: Alle dürfen es lesen.

# %% id="own"
# de: Versuch 10: Ihre eigene FAQ
# en: Experiment 10: your own FAQ
# einfach: Versuch 10: Ihre eigene Liste
from kitlib import chatbot
chatbot.start(step="own", lang=LANG)

# %% id="own-facts" tags=["nbval-check-output"]
# de: Gemessen, nicht behauptet
# en: Measured, not claimed
# einfach: Das haben wir gemessen
chatbot.facts("own", lang=LANG)

# %% [markdown] id="own-why" lang="de" tags=["why"]
# **Wie wurde gemessen?** Ein Teil Ihrer Fragen wird zurückgehalten. Trainiert wird mit dem Rest, gestellt werden die
# zurückgehaltenen. Reihum kommt jede Frage dran. So zeigt sich, wie gut die Suche neue Formulierungen beantworten
# würde.
#
# **Und die Grenze?** Die Fragen hat vermutlich eine Person geschrieben. Menschen fragen anders, als man denkt. Die
# echte Probe sind Fragen aus Ihrem Postfach.

# %% [markdown] id="own-why" lang="en" tags=["why"]
# **How was it measured?** Part of your questions is held back. Training uses the rest, and those held back are asked.
# Each question has its turn. This shows how well the search would answer new wordings.
#
# **And the limit?** The questions were probably written by one person. People ask differently from what one expects.
# The real test is questions from your inbox.

# %% [markdown] id="own-why" lang="einfach" tags=["why"]
# **Wie haben wir gemessen?** Ein Teil Ihrer Fragen wird versteckt. Das Training nutzt nur die anderen Fragen. Dann
# stellt das Programm die versteckten Fragen. Jede Frage ist einmal versteckt. So sehen Sie: Wie gut klappt es mit
# neuen Fragen?
#
# **Und was klappt nicht?** Vielleicht hat nur eine Person die Fragen geschrieben. Menschen fragen anders, als man
# denkt. Die echte Probe sind Fragen aus Ihrem Postfach.

# %% [markdown] id="own-task" lang="de"
# **Aufgabe:** Nehmen Sie die zwei Antworten, die am häufigsten verwechselt werden. Schreiben Sie in Ihre Tabelle zu
# jeder drei neue Fragen in den Worten der Kundschaft, laden Sie die Tabelle noch einmal und messen Sie wieder. Die
# Muster-FAQ können Sie dafür im Versuch herunterladen.

# %% [markdown] id="own-task" lang="en"
# **Task:** Take the two answers that are mixed up most often. Write three new questions for each into your table, in
# the customers' words, load the table once more and measure again. The sample FAQ can be downloaded in the experiment
# for this.

# %% [markdown] id="own-task" lang="einfach"
# **Aufgabe:** Welche zwei Antworten werden am häufigsten verwechselt? Schreiben Sie in Ihre Tabelle zu jeder drei neue
# Fragen. Schreiben Sie so, wie Ihre Kunden fragen. Laden Sie die Tabelle noch einmal. Dann messen Sie wieder. Die
# Liste zum Üben können Sie im Versuch speichern.

# %% [markdown] id="own-solution" lang="de" tags=["solution"]
# Manchmal hilft das, manchmal nicht. Prüfen Sie zuerst, ob die beiden Antworten einander widersprechen. Sagen sie in
# der Sache dasselbe, fasst man sie besser zu einer zusammen. Was bei Ihnen half, zeigt der Vergleich der beiden
# Messungen im Versuch.

# %% [markdown] id="own-solution" lang="en" tags=["solution"]
# Sometimes it helps, sometimes not. First check whether the two answers contradict each other. If they say the same in
# substance, it is better to merge them into one. What helped in your case is shown by the two measurements side by side
# in the experiment.

# %% [markdown] id="own-solution" lang="einfach" tags=["solution"]
# Manchmal hilft das. Manchmal hilft es nicht. Prüfen Sie zuerst: Widersprechen sich die zwei Antworten? Sagen beide
# das Gleiche? Dann machen Sie eine Antwort daraus. Was hat bei Ihnen geholfen? Im Versuch stehen beide Messungen
# nebeneinander.

# %% [markdown] id="points" lang="de"
# ## Drei Dinge zum Mitnehmen
#
# 1. Gesucht wird in den Fragen: Viele verschiedene Fragen je Antwort helfen, lange Antworten nicht.
# 2. Gemessen wird mit Fragen, die nicht zum Training gehörten.
# 3. Veraltete und widersprüchliche Antworten gehören zuerst bereinigt, dann kommt der Chatbot.

# %% [markdown] id="points" lang="en"
# ## Three things to take away
#
# 1. The search looks at the questions: many different questions for each answer help, long answers do not.
# 2. Measure with questions that were not part of the training.
# 3. Outdated and contradicting answers have to be cleared up first, then comes the chatbot.

# %% [markdown] id="points" lang="einfach"
# ## Drei wichtige Punkte
#
# 1. Der Chatbot sucht in den Fragen. Viele verschiedene Fragen zu jeder Antwort helfen. Lange Antworten helfen nicht.
# 2. Messen Sie mit neuen Fragen. Sie dürfen nicht im Training gewesen sein.
# 3. Räumen Sie zuerst auf. Manche Antworten sind alt. Manche widersprechen einander. Erst danach kommt der Chatbot.

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
chatbot.start(step="quiz_own", lang=LANG)
