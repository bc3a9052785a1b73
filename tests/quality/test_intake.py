import json
import subprocess
import sys
import tomllib
import warnings
import zipfile
from itertools import pairwise
from pathlib import Path
from string import Formatter

import numpy as np
import pytest
from PIL import Image

from kitlib import quality
from kitlib.quality.data import PicturesError, load_files, load_zip
from kitlib.quality.data import archive as archive_module
from kitlib.quality.data.pictures import NOTES
from kitlib.ui.texts import LANGUAGES, Texts

from .hostile import FIXTURES, bomb_png, encoded, good, noise, picture, zipped

PROBLEMS = Path(quality.__path__[0]) / "problems.toml"
TURNED = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def said(problem) -> None:
    """There is a sentence for it in each language, and all its placeholders can be filled."""
    for lang in LANGUAGES:
        sentence = Texts(PROBLEMS, lang=lang)(f"problem.{problem.code}", file=problem.file, **problem.values)
        assert sentence.endswith((".", "?"))
        assert problem.file in sentence


def load_with(name: str, content: bytes, **options):
    """One questionable file among ten good ones, which must all be there."""
    pictures = load_files([*good(5).items(), (f"ok/{name}", content)], **options)
    assert len(pictures) >= 10
    for problem in pictures.problems:
        said(problem)
    return pictures


def only(content: bytes, name="fremd.bin", size=192) -> np.ndarray:
    """The one picture this content gives."""
    pictures = load_files([(name, content)], "x", size=size)
    assert [p.code for p in pictures.problems] == ["few_pictures"]
    return pictures.images[0]


def near(image: np.ndarray, expected: Image.Image, tolerance=6.0) -> bool:
    resized = expected.resize((image.shape[1], image.shape[0]), Image.Resampling.LANCZOS)
    return np.abs(image.astype(float) - np.asarray(resized.convert("RGB"), float)).mean() < tolerance


def turned(orientation: int) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = orientation
    return exif


# what can be read


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "BMP", "TIFF", "GIF", "MPO"])
def test_usual_kinds_whatever_the_name_says(kind):
    assert near(only(picture(3, kind), "bild.txt"), noise(3), 14 if kind == "GIF" else 6)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize("orientation", TURNED)
def test_exif_rotation(kind, orientation):
    stored = noise(4).transpose(TURNED[orientation])
    assert near(only(encoded(stored, kind, exif=turned(orientation))), noise(4))


def test_heic_lying_on_its_side():
    image = only((FIXTURES / "rotated.heic").read_bytes(), "IMG_0001.HEIC", size=160)
    assert image.shape == (120, 160, 3)
    red = (image[..., 0] > 150) & (image[..., 1] < 90)
    assert red[:35, :45].mean() > 0.95
    assert red[50:].mean() < 0.01


def test_palette_and_two_colours():
    assert near(only(encoded(noise(5).quantize(64))), noise(5), 14)
    assert near(only(encoded(noise(5).convert("1"))), noise(5).convert("1").convert("L"), 12)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_transparency_becomes_white(mode):
    see_through = Image.new("RGBA", (64, 64), (200, 0, 0, 255))
    see_through.paste((0, 0, 0, 0), (0, 0, 32, 64))
    content = encoded(see_through.quantize(8) if mode == "P" else see_through.convert(mode))
    image = only(content)
    assert (image[:, :80] > 250).all()
    assert (image[:, 112:, 1] < 100).all()


def test_transparent_colour_of_a_palette():
    image = Image.new("P", (40, 40), 1)
    image.putpalette([0, 0, 0, 10, 200, 10])
    image.paste(0, (0, 0, 20, 40))
    assert (only(encoded(image, transparency=0))[:, :80] > 250).all()


def test_cmyk_jpeg():
    assert near(only(encoded(noise(6, mode="CMYK"), "JPEG", quality=95)), noise(6), 12)


@pytest.mark.parametrize("bits", [8, 12, 16])
@pytest.mark.parametrize("kind", ["PNG", "TIFF"])
def test_grey_of_more_than_8_bits(bits, kind):
    grey = np.asarray(noise(7).convert("L").point(lambda p: 255 if p > 120 else p), np.uint32)
    deep = Image.fromarray((grey * (2**bits - 1) // 255).astype(np.uint16))
    assert near(only(encoded(deep, kind)), Image.fromarray(grey.astype(np.uint8)))


def test_float_tiff_with_gaps():
    values = np.asarray(noise(8).convert("L"), np.float32) / 255
    assert near(only(encoded(Image.fromarray(values), "TIFF")), noise(8).convert("L"))
    values[:4] = np.nan
    values[4] = np.inf
    load_with("mess.tif", encoded(Image.fromarray(values), "TIFF"))


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG", "TIFF"])
def test_first_frame_of_an_animation(kind):
    moving = encoded(noise(90), kind, save_all=True, append_images=[noise(91), noise(92)])
    pictures = load_with("film", moving)
    assert [(p.code, p.file, p.left_out) for p in pictures.problems] == [("first_frame", "ok/film", False)]
    assert near(pictures.images[pictures.names.index("film")], noise(90), 14)


def test_long_strips_and_uneven_sizes():
    assert only(encoded(noise(1, (4000, 17)))).shape == (1, 192, 3)
    for size in [(1999, 1501), (385, 769), (191, 193), (16, 16)]:
        image = only(encoded(noise(2, size)))
        assert max(image.shape) == 192
        assert near(image, noise(2, size), 3)


def test_same_input_same_picture():
    assert (only(picture(1, "JPEG")) == only(picture(1, "JPEG"))).all()


# what cannot


def jpeg_bomb() -> bytes:
    content = bytearray(picture(0, "JPEG"))
    start = content.index(b"\xff\xc0") + 5
    content[start : start + 4] = b"\xff\xdc\xff\xdc"
    return bytes(content)


def heic_bomb() -> bytes:
    content = bytearray((FIXTURES / "rotated.heic").read_bytes())
    place = content.index(b"ispe") + 8
    content[place : place + 8] = (50_000).to_bytes(4, "big") * 2
    return bytes(content)


def webp_bomb() -> bytes:
    content = bytearray(picture(0, "WEBP", exif=turned(1)))
    assert content[12:16] == b"VP8X"
    content[24:30] = (16_382).to_bytes(3, "little") * 2
    return bytes(content)


HOSTILE = {
    "leer.jpg": (b"", "empty_file"),
    "text.jpg": (b"Guten Tag, ich bin kein Bild.", "not_picture"),
    "seite.png": (b"<!DOCTYPE html><html></html>", "not_picture"),
    "zeichnung.svg": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not_picture"),
    "druck.eps": (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 99 99\nshowpage\n", "not_picture"),
    "akte.pdf": (b"%PDF-1.7\n", "not_picture"),
    "symbol.ico": (encoded(noise(0, (32, 32)), "ICO"), "not_picture"),
    "ton.wav": (b"RIFF\x24\0\0\0WAVEfmt " + bytes(40), "damaged"),
    "punkt.png": (encoded(noise(0, (1, 1))), "too_small"),
    "strich.png": (encoded(noise(0, (500, 3))), "too_small"),
    "halb.jpg": (picture(0, "JPEG")[:900], "damaged"),
    "halb.png": (picture(0)[:-200], "damaged"),
    "halb.gif": (picture(0, "GIF")[:-900], "damaged"),
    "halb.webp": (picture(0, "WEBP")[:-60], "damaged"),
    "halb.tif": (picture(0, "TIFF")[:-2000], "damaged"),
    "halb.bmp": (picture(0, "BMP")[:-2000], "damaged"),
    "halb.heic": ((FIXTURES / "rotated.heic").read_bytes()[:-400], "damaged"),
    "anfang.jpg": (picture(0, "JPEG")[:4], "damaged"),
    "anfang.webp": (picture(0, "WEBP")[:16], "damaged"),
    "anfang.heic": ((FIXTURES / "rotated.heic").read_bytes()[:40], "damaged"),
    "bombe.png": (bomb_png(50_000, 50_000), "too_many_pixels"),
    "warnung.png": (bomb_png(10_000, 10_000), "too_many_pixels"),
    "breit.png": (bomb_png(50_000, 100), "too_many_pixels"),
    "bombe.jpg": (jpeg_bomb(), "too_many_pixels"),
    "bombe.heic": (heic_bomb(), "too_many_pixels"),
    "bombe.webp": (webp_bomb(), "too_many_pixels"),
    "innen.zip": (zipped(good(1)), "archive"),
    "tabelle.xlsx": (zipped({"xl/workbook.xml": b"<x/>"}), "archive"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_file_is_left_out_with_its_reason(name):
    content, code = HOSTILE[name]
    pictures = load_with(name, content)
    assert [(p.code, p.file, p.left_out) for p in pictures.problems] == [(code, f"ok/{name}", True)]
    assert len(pictures) == 10


def test_bombs_are_refused_even_where_pillow_would_only_warn():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert [p.code for p in load_with("b.png", bomb_png(10_000, 10_000)).problems] == ["too_many_pixels"]


def test_too_small_says_how_small():
    assert load_with("p.png", encoded(noise(0, (1, 1)))).problems[0].values == {"width": 1, "height": 1, "limit": 16}


def test_a_huge_file_is_not_even_opened():
    assert [p.code for p in load_with("riesig.bmp", bytes(101 * 2**20)).problems] == ["file_too_big"]


def test_mutated_files_never_crash():
    """Cut, flip, repeat and overwrite bytes of valid files: anything may come out, except another exception."""
    rng = np.random.default_rng(2026)
    kinds = ["PNG", "JPEG", "WEBP", "BMP", "TIFF", "GIF", "MPO"]
    originals = [picture(i, kind) for i, kind in enumerate(kinds)] + [(FIXTURES / "rotated.heic").read_bytes()]
    outcomes = set()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of Pillow, on half-broken notes of the camera
        for turn in range(200):
            content = bytearray(originals[turn % len(originals)])
            for _ in range(rng.integers(1, 8)):
                reach = len(content) if rng.random() < 0.5 else min(64, len(content))
                place = int(rng.integers(0, max(1, reach)))
                match rng.integers(4):
                    case 0:
                        content[place : place + 1] = rng.bytes(1)
                    case 1:
                        content[place : place + 4] = b"\xff\xff\xff\xff"
                    case 2:
                        del content[place : place + int(rng.integers(1, 50))]
                    case 3:
                        content[place:place] = content[: int(rng.integers(1, 50))]
            outcomes |= {p.code for p in load_with(f"{turn}.jpg", bytes(content)).problems} or {"used"}
    assert {"used", "damaged"} <= outcomes


# classes and numbers


def test_one_class_only():
    with pytest.raises(PicturesError) as error:
        load_files(good(5, ("ok",)).items())
    assert error.value.problem.code == "one_class"
    said(error.value.problem)


def test_nothing_usable_names_each_file():
    with pytest.raises(PicturesError) as error:
        load_files([("a/1.jpg", b""), ("b/2.jpg", b"text"), ("lose.png", picture())])
    assert error.value.problem.code == "no_pictures"
    assert [(p.code, p.file) for p in error.value.problems] == [
        ("no_class", "lose.png"),
        ("empty_file", "a/1.jpg"),
        ("not_picture", "b/2.jpg"),
        ("empty_class", "a"),
        ("empty_class", "b"),
    ]
    for problem in [error.value.problem, *error.value.problems]:
        said(problem)


def test_empty_class_and_few_pictures():
    files = good(5) | {"leer/nichts.txt": b"x", "wenig/1.png": picture(50), "wenig/2.png": picture(51)}
    pictures = load_files(files.items())
    assert pictures.classes == ("defekt", "ok", "wenig")
    told = {p.code: (p.file, p.values) for p in pictures.problems}
    assert told["empty_class"][0] == "leer"
    assert told["few_pictures"] == ("wenig", {"count": 2, "minimum": 5})
    for problem in pictures.problems:
        said(problem)


def test_more_than_six_classes():
    pictures = load_files(good(5, [f"Klasse {i}" for i in range(8)]).items())
    assert pictures.classes == tuple(f"Klasse {i}" for i in range(6))
    assert [p.code for p in pictures.problems] == ["too_many_classes"]
    said(pictures.problems[0])
    assert len(load_files(good(5, [f"Klasse {i}" for i in range(8)]).items(), max_classes=8).classes) == 8


def test_too_many_pictures_keeps_all_classes():
    files = good(20, ("viel",)) | {f"wenig/{i}.png": picture(100 + i) for i in range(6)}
    pictures = load_files(files.items(), max_pictures=15)
    assert np.bincount(pictures.labels).tolist() == [9, 6]
    assert [(p.code, p.values) for p in pictures.problems] == [("too_many_pictures", {"limit": 15, "count": 26})]
    said(pictures.problems[0])


def test_files_of_one_name_stay_apart():
    """Phones call every photo taken in the browser image.jpg."""
    pictures = load_files([("image.jpg", picture(i)) for i in range(5)], "ok")
    assert len(set(pictures.groups)) == 5


def test_content_may_be_a_memoryview():
    assert len(load_files([("a.png", memoryview(picture(1)))], "ok")) == 1


# ZIP


def refused(data: bytes):
    with pytest.raises(PicturesError) as error:
        load_zip(data, "Bilder.zip")
    said(error.value.problem)
    return error.value


def test_zip_with_wrapper_empty_class_and_macos_entries():
    files = {f"Bilder/{path}": content for path, content in good(5).items()}
    files |= {"__MACOSX/Bilder/ok/._1.png": b"x", "Bilder/leer/": b"", "Bilder/.DS_Store": b"x"}
    pictures = load_zip(zipped(files))
    assert pictures.classes == ("defekt", "ok")
    assert [(p.code, p.file) for p in pictures.problems] == [("empty_class", "leer")]


def test_zip_with_names_that_point_outside():
    evil = ["../../etc/x.png", "/etc/x.png", "C:\\Windows\\x.png", "ok/../../x.png", "\\\\server\\x.png"]
    pictures = load_zip(zipped(good(5) | {name: picture(40 + i) for i, name in enumerate(evil)}))
    assert len(pictures) == 10
    assert [p.code for p in pictures.problems] == ["path_outside"] * 5
    for problem in pictures.problems:
        said(problem)


def test_zip_bomb_single_file():
    pictures = load_zip(zipped(good(5) | {"ok/null.bmp": bytes(50 * 2**20)}))
    assert [(p.code, p.file) for p in pictures.problems] == [("zip_bomb", "ok/null.bmp")]
    said(pictures.problems[0])


def test_zip_bomb_in_sum(monkeypatch):
    files = good(5) | {f"ok/x{i}.bmp": picture(60 + i, "BMP") for i in range(10)}
    monkeypatch.setattr(archive_module, "TOTAL_BYTES", sum(map(len, files.values())) - 20_000)
    pictures = load_zip(zipped(files))
    assert [p.file for p in pictures.problems if p.code == "zip_bomb"] == ["ok/x7.bmp", "ok/x8.bmp", "ok/x9.bmp"]
    assert len(pictures) == 17


def test_zip_that_lies_about_its_sizes():
    data = bytearray(zipped(good(5) | {"ok/z.bmp": bytes(50 * 2**20)}))
    entry = data.rindex(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = (1000).to_bytes(4, "little")
    pictures = load_zip(bytes(data))
    assert [(p.code, p.file) for p in pictures.problems] == [("damaged", "ok/z.bmp")]


def test_zip_within_zip_and_broken_member():
    data = bytearray(zipped(good(5) | {"ok/mehr.zip": zipped(good(1))}, zipfile.ZIP_STORED))
    place = data.index(b"IDAT") + 20
    data[place] ^= 0xFF
    pictures = load_zip(bytes(data))
    assert [(p.code, p.file) for p in pictures.problems[:2]] == [
        ("damaged", "defekt/Bild 0.png"),
        ("archive", "ok/mehr.zip"),
    ]
    assert len(pictures) == 9


def encrypted(data: bytes, which: slice) -> bytes:
    """Only the mark is set: that is all the reader may look at."""
    data = bytearray(data)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        places = [i for i in range(len(data)) if data[i : i + 4] == signature]
        for place in places[which]:
            data[place + offset] |= 1
    return bytes(data)


def test_encrypted_zip():
    error = refused(encrypted(zipped(good(5)), slice(None)))
    assert error.problem.code == "zip_encrypted"
    partly = load_zip(encrypted(zipped(good(6)), slice(0, 1)), "Bilder.zip")
    assert len(partly) == 11
    assert [(p.code, p.values) for p in partly.problems] == [("zip_encrypted", {"count": 1})]


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_unusual_packing(method):
    error = refused(zipped(good(5), method))
    assert {p.code for p in error.problems} == {"zip_method", "empty_class"}
    for problem in error.problems:
        said(problem)


@pytest.mark.parametrize("codec", ["cp437", "cp850", "utf-8"])
def test_zip_with_umlauts_in_old_encodings(codec):
    files = {f"{c}{i}": picture(seed) for seed, (c, i) in enumerate((c, i) for c in "ab" for i in range(5))}
    data = zipped({f"{name[0]}QQQQ/{name}.png": content for name, content in files.items()})
    mark = "äöüß".encode(codec)
    short = data.replace(b"QQQQ", mark) if len(mark) == 4 else None
    if short is None:
        data = zipped({f"{name[0]}QQQQQQQQ/{name}.png": content for name, content in files.items()})
        short = data.replace(b"QQQQQQQQ", mark)
    assert load_zip(short).classes == ("aäöüß", "bäöüß")


def test_not_a_zip_and_an_empty_one():
    assert refused(b"").problem.code == "not_zip"
    assert refused(zipped(good(5))[:-30]).problem.code == "not_zip"
    assert refused(zipped({})).problem.code == "no_pictures"


def test_zip_with_a_hundred_thousand_entries():
    assert refused(b"PK\x01\x02" * 100_001).problem.code == "too_many_files"


def test_mutated_zip_never_crashes():
    rng = np.random.default_rng(7)
    original = zipped(good(3))
    for _ in range(100):
        data = bytearray(original)
        for place in rng.integers(0, len(data), rng.integers(1, 30)):
            data[place] = rng.integers(256)
        try:
            load_zip(bytes(data))
        except PicturesError as error:
            said(error.problem)


# memory and words


# The peak comes from /proc: getrusage hands the peak of a large parent on to its children, and would never rise.
MEMORY = """
import json, re, sys
from pathlib import Path
from kitlib.quality.data import load_files

def peak():
    return int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])

Path("/proc/self/clear_refs").write_text("5")  # the peak begins anew
before = peak()
pictures = load_files([(Path(p).name, Path(p).read_bytes()) for p in sys.argv[1:]] * {times}, "x")
print(json.dumps([len(pictures), [p.code for p in pictures.problems], (peak() - before) // 1024]))
"""


def memory(*files: Path, times=1) -> tuple[int, list[str], int]:
    """Pictures read, problems, and by how many MiB the peak of a fresh process rose."""
    command = [sys.executable, "-c", MEMORY.format(times=times), *map(str, files)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


needs_proc = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process's peak of memory in /proc")


@needs_proc
def test_memory_of_a_bomb(tmp_path):
    (tmp_path / "b.png").write_bytes(bomb_png(50_000, 50_000))
    (tmp_path / "w.webp").write_bytes(webp_bomb())
    (tmp_path / "h.heic").write_bytes(heic_bomb())
    (tmp_path / "ok.png").write_bytes(picture())
    count, codes, peak = memory(*tmp_path.iterdir())
    assert count == 1
    assert codes.count("too_many_pixels") == 3
    assert peak < 40


@needs_proc
def test_memory_of_forty_megapixels(tmp_path):
    """A phone's JPEG needs a small part of its 120 MB of pixels, HEIC ten bytes a pixel, however many there are."""
    noise(0, (7300, 5480)).save(tmp_path / "phone.jpg", exif=turned(6))
    count, codes, peak = memory(tmp_path / "phone.jpg", times=3)
    assert (count, codes) == (3, ["few_pictures", "duplicate"])
    assert peak < 40
    count, _, peak = memory(FIXTURES / "forty_megapixels.heic", times=2)
    assert count == 2
    assert peak < 400


@needs_proc
def test_memory_of_three_thousand_files(tmp_path):
    files = []
    for i in range(100):
        files.append(tmp_path / f"{i}.jpg")
        files[-1].write_bytes(picture(i, "JPEG"))
    count, codes, peak = memory(*files, times=31)
    assert count == 3000
    assert codes == ["too_many_pictures", "duplicate"]
    assert peak < 3000 * 192 * 144 * 3 / 2**20 * 1.2


def test_each_problem_has_the_same_placeholders_in_each_language():
    table = tomllib.loads(PROBLEMS.read_text("utf-8"))["problem"]
    assert set(table) > NOTES
    for texts in table.values():
        fields = [sorted({(f, spec) for _, f, spec, _ in Formatter().parse(texts[lang]) if f}) for lang in LANGUAGES]
        assert all(a == b for a, b in pairwise(fields))
