"""Chooses the training pairs and holds out the arXiv items, and asserts that no text of an evaluation set is among them."""

import argparse
import csv
import gzip
import hashlib
import io
import json
import random
import zipfile
from pathlib import Path

SEED = 20261124
HELD_OUT_ARXIV = 2000
LONGEST_WORDS = 60
"""Words kept of a text: training cuts at 32 tokens, so more would only take room."""

SHARES = {
    "A_arxiv_title_abstract_CC0meta": 36000,
    "A_tatoeba_paraphrase_CCBY": 34000,
    "A_oewn_def_example_CCBY": 30000,
    "A_openstax_heading_para_CCBY": 30000,
    "A_oewn_lemma_def_CCBY": 16000,
    "A_openstax_term_def_CCBY": 12000,
    "A_medquad_q_a_CCBY": 8000,
    "A_factbook_field_text_PD": 7000,
    "A_msdocs_heading_para_CCBY": 6000,
    "A_openstax_exercise_CCBY": 6000,
    "A_tldr_task_cmd_CCBY": 6000,
    "A_githubtopics_CCBY": 1200,
}
"""Pairs taken of each source at most: general English, questions and passages, titles and abstracts, definitions, paraphrases."""


def normalised(text: str) -> str:
    """Folds case and white space, so that copies with another layout are found."""
    return " ".join(text.lower().split())


def arxiv_items(shared: Path) -> list[dict]:
    with gzip.open(shared / "arxiv/arxiv.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def held_out_arxiv(items: list[dict]) -> list[dict]:
    """The items with the smallest hashes of their ids: the choice depends neither on order nor on a seed."""
    by_hash = sorted(items, key=lambda item: hashlib.sha1(item["id"].encode()).hexdigest())
    return [{key: item[key] for key in ("id", "title", "abstract")} for item in by_hash[:HELD_OUT_ARXIV]]


def evaluation_texts(shared: Path, demo: Path, held_out: list[dict]) -> set[str]:
    """Every text that figures in an evaluation, normalised."""
    texts: set[str] = set()
    for name in ("stsb-dev.csv", "stsb-test.csv"):
        with open(shared / "sts" / name, encoding="utf-8", newline="") as file:
            for row in csv.reader(file):
                texts.update(row[:2])
    with open(shared / "clinc150/clinc150.tsv", encoding="utf-8") as lines:
        texts.update(line.rstrip("\n").split("\t")[3] for line in lines)
    with zipfile.ZipFile(shared / "scifact/scifact.zip") as archive:
        for name in archive.namelist():
            column = "abstract" if name.startswith("corpus") else "claim"
            with io.TextIOWrapper(archive.open(name), encoding="utf-8", newline="") as file:
                for row in csv.DictReader(file):
                    texts.update(row[key] for key in (column, "title") if key in row)
    for file in demo.rglob("*.jsonl"):
        texts.update(json.loads(line)["text"] for line in file.read_text(encoding="utf-8").splitlines())
    for item in held_out:
        texts.update((item["title"], item["abstract"]))
    return {normalised(text) for text in texts}


def source_pairs(file: Path) -> list[tuple[str, str]]:
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        return [tuple(line.rstrip("\n").split("\t")[:2]) for line in lines]


def usable(anchor: str, positive: str) -> bool:
    """Rejects empty texts, copies and a boilerplate that names its own anchor."""
    return bool(anchor and positive) and normalised(anchor) != normalised(positive) and not positive.startswith("Learn more about:")


def shortened(text: str) -> str:
    return " ".join(text.split()[:LONGEST_WORDS])


def choose(shared: Path, forbidden: set[str], rng: random.Random) -> list[dict]:
    chosen = []
    for source, share in SHARES.items():
        pairs = source_pairs(shared / f"pairs/{source}.tsv.gz")
        rng.shuffle(pairs)
        anchors: set[str] = set()
        kept = []
        for anchor, positive in pairs:
            key = normalised(anchor)
            # One pair an anchor: a second would be a false negative of the first.
            if usable(anchor, positive) and key not in anchors and not {key, normalised(positive)} & forbidden:
                anchors.add(key)
                kept.append({"source": source, "anchor": shortened(anchor), "positive": shortened(positive)})
                if len(kept) == share:
                    break
        print(f"{source}: {len(kept)} pairs")
        chosen += kept
    rng.shuffle(chosen)
    return chosen


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path, help="folder with pairs/, arxiv/, sts/, clinc150/, scifact/")
    parser.add_argument("demo", type=Path, help="folder of the app's corpora")
    parser.add_argument("work", type=Path, help="written: pairs.jsonl, arxiv_held_out.json")
    options = parser.parse_args()
    held_out = held_out_arxiv(arxiv_items(options.shared))
    forbidden = evaluation_texts(options.shared, options.demo, held_out)
    pairs = choose(options.shared, forbidden, random.Random(SEED))
    assert len(pairs) >= 100_000, len(pairs)
    leaked = [pair for pair in pairs if {normalised(pair["anchor"]), normalised(pair["positive"])} & forbidden]
    assert not leaked, leaked[:3]
    options.work.mkdir(parents=True, exist_ok=True)
    (options.work / "arxiv_held_out.json").write_text(json.dumps(held_out, ensure_ascii=False), encoding="utf-8")
    with open(options.work / "pairs.jsonl", "w", encoding="utf-8") as out:
        for pair in pairs:
            out.write(json.dumps(pair, ensure_ascii=False) + "\n")
    print(f"{len(pairs)} pairs, {len(held_out)} arXiv items held out, {len(forbidden)} evaluation texts absent")


if __name__ == "__main__":
    main()
