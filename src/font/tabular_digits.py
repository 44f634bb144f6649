"""Makes the app's fonts from Inter (fonts-inter 4.0~beta7 of Debian): digits get the tabular figures, so that
numbers keep their width while they change, and the family a name of its own. JavaFX cannot switch OpenType features itself,
and knows two weights of a family: Inter Regular serves as the one, Inter SemiBold as the other.

    python tabular_digits.py Inter-Regular.otf Regular MatryoscopeSans-Regular.otf
    python tabular_digits.py Inter-SemiBold.otf Bold MatryoscopeSans-Bold.otf
"""
import sys

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

source, style, target = sys.argv[1:]
font = TTFont(source)
gsub = font["GSUB"].table
lookups = {i for r in gsub.FeatureList.FeatureRecord if r.FeatureTag == "tnum" for i in r.Feature.LookupListIndex}
tabular = {}
for i in lookups:
    for subtable in gsub.LookupList.Lookup[i].SubTable:
        tabular.update(getattr(subtable, "ExtSubTable", subtable).mapping)
for cmap in font["cmap"].tables:
    cmap.cmap = {code: tabular.get(name, name) for code, name in cmap.cmap.items()}
names = {1: "Matryoscope Sans", 2: style, 3: f"Matryoscope Sans {style}", 4: f"Matryoscope Sans {style}", 6: f"MatryoscopeSans-{style}"}
font["name"].names = [record for record in font["name"].names if record.nameID in names or record.nameID in (0, 13, 14)]
for record in font["name"].names:
    record.string = names.get(record.nameID, record.toUnicode())
bold = style == "Bold"
font["OS/2"].usWeightClass = 700 if bold else 400
font["OS/2"].fsSelection = 0x20 if bold else 0x40
font["head"].macStyle = 1 if bold else 0
font["CFF "].cff.fontNames = [names[6]]
options = Options(layout_features=["kern", "ccmp", "locl", "mark", "mkmk"], name_IDs=["*"], notdef_outline=True)
subsetter = Subsetter(options)
subsetter.populate(unicodes=list(range(0x20, 0x530)) + list(range(0x1E00, 0x2C00)))
subsetter.subset(font)
font.save(target)
