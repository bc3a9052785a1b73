"""The inspection station in Blender: one scene built once, then only its maps, part and camera change per picture."""

from __future__ import annotations

import math
from dataclasses import dataclass

import bpy
import numpy as np
from bpy_extras.object_utils import world_to_camera_view
from mathutils import Vector
from surface import HOLE_CIRCLE, HOLE_RADIUS, HOLES, SIZE, Surface

RESOLUTION, SAMPLES = 192, 16
TOP, HUB_RADIUS, BORE = 0.11, 0.52, 0.38
MATS = {"plate": (0.030, 0.045, 0.050), "grey": (0.16, 0.16, 0.165), "blue": (0.02, 0.07, 0.30)}
KEY_LIGHT = (2.6, -1.8, 2.7)


@dataclass(frozen=True)
class View:
    """Camera and light of one picture: angles in degrees, offset in part radii, light as a factor."""

    turn: float
    tilt: float
    offset: tuple[float, float]
    light: float = 1.0
    other_side: bool = False
    key_shift: float = 0.0


def view(condition: str, rng: np.random.Generator) -> View:
    """A fixture holds the part to a few pixels and about one degree; each condition changes one thing only."""
    turn, tilt = rng.normal(0, 1.0), 6 + rng.normal(0, 0.3)
    offset = tuple(rng.normal(0, 0.022, 2))
    light = float(rng.normal(1, 0.03))
    shift = float(rng.normal(0, 0.05))
    if condition == "dim":
        light *= 0.4
    if condition == "tilted":
        tilt += 17
    if condition == "turned":
        turn += rng.uniform(12, 348)
    return View(turn, tilt, offset, light, condition == "other_side", shift)


def _cylinder(radius, depth, z=0.0, x=0.0, y=0.0, vertices=96):
    bpy.ops.mesh.primitive_cylinder_add(radius=radius, depth=depth, location=(x, y, z), vertices=vertices)
    return bpy.context.object


def _cut(body, cutters, bevel=0.0):
    """Subtract `cutters` from `body`, chamfer the edges and bake the result, so that it costs nothing later."""
    for cutter in cutters:
        modifier = body.modifiers.new("cut", "BOOLEAN")
        modifier.object, modifier.operation, modifier.solver = cutter, "DIFFERENCE", "EXACT"
    if bevel:
        chamfer = body.modifiers.new("bevel", "BEVEL")
        chamfer.width, chamfer.segments, chamfer.limit_method = bevel, 2, "ANGLE"
    baked = bpy.data.meshes.new_from_object(body.evaluated_get(bpy.context.evaluated_depsgraph_get()))
    for used in [body, *cutters]:
        bpy.data.objects.remove(used)
    return baked


def _holes(skip=None):
    angles = [2 * math.pi * i / HOLES for i in range(HOLES) if i != skip]
    return [_cylinder(HOLE_RADIUS, 1, 0, HOLE_CIRCLE * math.cos(a), HOLE_CIRCLE * math.sin(a), 48) for a in angles]


def _chip_cutter(x, y, radius, rng):
    bpy.ops.mesh.primitive_ico_sphere_add(subdivisions=3, radius=radius, location=(x, y, TOP * 0.9))
    cutter = bpy.context.object
    for vertex in cutter.data.vertices:
        vertex.co *= 1 + rng.uniform(-0.12, 0.12)
    return [cutter]


def disc(missing=None, chip=None, rng=None):
    """The flange's disc; `chip` is (x, y, radius) of a piece broken out of the rim."""
    cutters = [_cylinder(BORE, 1), *_holes(missing)] + (_chip_cutter(*chip, rng) if chip else [])
    return _cut(_cylinder(1, 2 * TOP, vertices=192), cutters, 0.018)


def hub():
    return _cut(_cylinder(HUB_RADIUS, 0.3, 0.02), [_cylinder(BORE, 1)], 0.015)


def washer():
    return _cut(_cylinder(0.92, 0.14, vertices=192), [_cylinder(0.5, 1)], 0.018)


def gear(teeth=28):
    gaps = []
    for i in range(teeth):
        a = 2 * math.pi * i / teeth
        bpy.ops.mesh.primitive_cube_add(size=1, location=(math.cos(a), math.sin(a), 0), rotation=(0, 0, a))
        gaps.append(bpy.context.object)
        gaps[-1].scale = (0.17, 0.105, 1)
    bpy.context.view_layer.update()
    return _cut(_cylinder(1, 2 * TOP, vertices=192), [_cylinder(0.28, 1), *gaps])


class Steel:
    """The metal's material: two float images written anew for each part."""

    def __init__(self):
        self.material = bpy.data.materials.new("steel")
        self.material.use_nodes = True
        self.nodes, self.links = self.material.node_tree.nodes, self.material.node_tree.links
        self.shader = self.nodes["Principled BSDF"]
        self.shader.inputs["Anisotropic"].default_value = 0.6
        mapping = self._node("ShaderNodeMapping")
        mapping.inputs["Location"].default_value, mapping.inputs["Scale"].default_value = (0.5, 0.5, 0), (0.5, 0.5, 1)
        self.links.new(self._node("ShaderNodeTexCoord").outputs["Object"], mapping.inputs["Vector"])
        self.height, self.maps = (self._texture(mapping) for _ in range(2))
        bump = self._node("ShaderNodeBump")
        bump.inputs["Strength"].default_value, bump.inputs["Distance"].default_value = 0.5, 0.02
        self.links.new(self.height.outputs[0], bump.inputs["Height"])
        self.links.new(bump.outputs[0], self.shader.inputs["Normal"])
        split = self._node("ShaderNodeSeparateColor")
        self.links.new(self.maps.outputs[0], split.inputs[0])
        self._colour(*split.outputs)

    def _node(self, kind):
        return self.nodes.new(kind)

    def _texture(self, mapping):
        node = self._node("ShaderNodeTexImage")
        self.links.new(mapping.outputs[0], node.inputs[0])
        return node

    def _math(self, operation, a, b, c=None):
        node = self._node("ShaderNodeMath")
        node.operation = operation
        for socket, value in zip(node.inputs, (a, b, c), strict=False):
            if isinstance(value, bpy.types.NodeSocket):
                self.links.new(value, socket)
            elif value is not None:
                socket.default_value = value
        return node.outputs[0]

    def _mix(self, factor):
        node = self._node("ShaderNodeMixRGB")
        self.links.new(factor, node.inputs[0])
        return node

    def _colour(self, stain, smudge, tone):
        self.stained, darkened = self._mix(stain), self._mix(tone)
        darkened.inputs[2].default_value = (0.05, 0.05, 0.055, 1)
        self.links.new(self.stained.outputs[0], darkened.inputs[1])
        self.links.new(darkened.outputs[0], self.shader.inputs["Base Color"])
        self.links.new(self._math("SUBTRACT", 1.0, stain), self.shader.inputs["Metallic"])
        rough = self._math("MULTIPLY_ADD", smudge, 0.10, 0.32)
        self.roughness = rough.node.inputs[2]
        self.links.new(rough, self.shader.inputs["Roughness"])

    def show(self, s: Surface, rng: np.random.Generator) -> None:
        grey = rng.normal(0.62, 0.012)
        self.stained.inputs[1].default_value = (grey, grey, grey + 0.02, 1)
        self.stained.inputs[2].default_value = (*s.stain_colour, 1)
        self.roughness.default_value = rng.normal(0.32, 0.012)
        pixels = np.ones((SIZE, SIZE, 4), np.float32)
        pixels[..., :3] = (s.height * 0.75 + 2)[..., None]
        self._write(self.height, pixels)
        pixels[..., 0], pixels[..., 1], pixels[..., 2] = s.stain, s.smudge, s.tone
        self._write(self.maps, pixels)

    @staticmethod
    def _write(node, pixels):
        """A new image each time: Cycles may miss changed pixels of an old one."""
        old, node.image = node.image, bpy.data.images.new("map", SIZE, SIZE, float_buffer=True, is_data=True)
        node.image.pixels.foreach_set(pixels.ravel())
        node.image.update()
        if old:
            bpy.data.images.remove(old)


class Station:
    """Plate, lights, camera and one part at a time. `shoot` renders, `homography` tells where the top face lies."""

    def __init__(self, threads: int):
        bpy.ops.wm.read_factory_settings(use_empty=True)
        self.scene = bpy.context.scene
        self._renderer(threads)
        self.steel = Steel()
        self.meshes = {"hub": hub(), "disc": disc(), "washer": washer(), "gear": gear()}
        for mesh in self.meshes.values():
            self._finish(mesh)
        self.part, self.hub = (bpy.data.objects.new(n, self.meshes[m]) for n, m in (("part", "disc"), ("hub", "hub")))
        for thing in (self.part, self.hub):
            self.scene.collection.objects.link(thing)
        self.mat = self._plate()
        self.key, self.fill = self._light(220, 1.6), self._light(60, 2.5)
        self.world = self._world()
        bpy.ops.object.camera_add()
        self.camera = self.scene.camera = bpy.context.object
        self.camera.data.lens = 68

    def _renderer(self, threads):
        render = self.scene.render
        render.engine, render.threads_mode, render.threads = "CYCLES", "FIXED", threads
        render.resolution_x = render.resolution_y = RESOLUTION
        render.use_persistent_data = False  # it keeps the maps of the previous part
        render.image_settings.file_format = "PNG"
        cycles = self.scene.cycles
        cycles.device, cycles.samples, cycles.use_denoising, cycles.seed = "CPU", SAMPLES, True, 0
        cycles.max_bounces = 4
        self.scene.view_settings.view_transform = "AgX"

    def _finish(self, mesh):
        mesh.materials.clear()
        mesh.materials.append(self.steel.material)
        return mesh

    def _plate(self):
        bpy.ops.mesh.primitive_plane_add(size=20, location=(0, 0, -TOP))
        material = bpy.data.materials.new("plate")
        material.use_nodes = True
        nodes, links = material.node_tree.nodes, material.node_tree.links
        shader, noise, bump = nodes["Principled BSDF"], nodes.new("ShaderNodeTexNoise"), nodes.new("ShaderNodeBump")
        shader.inputs["Roughness"].default_value = 0.8
        noise.inputs["Scale"].default_value, bump.inputs["Strength"].default_value = 60, 0.4
        links.new(noise.outputs[0], bump.inputs["Height"])
        links.new(bump.outputs[0], shader.inputs["Normal"])
        bpy.context.object.data.materials.append(material)
        return shader.inputs["Base Color"]

    def _light(self, energy, size):
        bpy.ops.object.light_add(type="AREA")
        bpy.context.object.data.energy, bpy.context.object.data.size = energy, size
        return bpy.context.object

    def _world(self):
        world = self.scene.world = bpy.data.worlds.new("hall")
        world.use_nodes = True
        background = world.node_tree.nodes["Background"]
        background.inputs[0].default_value = (0.6, 0.65, 0.7, 1)
        return background.inputs[1]

    @staticmethod
    def _aim(thing, location, target=(0, 0, 0)):
        thing.location = location
        thing.rotation_euler = (Vector(target) - Vector(location)).to_track_quat("-Z", "Y").to_euler()

    def pose(self, kind: str, s: Surface, v: View, mat: str, rng: np.random.Generator) -> None:
        changed = kind in ("missing_hole", "chip")
        self.part.data = (
            self._finish(disc(s.missing, s.chip, rng)) if changed else self.meshes.get(kind, self.meshes["disc"])
        )
        self.hub.hide_render = kind in ("washer", "gear")
        self.steel.show(s, rng)
        for thing in (self.part, self.hub):
            thing.rotation_euler = (0, 0, math.radians(v.turn))
            thing.location = (*v.offset, 0.02 if thing is self.hub else 0)
        self.hub.location.z = 0
        self.mat.default_value = (*MATS[mat], 1)
        side = -1 if v.other_side else 1
        self._aim(self.key, (side * KEY_LIGHT[0] + v.key_shift, KEY_LIGHT[1], KEY_LIGHT[2]))
        self._aim(self.fill, (-3 * side, 2, 2.5))
        self.key.data.energy, self.fill.data.energy, self.world.default_value = (
            220 * v.light,
            60 * v.light,
            0.22 * v.light,
        )
        tilt = math.radians(v.tilt)
        self.camera.location = (0, -4.7 * math.sin(tilt), 4.7 * math.cos(tilt))
        self.camera.rotation_euler = (tilt, 0, 0)

    def shoot(self, path: str) -> None:
        self.scene.render.filepath = path
        bpy.ops.render.render(write_still=True)
        if self.part.data not in self.meshes.values():
            used, self.part.data = self.part.data, self.meshes["disc"]
            bpy.data.meshes.remove(used)

    def corners(self) -> list[tuple[float, float]]:
        """Pixel positions of the map's corners (-1,-1), (1,-1), (1,1), (-1,1) on the disc's top face."""
        bpy.context.view_layer.update()
        placed = [self.part.matrix_world @ Vector((x, y, TOP)) for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
        seen = [world_to_camera_view(self.scene, self.camera, p) for p in placed]
        return [(p.x * RESOLUTION, (1 - p.y) * RESOLUTION) for p in seen]
