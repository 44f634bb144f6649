"""Gives the app's fonts quadratic outlines (TrueType), the kind that PDF writers embed; metrics, kerning and characters stay.

    python outlines.py MatryoscopeSans-Regular.otf MatryoscopeSans-Regular.ttf
"""
import sys

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

source, target = sys.argv[1:]
font = TTFont(source)
order = font.getGlyphOrder()
glyphs = font.getGlyphSet()
allowed_error = font["head"].unitsPerEm / 1000
outlines = {}
for name in order:
    pen = TTGlyphPen(None)
    glyphs[name].draw(Cu2QuPen(pen, allowed_error, reverse_direction=True))
    outlines[name] = pen.glyph()
font["loca"] = newTable("loca")
font["glyf"] = glyf = newTable("glyf")
glyf.glyphOrder = order
glyf.glyphs = outlines
for name in order:
    outlines[name].recalcBounds(glyf)
    advance, _ = font["hmtx"].metrics[name]
    font["hmtx"].metrics[name] = (advance, getattr(outlines[name], "xMin", 0))
limits = font["maxp"]
limits.tableVersion = 0x00010000
for field in ("maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs", "maxStackElements",
              "maxSizeOfInstructions", "maxComponentElements", "maxPoints", "maxContours", "maxCompositePoints",
              "maxCompositeContours", "maxComponentDepth"):
    setattr(limits, field, 0)
limits.maxZones = 1
font["post"].formatType = 2.0
font["post"].extraNames = []
font["post"].mapping = {}
del font["CFF "]
if "VORG" in font:
    del font["VORG"]
font.sfntVersion = "\000\001\000\000"
font.save(target)
