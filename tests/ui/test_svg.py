import xml.etree.ElementTree as ET

import numpy as np

from kitlib.ui import Chart, image, overlay

SVG = "{http://www.w3.org/2000/svg}"


def drawn():
    chart = Chart((0, 1), (0, 10))
    chart.axes("x & y", "<kosten>", (0, 1), (0, 10)).line([0, 1], [0, 10]).bars([0.5], [5], 0.1).dots([1], [99])
    return chart


def test_a_chart_is_well_formed_and_escapes_words():
    root = ET.fromstring(str(drawn()))
    words = [t.text for t in root.iter(f"{SVG}text")]
    assert "x & y" in words and "<kosten>" in words


def test_points_lie_where_the_axes_say():
    points = ET.fromstring(str(drawn())).find(f"{SVG}polyline").get("points").split()
    assert points == ["84.0,262.0", "436.0,18.0"]


def test_log_axis_spaces_by_factors():
    chart = Chart((1, 100), (0, 1), log=True)
    assert np.isclose(chart.px(10), (chart.px(1) + chart.px(100)) / 2)


def test_same_input_same_picture():
    assert str(drawn()) == str(drawn())


def test_every_image_has_a_text_alternative():
    html = image(np.zeros((4, 4, 3), np.uint8), 'ein "Teil" <b>')
    assert 'alt="ein &quot;Teil&quot; &lt;b&gt;"' in html


def test_heat_leaves_cold_places_grey_and_lights_hot_ones():
    photo = np.full((2, 2, 3), 100, np.uint8)
    hot = overlay(photo, np.array([[0.0, 0], [0, 5]]), top=5)
    assert (hot[0, 0] == 100).all() and hot[1, 1].mean() > 150
