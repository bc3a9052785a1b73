# ---
# kit:
#   id: 03a-chatbot
#   minutes: 30
#   tile: chatbot
#   title:
#     de: "Chatbot im Kundenservice: fragen, hineinsehen, übergeben"
#     en: "Chatbot in customer service: ask, look inside, hand over"
#     einfach: "Ein Chatbot antwortet"
#   summary:
#     de: "Sie befragen einen Chatbot, zerlegen seine Antworten und legen fest, wann ein Mensch übernimmt."
#     en: "You question a chatbot, take its answers apart and set when a person takes over."
#     einfach: "Sie stellen Fragen. Sie sehen, was der Chatbot vergleicht. Sie legen fest, wann ein Mensch antwortet."
#   goals:
#     de:
#       - "erklären, woher eine Chatbot-Antwort kommt und was die angegebene Sicherheit heißt"
#       - "erkennen, warum ähnlich klingende Fragen gefährlich sind"
#       - "eine Schwelle für die Übergabe an einen Menschen begründen"
#     en:
#       - "explain where a chatbot's answer comes from and what the stated confidence means"
#       - "recognise why questions that sound alike are dangerous"
#       - "give reasons for a threshold at which a person takes over"
#     einfach:
#       - "sagen, woher die Antwort kommt und was die Sicherheit bedeutet"
#       - "sagen, warum ähnliche Fragen gefährlich sind"
#       - "begründen, wann ein Mensch antworten soll"
# ---

# %% [markdown] id="question" lang="de"
# # Kann ein Chatbot den Kundenservice entlasten?
#
# Bei Musterwerk klingelt das Telefon ständig: Was kostet der Versand? Wie lange kann ich zurückgeben? Gibt es noch
# Ausbildungsplätze? Ein Chatbot soll antworten. Die Frage an Sie: Worauf kann man sich bei seinen Antworten
# verlassen, und wann muss ein Mensch ran?
#
# Dieser Chatbot ist ein Übungsmodell. Er sucht in einer FAQ, also in einer Liste aus Fragen und fertigen Antworten.
# Ein großes Sprachmodell steckt nicht darin, und nichts verlässt diesen Rechner.

# %% [markdown] id="question" lang="en"
# # Can a chatbot take work off customer service?
#
# At Musterwerk the telephone never stops ringing: what does shipping cost? How long can I return goods? Are there
# still training places? A chatbot is to answer. The question for you: what in its answers can be relied on, and when
# does a person have to step in?
#
# This chatbot is a practice model. It searches a FAQ, that is, a list of questions and ready-made answers. There is
# no large language model in it, and nothing leaves this computer.

# %% [markdown] id="question" lang="einfach"
# # Hilft ein Chatbot dem Kundenservice?
#
# Bei Musterwerk klingelt ständig das Telefon. Die Leute fragen: Was kostet der Versand? Wie lange kann ich Ware
# zurückgeben? Gibt es noch Ausbildungsplätze? Ein Chatbot soll antworten. Auf welche Antworten kann man sich
# verlassen? Wann muss ein Mensch helfen?
#
# Dieser Chatbot ist zum Üben da. Er sucht in einer Liste. Dort stehen Fragen und fertige Antworten. Die Liste heißt
# FAQ. Ein großes Sprachmodell ist nicht dabei. Alles bleibt auf diesem Computer.

# %% [markdown] id="ask-text" lang="de"
# ## Fragen Sie ihn
#
# Sie bekommen einige Fragen, wie Menschen sie wirklich stellen könnten. Vermuten Sie zuerst, wie viele er richtig
# beantwortet. Danach stellen Sie diese Fragen, und gern auch eigene. Achten Sie auf Quelle und Datum.

# %% [markdown] id="ask-text" lang="en"
# ## Ask it
#
# You get some questions, as people might really ask them. First predict how many it answers correctly. Then ask them,
# and any of your own. Look at source and date.

# %% [markdown] id="ask-text" lang="einfach"
# ## Stellen Sie Fragen
#
# Sie bekommen einige Fragen. So könnten Menschen wirklich fragen. Vermuten Sie zuerst: Wie viele Antworten sind
# richtig? Dann stellen Sie die Fragen. Stellen Sie auch eigene Fragen. Lesen Sie immer Quelle und Datum.

# %% id="ask"
# de: Versuch 1: den Chatbot befragen
# en: Experiment 1: question the chatbot
# einfach: Versuch 1: Fragen an den Chatbot
from kitlib import chatbot
chatbot.start(step="ask", lang=LANG)

# %% id="ask-facts" tags=["nbval-check-output"]
# de: Gemessen, nicht behauptet
# en: Measured, not claimed
# einfach: Das haben wir gemessen
chatbot.facts("ask", lang=LANG)

# %% [markdown] id="ask-why" lang="de" tags=["why"]
# **Was ist da passiert?** Der Chatbot vergleicht Ihre Frage mit allen gesammelten Fragen und gibt die Antwort aus,
# die zu den ähnlichsten gehört. Steht in der FAQ etwas Veraltetes, kann auch das kommen, ebenso glatt wie Gültiges.
# Die angegebene Sicherheit schätzt, wie oft so eine Antwort richtig ist. Das gilt nur für Fragen, deren Antwort in
# der FAQ steht.
#
# **Und die Grenze?** Fremde Fragen gehen meist an einen Menschen. Gefährlich sind Beinahe-Fragen: Sie klingen
# bekannt, aber ihre Antwort fehlt. Die angegebene Sicherheit kann trotzdem hoch sein. Darum gehören Quelle, Datum und
# ein Weg zum Menschen an jede Antwort.

# %% [markdown] id="ask-why" lang="en" tags=["why"]
# **What happened there?** The chatbot compares your question with all collected questions and gives the answer to
# the most similar ones. What is outdated in the FAQ may come too, as smoothly as what is valid. The stated confidence
# estimates how often such an answer is right. That holds only for questions whose answer is in the FAQ.
#
# **And the limit?** Unrelated questions mostly go to a person. The danger is near misses: they sound familiar, but
# their answer is missing. Stated confidence may still be high. So source, date and a way to a person belong with
# each answer.

# %% [markdown] id="ask-why" lang="einfach" tags=["why"]
# **Was ist da passiert?** Der Chatbot vergleicht Ihre Frage mit allen Fragen der Liste. Er zeigt die Antwort zu den
# ähnlichsten Fragen. Manche Antworten sind alt. Auch diese können kommen. Die Sicherheit ist geschätzt: So oft ist so
# eine Antwort richtig. Das gilt nur, wenn die Antwort in der Liste steht.
#
# **Und was klappt nicht?** Fremde Fragen gehen meist an einen Menschen. Gefährlich sind Fragen, die bekannt klingen.
# Die Antwort fehlt aber. Die Sicherheit kann trotzdem hoch sein. Darum gehört zu jeder Antwort: eine Quelle, ein Datum
# und ein Weg zum Menschen.

# %% [markdown] id="inside-text" lang="de"
# ## Hineinsehen
#
# Was genau vergleicht er? Sehen Sie nach, welche Buchstaben und Wörter zählen. Dann tauschen Sie ein Wort aus und
# beobachten, wie sich die Ähnlichkeit ändert. Vermuten Sie vorher, welche Änderung am meisten ausmacht.

# %% [markdown] id="inside-text" lang="en"
# ## Look inside
#
# What exactly does it compare? See which letters and words count. Then swap a word and watch how the similarity
# changes. Predict beforehand which change makes the greatest difference.

# %% [markdown] id="inside-text" lang="einfach"
# ## Sehen Sie hinein
#
# Was vergleicht der Chatbot genau? Sehen Sie nach: Welche Buchstaben und Wörter zählen? Tauschen Sie ein Wort. Dann
# ändert sich die Ähnlichkeit. Vermuten Sie vorher: Was ändert am meisten?

# %% id="inside"
# de: Versuch 2: hineinsehen
# en: Experiment 2: look inside
# einfach: Versuch 2: in den Chatbot sehen
chatbot.start(step="inside", lang=LANG)

# %% id="inside-facts" tags=["nbval-check-output"]
# de: Gemessen, nicht behauptet
# en: Measured, not claimed
# einfach: Das haben wir gemessen
chatbot.facts("inside", lang=LANG)

# %% [markdown] id="inside-why" lang="de" tags=["why"]
# **Was ist da passiert?** Jede Frage wird in Wörter und kurze Buchstabenfolgen zerlegt. Seltene zählen mehr als
# häufige. Was zwei Fragen gemeinsam haben, ergibt zusammen die Ähnlichkeit.
#
# **Und die Grenze?** Gleiche Buchstaben sind nicht gleicher Sinn. Ein „nicht“ oder eine andere Größe ändert den Sinn,
# aber meist nicht die Antwort. Ein anderes Wort für dieselbe Sache lässt den Sinn gleich und senkt die Ähnlichkeit im
# Mittel am stärksten. Bei manchen Paaren kommt dann eine andere Antwort.

# %% [markdown] id="inside-why" lang="en" tags=["why"]
# **What happened there?** Each question is split into words and short sequences of letters. Rare ones count more than
# frequent ones. What two questions have in common adds up to the similarity.
#
# **And the limit?** The same letters are not the same meaning. A “not” or another size changes the meaning but mostly
# not the answer. Another word for the same thing leaves the meaning as it is and lowers the similarity most on
# average. For some pairs a different answer then comes.

# %% [markdown] id="inside-why" lang="einfach" tags=["why"]
# **Was ist da passiert?** Der Chatbot zerlegt jede Frage in Wörter und kurze Stücke. Seltene Stücke zählen mehr als
# häufige. Was haben zwei Fragen gemeinsam? Daraus wird die Ähnlichkeit berechnet.
#
# **Und was klappt nicht?** Gleiche Buchstaben heißen nicht: gleicher Sinn. Das Wort „nicht“ oder eine andere Größe
# ändert den Sinn. Die Antwort bleibt meist gleich. Ein anderes Wort für die gleiche Sache ändert den Sinn nicht. Die
# Ähnlichkeit sinkt dann im Mittel am stärksten. Bei manchen Paaren kommt dann eine andere Antwort.

# %% [markdown] id="inside-task" lang="de"
# **Aufgabe:** Schreiben Sie eine Frage so um, dass der Chatbot die richtige Antwort nicht mehr findet, ein Mensch die
# Frage aber sofort versteht. Wie viele Wörter mussten Sie ändern?

# %% [markdown] id="inside-task" lang="en"
# **Task:** Rewrite a question so that the chatbot no longer finds the right answer, while a person still understands
# the question at once. How many words did you have to change?

# %% [markdown] id="inside-task" lang="einfach"
# **Aufgabe:** Schreiben Sie eine Frage um. Ein Mensch soll sie noch verstehen. Der Chatbot soll die richtige Antwort
# nicht mehr finden. Wie viele Wörter haben Sie geändert?

# %% [markdown] id="inside-solution" lang="de" tags=["solution"]
# Meist reicht es, zwei oder drei Wörter zu ersetzen: die, die am meisten zählen, durch solche, die in keiner
# gesammelten Frage vorkommen. Genau deshalb wird eine FAQ besser, wenn man die Worte der Kundschaft hineinschreibt
# und nicht die des Betriebs.

# %% [markdown] id="inside-solution" lang="en" tags=["solution"]
# Mostly it is enough to replace two or three words: those that count most, by words that occur in no collected
# question. That is exactly why a FAQ gets better when the customers' words are written into it and not those of the
# company.

# %% [markdown] id="inside-solution" lang="einfach" tags=["solution"]
# Meist reichen zwei oder drei neue Wörter. Tauschen Sie die Wörter, die am meisten zählen. Nehmen Sie Wörter, die in
# keiner Frage der Liste stehen. Darum hilft das: Schreiben Sie Fragen so in die Liste, wie die Kunden fragen.
# Schreiben Sie nicht so, wie der Betrieb redet.

# %% [markdown] id="handoff-text" lang="de"
# ## Wann übernimmt ein Mensch?
#
# Eine falsche Antwort macht Ärger, eine unnötige Übergabe kostet Arbeitszeit. Mit der Schwelle legen Sie fest, ab
# welcher angegebenen Sicherheit der Chatbot selbst antwortet. Danach sitzen Sie selbst am anderen Ende und
# bearbeiten, was übergeben wurde. Was Sie ergänzen, kommt in die FAQ. Was es bringt, wird gemessen.

# %% [markdown] id="handoff-text" lang="en"
# ## When does a person take over?
#
# A wrong answer causes trouble, a needless hand-off costs working time. With the threshold you set from which stated
# confidence the chatbot answers by itself. Then you sit at the other end and work through what was handed over. What
# you add goes into the FAQ. What it brings is measured.

# %% [markdown] id="handoff-text" lang="einfach"
# ## Wann hilft ein Mensch?
#
# Eine falsche Antwort macht Ärger. Eine unnötige Übergabe kostet Arbeitszeit. Sie legen eine Grenze für die
# Sicherheit fest. Über der Grenze antwortet der Chatbot. Unter der Grenze antwortet ein Mensch. Dieser Mensch sind
# dann Sie. Ihre Antworten kommen in die Liste. Was bringt das? Das messen wir.

# %% id="handoff"
# de: Versuch 3: Schwelle und Übergabe
# en: Experiment 3: threshold and hand-off
# einfach: Versuch 3: Grenze und Übergabe
chatbot.start(step="handoff", lang=LANG)

# %% id="handoff-facts" tags=["nbval-check-output"]
# de: Gemessen, nicht behauptet
# en: Measured, not claimed
# einfach: Das haben wir gemessen
chatbot.facts("handoff", lang=LANG)

# %% [markdown] id="handoff-why" lang="de" tags=["why"]
# **Was ist da passiert?** Die Schwelle tauscht falsche Antworten gegen Übergaben. Wo sie stehen soll, hängt davon ab,
# was beides kostet, und das legen Menschen fest. Besser wird der Chatbot nicht durch die Schwelle, sondern durch
# Menschen, die fehlende Fragen und Antworten ergänzen und dabei prüfen.
#
# **Und die Grenze?** Manche Beinahe-Fragen rutschen auch durch eine hohe Schwelle. Wer sie finden will, liest
# regelmäßig Stichproben der gegebenen Antworten.

# %% [markdown] id="handoff-why" lang="en" tags=["why"]
# **What happened there?** The threshold trades wrong answers for hand-offs. Where it should stand depends on what
# each of them costs, and people set that. The chatbot gets better not through the threshold but through people who
# add missing questions and answers and check them.
#
# **And the limit?** Some near misses slip through even a high threshold. Whoever wants to find them regularly reads
# samples of the answers given.

# %% [markdown] id="handoff-why" lang="einfach" tags=["why"]
# **Was ist da passiert?** Eine hohe Grenze heißt: weniger falsche Antworten, mehr Arbeit für Menschen. Was ist
# teurer? Das legen Menschen fest. Die Grenze macht den Chatbot nicht besser. Besser wird er durch Menschen. Sie
# prüfen und ergänzen Fragen und Antworten.
#
# **Und was klappt nicht?** Manche Fragen klingen sehr bekannt. Sie kommen auch über eine hohe Grenze. Darum muss
# jemand regelmäßig einige Antworten lesen.

# %% [markdown] id="handoff-hint" lang="de" tags=["trainer"]
# Fragen Sie vor dem Regler: „Was kostet bei Ihnen eine falsche Auskunft?“ Sammeln Sie Beispiele mit kleinem und mit
# großem Schaden. Danach: „Wer in Ihrem Betrieb bekäme die übergebenen Fragen, und hat diese Person dafür Zeit?“

# %% [markdown] id="handoff-hint" lang="en" tags=["trainer"]
# Before the slider ask: “What does wrong information cost in your company?” Collect examples of small and of great
# damage. Then: “Who in your company would get the questions handed over, and does this person have time for them?”

# %% [markdown] id="handoff-hint" lang="einfach" tags=["trainer"]
# Fragen Sie vor dem Regler: „Was kostet bei Ihnen eine falsche Antwort?“ Sammeln Sie Beispiele mit kleinem und mit
# großem Schaden. Fragen Sie dann: „Wer bekommt bei Ihnen die übergebenen Fragen? Hat diese Person Zeit dafür?“

# %% [markdown] id="yours" lang="de"
# ## Und bei Ihnen?
#
# - Welche zehn Fragen kommen bei Ihnen jede Woche? Wo stehen die gültigen Antworten?
# - Wer merkt, wenn eine Antwort veraltet ist, und wer ändert sie?
# - Bei welchen Themen soll immer ein Mensch antworten, egal wie hoch die angegebene Sicherheit ist?

# %% [markdown] id="yours" lang="en"
# ## And in your company?
#
# - Which ten questions reach you every week? Where are the valid answers written?
# - Who notices when an answer is outdated, and who changes it?
# - On which subjects should a person always answer, however high the stated confidence is?

# %% [markdown] id="yours" lang="einfach"
# ## Und bei Ihnen?
#
# - Welche zehn Fragen kommen bei Ihnen jede Woche? Wo stehen die gültigen Antworten?
# - Wer merkt, dass eine Antwort alt ist? Wer ändert sie?
# - Bei welchen Themen soll immer ein Mensch antworten? Auch dann, wenn die Sicherheit hoch ist?

# %% [markdown] id="points" lang="de"
# ## Drei Dinge zum Mitnehmen
#
# 1. Dieser Chatbot vergleicht Buchstaben und Wörter. Was er ausgibt, haben Menschen geschrieben, auch die Fehler.
# 2. Die größte Gefahr ist nicht die fremde Frage, sondern die, die bekannt klingt.
# 3. Eine Schwelle verteilt Arbeit zwischen Werkzeug und Mensch. Besser wird das Werkzeug durch Menschen.

# %% [markdown] id="points" lang="en"
# ## Three things to take away
#
# 1. This chatbot compares letters and words. Its answers were written by people, mistakes included.
# 2. The greatest danger is not the unrelated question but the one that sounds familiar.
# 3. A threshold divides work between tool and person. The tool gets better through people.

# %% [markdown] id="points" lang="einfach"
# ## Drei wichtige Punkte
#
# 1. Dieser Chatbot vergleicht Buchstaben und Wörter. Die Antworten haben Menschen geschrieben. Auch die Fehler kommen
#    von Menschen.
# 2. Die größte Gefahr sind nicht die fremden Fragen. Die größte Gefahr sind Fragen, die bekannt klingen.
# 3. Die Grenze teilt die Arbeit auf zwischen Chatbot und Mensch. Besser wird der Chatbot durch Menschen.

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
chatbot.start(step="quiz", lang=LANG)
