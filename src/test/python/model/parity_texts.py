"""The odd texts on which the encoder must agree with sentence-transformers."""

PLAIN = [
    "How do transformers handle long sequences?",
    "The cat sleeps on the warm windowsill.",
    "A kitten naps beside the window.",
    "Interest rates rose again in March.",
    "Photosynthesis turns light into chemical energy.",
    "My card was charged twice for one order.",
    "She didn't say she'd re-read the co-author's e-mail.",
    "An embedding is a list of numbers; a prefix of it is a shorter list.",
    "What is the difference between mitosis and meiosis?",
    "Cancel my subscription, please!",
    "a",
    "I",
    "the",
    "supercalifragilisticexpialidocious",
    "x" * 99,
    "x" * 100,
    "x" * 101,
    "pneumonoultramicroscopicsilicovolcanoconiosis " * 3,
]
EMPTY = ["", " ", "\t\n", "\u00a0", "\u200b", "\ufeff", "\u3000"]
LONG = [
    "long " * 253,
    "long " * 254,
    "long " * 255,
    "long " * 1000,
    "The river bends twice before it meets the sea, and every bend keeps a village. " * 120,
    "unbrokenword" * 800,
]
EMOJI = ["😀", "👨‍👩‍👧‍👦 family", "I ❤️ embeddings 🪆🪆🪆", "🇫🇷🇯🇵", "👍🏽 great", "(╯°□°)╯︵ ┻━┻"]
CJK = ["机器学习很有趣", "東京は日本の首都です。", "한국어 문장입니다.", "漢字とkanaのmixed文", "𠮷野家", "ｆｕｌｌ　ｗｉｄｔｈ"]
RTL = ["مرحبا بالعالم", "שלום עולם", "The word سلام means peace", "\u202eabc\u202c", "وَالْحَرَكَات"]
CONTROL = ["tab\tseparated\tvalues", "line\nbreak\r\nagain", "null\x00byte", "bell\x07 and escape\x1b[0m", "\x01\x02\x03", "soft\u00adhyphen", "zero\u200bwidth\u200djoiner", "\ufffdreplacement"]
ACCENTS = ["café naïve Ångström", "cafe\u0301 nai\u0308ve", "Zażółć gęślą jaźń", "Ελληνικά ΚΕΦΑΛΑΙΑ", "İstanbul ıI", "straße STRASSE ﬁne ﬂow", "Привет, мир"]
SYMBOLS = ["E = mc²; ∫₀^∞ e^{-x} dx = 1", "if (a && b) { return c[0]; }", "https://example.org/a?b=c&d=%20#e", "$3,141.59 – 50% off…", "[CLS] special [SEP] tokens [MASK] [PAD] [UNK]", "##ing ##ed", "<b>bold</b> &amp;", "100000000000000000000"]

TEXTS = PLAIN + EMPTY + LONG + EMOJI + CJK + RTL + CONTROL + ACCENTS + SYMBOLS
