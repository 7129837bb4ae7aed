"""A pen stroke where a signature stands, drawn from the name alone so that it is always the same."""
import hashlib

from reportlab.platypus import Flowable


class Signature(Flowable):
    def __init__(self, name, indent=0):
        super().__init__()
        self.indent = indent
        self.seed = hashlib.sha256(name.encode()).digest()
        self.strokes = min(9, max(5, len(name) // 2))

    def wrap(self, width, height):
        return width, 44

    def draw(self):
        canvas = self.canv
        canvas.saveState()
        canvas.setStrokeColorRGB(0.07, 0.1, 0.35)
        canvas.setLineWidth(1)
        canvas.setLineCap(1)
        path = canvas.beginPath()
        x, base = self.indent + 4, 12
        path.moveTo(x, base + 2)
        slant, high = 2 + self.seed[30] / 40, 12 + self.seed[31] / 18
        for stroke in range(self.strokes):
            byte = [self.seed[(stroke * 4 + place) % 30] / 255 for place in range(4)]
            tall = high if stroke == 0 or byte[3] > 0.72 else high * (0.25 + 0.3 * byte[2])
            step = 5 + 12 * byte[0]
            path.curveTo(
                x + slant, base + tall * 0.5, x + slant + step * 0.3, base + tall, x + slant + step * 0.6, base + tall * 0.9)
            path.curveTo(
                x + slant + step * 0.7, base + tall * 0.6, x + step * (0.3 + byte[1] * 0.4), base - 6 * byte[2], x + step, base + 1)
            x += step
        path.curveTo(x + 12, base + 4, x + 26, base - 2, x + 34, base + 1)
        canvas.drawPath(path)
        canvas.restoreState()
