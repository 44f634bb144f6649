"""Writes the model cards of the twins from the measured figures."""

import argparse
import json
from pathlib import Path

import targets
from batches import BATCH
from card_tables import agreement_table, figure_tables, lead_table, markdown_table, own_pca_finding, own_pca_tables
from evaluate import PCA_SAMPLE
from losses import CORRELATION_WEIGHT, DIVERGENCE_WEIGHT, SCALE
from sources import SOURCES
from train import LEARNING_RATE
from twin import TOKENS

TITLES = {"matryoshka": "MiniLM Matryoshka", "ordinary": "MiniLM ordinary"}
FOLDERS = {"matryoshka": "minilm-matryoshka", "ordinary": "minilm-ordinary"}
INTRODUCTIONS = {
    "matryoshka": "A sentence encoder of 384 dimensions whose first 8, 16, 32, 64, 128 and 256 dimensions are embeddings of their own: cut a"
                  " vector there and scale it to unit length again. It is all-MiniLM-L6-v2, fine-tuned with the Matryoshka loss.",
    "ordinary": "A sentence encoder of 384 dimensions, all-MiniLM-L6-v2 fine-tuned with a loss on the full vector only. It exists for"
                " comparison: it differs from its Matryoshka twin in nothing but the prefixes over which that loss is averaged.",
}
OTHER = {"matryoshka": "ordinary", "ordinary": "matryoshka"}


def card(twin: str, results: dict, own: dict, int8: dict) -> str:
    other = OTHER[twin]
    pairs = sum(results["pairs"].values())
    return f"""---
model_name: {TITLES[twin]}
license: apache-2.0
base_model: sentence-transformers/all-MiniLM-L6-v2
library_name: sentence-transformers
pipeline_tag: sentence-similarity
language: en
tags: [sentence-transformers, sentence-similarity, feature-extraction, {"matryoshka, " if twin == "matryoshka" else ""}onnx, int8]
---

# {TITLES[twin]}

{INTRODUCTIONS[twin]}

```python
from sentence_transformers import SentenceTransformer  # pip install "sentence-transformers[onnx]"

model = SentenceTransformer("models/{FOLDERS[twin]}", backend="onnx"{', truncate_dim=64' if twin == "matryoshka" else ''})
vectors = model.encode(["How do plants make food?", "Photosynthesis"], normalize_embeddings=True)
```

The folder holds an ONNX file and no PyTorch weights, hence `backend="onnx"`. Mean pooling, unit length, at most 256 tokens; no prompts.

## The twins

`{FOLDERS[twin]}` and [`{FOLDERS[other]}`](../{FOLDERS[other]}/README.md) start from the same weights and see the same {pairs:,} pairs once, in the same
order and batches ({BATCH} pairs, texts cut at {TOKENS} tokens), with the same optimiser and learning rate ({LEARNING_RATE:g}, warm-up, then linear decay). Both
have a square linear layer behind the base, the identity at first, which is trained with it and lies in the ONNX file. The loss of a vector is the contrastive
loss with the batch's other positives as negatives (MultipleNegativesRankingLoss, scale {SCALE:g}), plus how far each text's similarities to the others of the
batch are from those that the untouched base sees at full size: {DIVERGENCE_WEIGHT:g} times the divergence of their softmax and {CORRELATION_WEIGHT:g} times what
their correlation lacks of 1. The ordinary twin takes that loss at 384 dimensions, the Matryoshka twin as the mean over 384, 256, 128, 64, 32, 16 and 8. Nothing
else differs. [models/recipe](../recipe/README.md) trains, exports and measures both.

## Figures

Of the int8 files that are shipped, at each number of leading dimensions, scaled to unit length again. "PCA" rotates a model's vectors to the
principal axes of about {PCA_SAMPLE:,} training texts (fitted centred, applied about the origin), which keeps all cosines at full size: what an ordinary
model's prefixes can give without training for it.

{figure_tables(results)}

### Matryoshka twin less its rivals

The difference and its 95 % interval (paired bootstrap over the items). Where the interval holds 0, these items do not decide.

{lead_table(results)}

### The PCA of the documents themselves

Whoever indexes documents can fit a PCA to those very documents, without training and without a query. "Own PCA" is that: the eigenvectors of the
second-moment matrix of the documents' vectors (not centred), applied to documents and queries alike; the queries were never fitted on. Of CLINC150 the
training utterances are the documents. {own_pca_finding(own)} So where the documents are at hand, fit it and measure; the app's questions Rotation and Lab do.

{own_pca_tables(own)}

## Targets

{targets.report(results, int8)}

## int8

The file's linear layers and embedding tables are int8, with a scale for each block of 32 inputs of an output and for each token, and are computed with as
float32: but for the rounding of sums, a text's vector does not depend on the other texts of its batch. Dynamic quantisation, the usual way, also rounds what
flows between the layers, with one scale for the whole batch. Both against float32, for this twin; "largest change" is that of a figure over all prefixes, milliseconds are processor time for a
passage of the encyclopedia, one thread.

{agreement_table(int8[twin])}

## Data

All {pairs:,} pairs come from sources that allow models made of them to be shipped. No text of an evaluation set is among them; the recipe asserts it.

{data_table(results)}

## Limits

- English only; texts beyond 256 tokens are cut. Training saw at most {TOKENS} tokens of a text.
- The pairs are short and lean towards textbooks, definitions and computer science.
- Eight and sixteen dimensions order texts coarsely. They suit a first pass whose candidates are ranked again with more.
- Figures for the encyclopedia rest on 60 queries and 800 passages: differences of a few hundredths mean little there.
- The base was trained by others on a billion pairs from the web; its biases are likely still there.

## Licence

Apache-2.0, as the base, [sentence-transformers/all-MiniLM-L6-v2](https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2). The sources of the pairs are
credited above.
"""


def data_table(results: dict) -> str:
    rows = [[SOURCES[name].link(), SOURCES[name].pairs, f"{count:,}", SOURCES[name].licence]
            for name, count in sorted(results["pairs"].items(), key=lambda item: -item[1])]
    return markdown_table(["source", "anchor, positive", "pairs", "licence"], rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("results", type=Path, help="what evaluate.py wrote")
    parser.add_argument("own_pca", type=Path, help="what own_pca.py wrote")
    parser.add_argument("int8", type=Path, help="what compare_int8.py wrote")
    parser.add_argument("models", type=Path, help="the folder of the twins' folders, each of which gets its README.md")
    options = parser.parse_args()
    results, own, int8 = (json.loads(file.read_text(encoding="utf-8"))
                          for file in (options.results, options.own_pca, options.int8))
    for twin, folder in FOLDERS.items():
        (options.models / folder / "README.md").write_text(card(twin, results, own, int8), encoding="utf-8")


if __name__ == "__main__":
    main()
