"""Measures how far the shipped int8 files agree with float32, and sets the usual dynamic quantisation beside them.

Dynamic quantisation also rounds what flows between the layers, with one scale for all texts of a run. It is measured on the sets
of short texts, once with each text alone and once with texts together.
"""

import argparse
import json
import time
from pathlib import Path

import numpy as np
from onnxruntime.quantization import QuantType, quantize_dynamic

from encoder import TOKENS_PER_RUN, Encoder
from evaluate import DIMENSIONS, TWINS, Sets, figures, rows
from export import FLOAT32_FILE, INT8_FILE

DYNAMIC_FILE = "onnx/model_dynamic.onnx"
ALONE = 1
SHORT = ("sts-left", "sts-right", "clinc-train", "clinc-test", "encyclopedia-queries", "encyclopedia-documents")
TIMED_TEXTS = 100


def compared(sets: Sets, vectors: dict[str, np.ndarray], reference: dict[str, np.ndarray]) -> dict:
    """The cosines between the full vectors, and for each measure the largest change of a figure over the prefixes."""
    cosines = np.concatenate([np.sum(vectors[name] * reference[name], axis=1) for name in vectors])
    ours, theirs = ({d: rows(sets, {name: each[name] for name in vectors}, d) for d in DIMENSIONS} for each in (vectors, reference))
    wanted = figures(theirs)
    changes = {name: float(np.abs(np.subtract(each, wanted[name])).max()) for name, each in figures(ours).items()}
    return {"texts": len(cosines), "mean_cosine": float(cosines.mean()), "least_cosine": float(cosines.min()), "changes": changes}


def processor_time(encoder: Encoder, texts: list[str]) -> float:
    """Milliseconds of processor time a text."""
    encoder.encode_afresh(texts[:4])
    since = time.process_time()
    encoder.encode_afresh(texts)
    return 1000 * (time.process_time() - since) / len(texts)


def quantise_dynamically(folder: Path) -> None:
    """The most exact variant: a scale an output channel, and unsigned weights, which do not overflow on processors without VNNI."""
    if not (folder / DYNAMIC_FILE).exists():
        quantize_dynamic(folder / FLOAT32_FILE, folder / DYNAMIC_FILE, per_channel=True, weight_type=QuantType.QUInt8)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path, help="folder with sts/, scifact/, clinc150/")
    parser.add_argument("corpora", type=Path, help="folder of the app's corpora")
    parser.add_argument("work", type=Path, help="with export/ and float32/; vectors/ is kept there")
    parser.add_argument("results", type=Path, help="written: the comparison, JSON")
    options = parser.parse_args()
    sets = Sets.read(options.shared, options.corpora, options.work)
    cache = options.work / "vectors"
    short = {name: sets.texts()[name] for name in SHORT}
    results = {}
    for twin in TWINS:
        plain = options.work / "float32" / twin
        quantise_dynamically(plain)
        float32 = Encoder(plain, FLOAT32_FILE, cache)
        reference = float32.encode_all(sets.texts())
        shipped = Encoder(options.work / "export" / twin, INT8_FILE, cache)
        results[twin] = {"shipped": compared(sets, shipped.encode_all(sets.texts()), reference)}
        encoders = {"shipped": shipped, "float32": float32}
        for name, tokens in (("dynamic, alone", ALONE), ("dynamic, together", TOKENS_PER_RUN)):
            encoders[name] = Encoder(plain, DYNAMIC_FILE, cache, tokens)
            results[twin][name] = compared(sets, encoders[name].encode_all(short), reference)
        for name, encoder in encoders.items():
            entry = results[twin].setdefault(name, {})
            entry["bytes"] = encoder.file.stat().st_size
            entry["milliseconds"] = processor_time(encoder, sets.encyclopedia.documents[:TIMED_TEXTS])
    options.results.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
