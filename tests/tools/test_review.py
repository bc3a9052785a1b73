"""A changed German text makes its siblings stale until somebody has read all three and says so."""

import check_texts
import review


def run(project, *arguments) -> int:
    return check_texts.main(list(arguments), project.root)


def test_new_texts_wait_for_a_review_and_then_all_is_in_order(project, capsys):
    assert run(project) == 1
    assert "notebooks/src/01_try.py: not reviewed yet" in capsys.readouterr().out
    assert run(project, "--accept", "*") == 0
    assert "notebooks/src/01_try.py#intro" in capsys.readouterr().out
    assert run(project) == 0


def test_a_changed_german_text_makes_its_siblings_stale_whatever_they_say(project, capsys):
    run(project, "--accept", "*")
    project.break_lesson("auf dem Band", "auf dem langen Band")
    project.break_texts("Die Charge", "Die ganze Charge")
    capsys.readouterr()
    assert run(project) == 1
    said = capsys.readouterr().out.splitlines()
    assert [line.partition(": ")[0] for line in said] == [
        "notebooks/src/01_try.py#intro [en, einfach]",
        "kitlib/try/texts.toml#cost.total [en, einfach]",
    ]
    assert all("stale, the German text changed" in line for line in said)
    project.break_lesson("parts lie on the belt", "parts lie on the long belt")
    assert run(project) == 1
    assert run(project, "--accept", "notebooks/*#intro") == 0
    capsys.readouterr()
    run(project)
    assert [line.partition("#")[0] for line in capsys.readouterr().out.splitlines()] == ["kitlib/try/texts.toml"]


def test_a_better_translation_or_another_line_break_is_not_stale(project):
    run(project, "--accept", "*")
    project.break_lesson("parts lie on the belt", "parts are on the belt")
    project.break_lesson("kostet 1.200,50 €, und", "kostet 1.200,50 €,\n# und")
    assert run(project) == 0


def test_a_text_that_is_gone_leaves_the_lock_only_on_purpose(project, capsys):
    run(project, "--accept", "*")
    project.texts.write_text(project.texts.read_text("utf-8").replace("cost.total", "cost.sum"), "utf-8")
    capsys.readouterr()
    assert run(project) == 1
    assert "kitlib/try/texts.toml#cost.total: is in texts.lock and nowhere else" in capsys.readouterr().out
    assert run(project, "--accept", "kitlib/*") == 0
    assert run(project) == 0
    assert "cost.total" not in review.lock_file(project.root).read_text("utf-8")


def test_accepting_what_does_not_exist_is_said(project, capsys):
    assert run(project, "--accept", "notebooks/src/09*") == 1
    assert "nothing new matches" in capsys.readouterr().out
