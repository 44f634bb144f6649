"""Reads the evaluation sets from the shared data folder and from the app's own corpora."""

import ast
import csv
import io
import json
import re
import tokenize
import zipfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Similarity:
    """Pairs of sentences with the similarity that people gave them."""

    left: list[str]
    right: list[str]
    gold: list[float]


@dataclass(frozen=True)
class Retrieval:
    """Queries, documents, and for each query the grades of its relevant documents by their index."""

    queries: list[str]
    documents: list[str]
    relevance: list[dict[int, int]]


@dataclass(frozen=True)
class Labelled:
    """Texts, and for each level of labels one label a text."""

    texts: list[str]
    labels: dict[str, list[str]]


def sts_benchmark(shared: Path) -> Similarity:
    """The English STS benchmark's test part: 1,379 pairs."""
    with open(shared / "sts/stsb-test.csv", encoding="utf-8", newline="") as file:
        left, right, gold = zip(*csv.reader(file), strict=True)
    return Similarity(list(left), list(right), [float(score) for score in gold])


def scifact(shared: Path) -> Retrieval:
    """SciFact as BEIR has it: the 300 claims of the validation part, relevant are the abstracts they cite (339 in all)."""
    with zipfile.ZipFile(shared / "scifact/scifact.zip") as archive:
        corpus = _csv(archive, "corpus_train.csv")
        claims = _csv(archive, "claims_validation.csv")
    place = {row["doc_id"]: index for index, row in enumerate(corpus)}
    documents = [f"{row['title']} {' '.join(_strings(row['abstract']))}" for row in corpus]
    cited: dict[str, dict[int, int]] = {}
    # A claim has a row for each piece of its evidence.
    for row in claims:
        cited.setdefault(row["claim"], {}).update({place[each]: 1 for each in re.findall(r"\d+", row["cited_doc_ids"])})
    return Retrieval(list(cited), documents, list(cited.values()))


def clinc150(shared: Path, part: str) -> Labelled:
    """CLINC150's train or test part without the out-of-scope utterances; levels domain and intent."""
    with open(shared / "clinc150/clinc150.tsv", encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines]
    chosen = [row for row in rows if row[0] == part]
    return Labelled([row[3] for row in chosen],
                    {"domain": [row[1] for row in chosen], "intent": [row[2] for row in chosen]})


def arxiv_titles(work: Path) -> Retrieval:
    """The 2,000 arXiv items that data.py held out: a title's one relevant document is its own abstract."""
    items = json.loads((work / "arxiv_held_out.json").read_text(encoding="utf-8"))
    return Retrieval([item["title"] for item in items], [item["abstract"] for item in items],
                     [{index: 1} for index in range(len(items))])


def encyclopedia(corpora: Path) -> tuple[Retrieval, Labelled]:
    """The app's encyclopedia: 60 queries with grades 1 to 3, and the 800 passages' three levels of labels."""
    folder = corpora / "encyclopedia"
    levels = json.loads((folder / "corpus.json").read_text(encoding="utf-8"))["levels"]
    documents = _json_lines(folder / "documents.jsonl")
    queries = _json_lines(folder / "queries.jsonl")
    place = {document["id"]: index for index, document in enumerate(documents)}
    texts = [document["text"] for document in documents]
    graded = [{place[key]: grade for key, grade in query["relevance"].items()} for query in queries]
    # A subtopic of the same name under another topic is another subtopic.
    labels = {level: ["/".join(document["labels"][: depth + 1]) for document in documents]
              for depth, level in enumerate(levels)}
    return Retrieval([query["text"] for query in queries], texts, graded), Labelled(texts, labels)


def _csv(archive: zipfile.ZipFile, name: str) -> list[dict[str, str]]:
    with io.TextIOWrapper(archive.open(name), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _strings(literal: str) -> list[str]:
    """The strings of a printed numpy array, which has no commas between them."""
    tokens = tokenize.generate_tokens(io.StringIO(literal).readline)
    return [ast.literal_eval(token.string) for token in tokens if token.type == tokenize.STRING]


def _json_lines(file: Path) -> list[dict]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
