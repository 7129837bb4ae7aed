"""A letter as a scan: pages of black and white dots, a little askew, with no text layer."""
import io
import pathlib
import subprocess
import tempfile

from PIL import Image
from reportlab.lib.pagesizes import letter as LETTER
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from . import pdf

DPI = 200
SKEW = [0.5, -0.35, 0.25]      # degrees, page by page: hardly any sheet lies straight


def render(letter, original):
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=LETTER, invariant=1, pageCompression=1)
    pdf.describe(canvas, letter)
    canvas.setTitle("")
    images = rasterised(original)
    for place, image in enumerate(images):
        canvas.drawImage(ImageReader(worn(image, SKEW[place % len(SKEW)])), 0, 0, *LETTER)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue(), len(images)


def rasterised(original):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder)
        (path / "letter.pdf").write_bytes(original)
        subprocess.run(["pdftoppm", "-r", str(DPI), "-gray", "-png", path / "letter.pdf", path / "page"], check=True)
        return [Image.open(page).copy() for page in sorted(path.glob("page*.png"))]


def worn(image, degrees):
    """Turned a little and cut to two tones, as an office scanner does."""
    turned = image.rotate(degrees, resample=Image.BICUBIC, fillcolor=255)
    return turned.point(lambda tone: 255 if tone > 150 else 0).convert("1")
