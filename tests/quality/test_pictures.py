import os
import re
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from kitlib.quality.data import Pictures, PicturesError, combine, load_files, load_folder

from .hostile import encoded, good, noise, picture, write


def codes(pictures):
    return [p.code for p in pictures.problems]


def some(n=6):
    return Pictures(
        images=np.arange(n * 4 * 5 * 3, dtype=np.uint8).reshape(n, 4, 5, 3),
        labels=np.arange(n) % 2,
        classes=("ok", "defective"),
        names=tuple(f"{i}.png" for i in range(n)),
        groups=np.array([f"part {i // 2}" for i in range(n)]),
        info=pd.DataFrame({"x": range(n)}),
    )


def test_arrays_cannot_be_written_to():
    pictures = some()
    for array in (pictures.images, pictures.labels, pictures.groups, pictures.subset([1, 0]).images):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = array[1]


def test_subset_keeps_everything_together():
    chosen = some().subset([4, 1])
    assert chosen.names == ("4.png", "1.png")
    assert list(chosen.groups) == ["part 2", "part 0"]
    assert list(chosen.labels) == [0, 1]
    assert list(chosen.info["x"]) == [4, 1]
    assert list(chosen.info.index) == [0, 1]
    assert chosen.classes == ("ok", "defective")
    assert (chosen.images[0] == some().images[4]).all()


def test_subset_by_booleans_and_slices_and_of_nothing():
    pictures = some()
    assert pictures.subset(pictures.labels == 1).names == ("1.png", "3.png", "5.png")
    assert np.shares_memory(pictures.subset(slice(1, 4)).images, pictures.images)
    assert len(pictures.subset([])) == 0


@pytest.mark.parametrize(
    "wrong",
    [
        {"images": np.zeros((6, 4, 5, 3), float)},
        {"images": np.zeros((6, 4, 5), np.uint8)},
        {"names": ("a",)},
        {"labels": np.array([0, 1, 2, 0, 1, 2])},
        {"info": pd.DataFrame({"x": [1]})},
    ],
)
def test_parts_that_do_not_fit_are_refused(wrong):
    right = some()
    fields = {name: getattr(right, name) for name in ("images", "labels", "classes", "names", "groups", "info")}
    with pytest.raises(ValueError, match=r"must"):
        Pictures(**(fields | wrong))


def test_sub_folders_are_classes_in_alphabetical_order(tmp_path):
    write(tmp_path, good(5, ("Zahn", "Äpfel", "beule")))
    pictures = load_folder(tmp_path)
    assert pictures.classes == ("Äpfel", "beule", "Zahn")
    assert np.bincount(pictures.labels).tolist() == [5, 5, 5]
    assert pictures.images.shape == (15, 144, 192, 3)
    assert pictures.problems == ()
    assert repr(pictures) == "Pictures(Äpfel: 5, beule: 5, Zahn: 5; 192 x 144 px)"


def test_pictures_and_labels_belong_together(tmp_path):
    write(tmp_path, {f"{c}/{i}.png": encoded(noise(i).convert("L")) for c in ("hell", "x") for i in range(5)})
    write(tmp_path, {f"rot/{i}.png": encoded(noise(i).point(lambda p: p // 8)) for i in range(5)})
    pictures = load_folder(tmp_path, size=32)
    dark = pictures.images.reshape(len(pictures), -1).max(axis=1) < 40
    assert [pictures.classes[label] for label in pictures.labels[dark]] == ["rot"] * 5


def test_nested_folders_wrapper_umlauts_spaces_and_noise(tmp_path):
    files = good(5, ("gut", "schlecht"))
    files |= {"gut/Werk Köln/Prüfung 1/ä ö ß.png": picture(90)}
    files |= {"gut/.DS_Store": b"x", "schlecht/Thumbs.db": b"x", "gut/desktop.ini": b"x", "gut/._Bild 1.png": b"x"}
    files |= {".git/config": b"x"}
    pictures = load_folder(write(tmp_path, {f"Meine Bilder/{path}": content for path, content in files.items()}))
    assert pictures.classes == ("gut", "schlecht")
    assert "Werk Köln/Prüfung 1/ä ö ß.png" in pictures.names
    assert pictures.problems == ()
    assert len(pictures) == 11


def test_each_file_is_its_own_group_without_a_pattern(tmp_path):
    pictures = load_folder(write(tmp_path, good(5)))
    assert len(set(pictures.groups)) == 10


def test_pattern_groups_across_classes(tmp_path):
    files = {f"{c}/{i:02}_pos{i % 2}_{c}.png": picture(i + 10 * (c == "b")) for c in "ab" for i in range(6)}
    write(tmp_path, files | {"a/other.png": picture(99)})
    whole = load_folder(tmp_path, group_pattern=r"pos\d")
    assert {"pos0", "pos1"} < set(whole.groups)
    assert len(set(whole.groups)) == 3
    bracket = load_folder(tmp_path, group_pattern=r"pos(\d)")
    assert list(bracket.groups).count("0") == list(bracket.groups).count("1") == 6
    assert set(bracket.labels[bracket.groups == "0"]) == {0, 1}


def test_a_wrong_pattern_or_size_is_told_at_once(tmp_path):
    with pytest.raises(re.error):
        load_folder(tmp_path, group_pattern="(")
    with pytest.raises(ValueError, match="16 to 1024"):
        load_folder(tmp_path, size=1)


def test_links_out_of_the_folder_are_not_followed(tmp_path):
    secret = write(tmp_path / "secret", {"geheim.png": picture(77), "more/a.png": picture(78)})
    folder = write(tmp_path / "data", good(5))
    os.symlink(secret / "geheim.png", folder / "ok" / "link.png")
    os.symlink(secret / "more", folder / "more")
    pictures = load_folder(folder)
    assert len(pictures) == 10
    assert [(p.code, p.file) for p in pictures.problems] == [("link", "more"), ("link", "ok/link.png")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_in_the_folder_is_not_waited_for(tmp_path):
    folder = write(tmp_path, good(5))
    os.mkfifo(folder / "ok" / "pipe.png")
    pictures = load_folder(folder)
    assert [(p.code, p.file) for p in pictures.problems] == [("not_picture", "ok/pipe.png")]


@pytest.mark.skipif(os.name == "nt", reason="Windows refuses such names itself")
def test_names_that_are_no_text_or_turn_the_line_round_are_made_harmless(tmp_path):
    folder = write(tmp_path, good(5))
    (folder / "ok" / "a\u202egnp.png").write_bytes(picture(50))
    with open(os.fsencode(folder / "ok") + b"/b\xff\n.png", "wb") as file:
        file.write(picture(51))
    pictures = load_folder(folder)
    strange = [name for name in pictures.names if not name.startswith("Bild")]
    assert sorted(strange) == ["a\ufffdgnp.png", "b?\ufffd.png"]
    assert len(pictures) == 12


def test_missing_folder_and_file_instead_of_folder(tmp_path):
    for path in (tmp_path / "nichts", write(tmp_path, {"a.txt": b"x"}) / "a.txt"):
        with pytest.raises(PicturesError) as error:
            load_folder(path)
        assert error.value.problem.code == "no_folder"


def test_same_shape_is_kept_and_others_are_padded(tmp_path):
    wide = {f"a/{i}.png": encoded(noise(i, (100, 50))) for i in range(5)}
    same = load_folder(
        write(tmp_path / "same", wide | {f"b/{i}.png": encoded(noise(i + 9, (101, 50))) for i in range(5)})
    )
    assert same.images.shape[1:3] == (96, 192)
    assert same.problems == ()
    mixed = load_folder(
        write(tmp_path / "mixed", wide | {f"b/{i}.png": encoded(noise(i + 9, (50, 100))) for i in range(5)})
    )
    assert mixed.images.shape[1:3] == (192, 192)
    assert codes(mixed) == ["mixed_shapes"]
    middle = mixed.images[0][48:144]
    assert (middle == same.images[0][:96]).mean() > 0.99
    assert len(np.unique(mixed.images[0][:48].reshape(-1, 3), axis=0)) == 1


def test_duplicates_share_a_group_and_are_told(tmp_path):
    files = good(5)
    files["ok/Kopie.png"] = files["ok/Bild 1.png"]
    pictures = load_folder(write(tmp_path, files))
    group = dict(zip(pictures.names[5:], pictures.groups[5:], strict=True))
    assert group["Kopie.png"] == group["Bild 1.png"] != group["Bild 2.png"]
    assert [(p.code, p.file, p.left_out) for p in pictures.problems] == [("duplicate", "Kopie.png", False)]


def test_the_same_picture_in_two_classes_is_told(tmp_path):
    files = good(5)
    files["ok/Bild 9.png"] = files["defekt/Bild 1.png"]
    pictures = load_folder(write(tmp_path, files))
    assert codes(pictures) == ["contradiction"]
    assert len(set(pictures.groups)) == 10


def test_duplicates_join_whole_groups(tmp_path):
    files = {
        f"{c}/{part}_{i}.png": picture(seed)
        for seed, (c, part, i) in enumerate((c, part, i) for c in "ab" for part in ("p1", "p2", "p3") for i in range(2))
    }
    files["b/p3_0.png"] = files["a/p1_0.png"]
    pictures = load_folder(write(tmp_path, files), group_pattern=r"p\d")
    assert set(pictures.groups) == {"p1", "p2"}


def test_classes_uploaded_one_by_one_are_put_together():
    first = load_files([(f"{i}.png", picture(i)) for i in range(5)], "ok")
    more = load_files([(f"{i}.png", picture(i + 5)) for i in range(3)], "ok")
    second = load_files(
        [(f"{i}.png", encoded(noise(i + 20, (48, 64)))) for i in range(4)] + [("x.png", b"")], "Ausschuss"
    )
    both = combine([first, second, more])
    assert both.classes == ("Ausschuss", "ok")
    assert np.bincount(both.labels).tolist() == [4, 8]
    assert both.images.shape[1:3] == (192, 192)
    assert sorted(codes(both)) == ["empty_file", "few_pictures", "mixed_shapes"]
    assert combine([first, more]).classes == ("ok",)
    with pytest.raises(PicturesError) as error:
        combine([])
    assert error.value.problem.code == "no_pictures"


def test_putting_together_takes_the_right_pictures_whatever_their_memory():
    pictures = load_files([(f"{i}.png", picture(i)) for i in range(6)], "ok")
    for index in ([0, 1, 2], [3, 1], slice(2, 5), slice(0, 6), [5, 4, 3, 2, 1, 0]):
        chosen = pictures.subset(index)
        assert (combine([chosen]).images == chosen.images).all()
        assert (combine([chosen, pictures]).images == np.concatenate([chosen.images, pictures.images])).all()
    frozen = np.frombuffer(pictures.images.tobytes(), np.uint8).reshape(pictures.images.shape)
    assert (combine([replace(pictures, images=frozen)]).images == frozen).all()


def test_photos_of_one_name_taken_one_by_one_stay_apart_and_are_capped():
    """Phones call every photo taken in the browser image.jpg."""
    photos = [load_files([("image.jpg", picture(i))], "ok" if i % 3 else "defekt") for i in range(9)]
    together = combine([*photos, photos[4]])
    assert len(set(together.groups)) == 9
    assert codes(together) == ["few_pictures", "duplicate"]
    fewer = combine(photos, max_pictures=5)
    assert np.bincount(fewer.labels).tolist() == [2, 3]
    assert codes(fewer) == ["too_many_pictures", "few_pictures", "few_pictures"]


def test_progress_is_told_after_each_file(tmp_path):
    told = []
    load_folder(write(tmp_path, good(5)), progress=lambda done, total: told.append((done, total)))
    assert told == [(i, 10) for i in range(1, 11)]
