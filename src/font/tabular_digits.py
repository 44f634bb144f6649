"""Makes the app's fonts from Inter (fonts-inter 4.0~beta7 of Debian): digits get the tabular figures, so that
numbers keep their width while they change, and the family a name of its own. JavaFX cannot switch OpenType features itself.

    python tabular_digits.py IN.otf OUT.otf
"""
import sys

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

source, target = sys.argv[1:]
font = TTFont(source)
gsub = font["GSUB"].table
lookups = {i for r in gsub.FeatureList.FeatureRecord if r.FeatureTag == "tnum" for i in r.Feature.LookupListIndex}
tabular = {}
for i in lookups:
    for subtable in gsub.LookupList.Lookup[i].SubTable:
        tabular.update(getattr(subtable, "ExtSubTable", subtable).mapping)
for cmap in font["cmap"].tables:
    cmap.cmap = {code: tabular.get(name, name) for code, name in cmap.cmap.items()}
for record in font["name"].names:
    if record.nameID in (1, 3, 4, 6, 16):
        family = "MatryoscopeSans" if record.nameID == 6 else "Matryoscope Sans"
        record.string = record.toUnicode().replace("Inter", family)
font["CFF "].cff.fontNames = [font["CFF "].cff.fontNames[0].replace("Inter", "MatryoscopeSans")]
options = Options(layout_features=["kern", "ccmp", "locl", "mark", "mkmk"], name_IDs=["*"], notdef_outline=True)
subsetter = Subsetter(options)
subsetter.populate(unicodes=list(range(0x20, 0x530)) + list(range(0x1E00, 0x2C00)))
subsetter.subset(font)
font.save(target)
