"""Writes the same six vectors in every known format of tables and of word vectors, in the ways in which other software writes them.

Run: pip install numpy pandas pyarrow h5py zstandard; python make_tables.py
Writes vectors/tables/* under src/test/resources; expected.csv holds the vectors as float32, expected16.csv as float16,
expected8.csv as whole numbers.
"""

import base64
import csv
import gzip
import json
import pathlib
import pickle
import shutil
import sqlite3
import zipfile

import h5py

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.feather as feather
import pyarrow.parquet as pq
import zstandard

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "resources" / "vectors" / "tables"
ROWS, DIMENSION = 6, 9
IDS = [f"film-{i}" for i in range(ROWS)]
TEXTS = ["A café in Lisbon", "Two brothers, one boat", 'He said "no"', "Rain over Łódź", "東京の夜", "The last tram"]
GENRES = ["drama", "comedy", "drama", "drama", "comedy", "drama"]
VECTORS = np.random.default_rng(7).normal(scale=0.1, size=(ROWS, DIMENSION)).astype(np.float32)
VECTORS[1, 2], VECTORS[2, 0], VECTORS[3, 8] = 0.0, 1.17549435e-38, -3.4e-7


def write(name, text):
    (FOLDER / name).write_text(text, encoding="utf-8", newline="")


def floats(row):
    return [float(v) for v in row]


def records():
    return [
        {"id": i, "text": t, "genre": g, "embedding": floats(v)} for i, t, g, v in zip(IDS, TEXTS, GENRES, VECTORS)
    ]


def write_csv(name, header, rows, delimiter=","):
    with open(FOLDER / name, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, delimiter=delimiter, lineterminator="\n")
        writer.writerows([header] if header else [])
        writer.writerows(rows)


def json_files():
    write("names.json", json.dumps(dict(zip(TEXTS, map(floats, VECTORS))), indent=2))
    write("objects.json", json.dumps(records(), ensure_ascii=False))
    write("list.json", json.dumps([floats(v) for v in VECTORS]))
    write("under_key.json", json.dumps({"model": "m", "embeddings": [floats(v) for v in VECTORS], "took": 0.2}))
    data = [{"object": "embedding", "index": i, "embedding": floats(v)} for i, v in enumerate(VECTORS)]
    write("api.json", json.dumps({"object": "list", "data": data, "model": "m", "usage": {"total_tokens": 9}}))
    points = {i: {"title": t, "embedding": {"values": floats(v), "scale": 1}} for i, t, v in zip(IDS, TEXTS, VECTORS)}
    write("named_objects.json", json.dumps(points, indent=1))
    write("lines.jsonl", "".join(json.dumps(r) + "\n" for r in records()))
    write("lines.json", "".join(json.dumps(r) + "\n" for r in records()))
    write("lists.ndjson", "\r\n".join(json.dumps(floats(v)) for v in VECTORS))
    encoded = [base64.b64encode(v.astype("<f4").tobytes()).decode() for v in VECTORS]
    write("base64.jsonl", "".join(json.dumps({"text": t, "vector": e}) + "\n" for t, e in zip(TEXTS, encoded)))
    strings = [{"content": t, "embedding": json.dumps(floats(v))} for t, v in zip(TEXTS, VECTORS)]
    write("strings.json", json.dumps(strings))
    (FOLDER / "utf16.json").write_bytes(json.dumps(records(), ensure_ascii=False).encode("utf-16"))


def csv_files():
    rows = list(zip(IDS, TEXTS, GENRES, VECTORS))
    write_csv("lists.csv", ["id", "text", "genre", "embedding"], [[i, t, g, json.dumps(floats(v))] for i, t, g, v in rows])
    write_csv("bare.csv", ["text", "embedding"], [[t, " ".join(map(repr, floats(v)))] for _, t, _, v in rows])
    write_csv("semicolons.tsv", ["text", "embedding"], [[t, "; ".join(map(repr, floats(v)))] for _, t, _, v in rows], "\t")
    columns = [f"emb_{k}" for k in range(DIMENSION)]
    write_csv("spread.csv", ["id", "text", "genre"] + columns, [[i, t, g] + floats(v) for i, t, g, v in rows])
    write_csv("no_header.csv", None, [floats(v) for v in VECTORS])
    decimal = [[t] + [repr(x).replace(".", ",") for x in floats(v)] for _, t, _, v in rows]
    write_csv("decimal_comma.csv", ["text"] + columns, decimal, ";")
    pd.DataFrame(VECTORS.astype(float)).to_csv(FOLDER / "pandas_matrix.csv", lineterminator="\n")
    with np.printoptions(floatmode="unique", threshold=10**9):
        frame = pd.DataFrame({"text": TEXTS, "embedding": [str(v) for v in VECTORS]})
        frame.to_csv(FOLDER / "pandas_numpy.csv", lineterminator="\n")
        printed = pd.DataFrame({"text": TEXTS, "embedding": [repr(v) for v in VECTORS]})
        printed.to_csv(FOLDER / "numpy_repr.csv", index=False, lineterminator="\n")


def parquet(name, lists, **options):
    table = {"id": pa.array(IDS), "text": pa.array(TEXTS), "genre": pa.array(GENRES).dictionary_encode(), "embedding": lists}
    pq.write_table(pa.table(table), FOLDER / name, **options)


def parquet_files():
    rows = [floats(v) for v in VECTORS]
    single, double = pa.list_(pa.float32()), pa.list_(pa.float64())
    parquet("float.parquet", pa.array(rows, single), compression="snappy", row_group_size=4)
    parquet("double.parquet", pa.array(rows, double), compression="zstd", data_page_version="2.0", data_page_size=64)
    parquet("fixed.parquet", pa.array(rows, pa.list_(pa.float32(), DIMENSION)), compression="gzip")
    parquet("half.parquet", pa.array([list(v.astype(np.float16)) for v in VECTORS], pa.list_(pa.float16())), compression="none")
    parquet("split.parquet", pa.array(rows, single), use_dictionary=False, column_encoding={"embedding.list.element": "BYTE_STREAM_SPLIT", "id": "PLAIN", "text": "DELTA_BYTE_ARRAY", "genre": "PLAIN"})
    struct = pa.struct([("values", single), ("model", pa.string())])
    parquet("struct.parquet", pa.array([{"values": r, "model": "m"} for r in rows], struct))
    spread = {"text": TEXTS} | {f"d{k}": pa.array(VECTORS[:, k].astype(float)) for k in range(DIMENSION)}
    pq.write_table(pa.table(spread), FOLDER / "spread.parquet")
    parquet("null_vector.parquet", pa.array(rows[:3] + [None] + rows[4:], single))
    parquet("null_element.parquet", pa.array(rows[:4] + [rows[4][:2] + [None] + rows[4][3:]] + rows[5:], single))
    parquet("ragged.parquet", pa.array(rows[:5] + [rows[5][:-1]], single))
    parquet("empty_list.parquet", pa.array(rows[:5] + [[]], single))
    parquet("not_finite.parquet", pa.array(rows[:1] + [[float("nan")] * DIMENSION] + rows[2:], single))
    pq.write_table(pa.table({"text": pa.array([], pa.string()), "embedding": pa.array([], single)}), FOLDER / "no_rows.parquet")
    pq.write_table(pa.table({"text": TEXTS}), FOLDER / "no_vectors.parquet")


WORDS = ["lisbon", "brothers", "1999", "Łódź", "東京", "new york"]
WHOLE = np.round(VECTORS * 300).astype(np.int64).clip(-128, 127)


def word_files():
    lines = [w + " " + " ".join(map(repr, floats(v))) for w, v in zip(WORDS, VECTORS)]
    write("glove.txt", "\n".join(lines) + "\n")
    write("word2vec.txt", f"{ROWS} {DIMENSION}\n" + " \n".join(lines) + "\n")
    write("fasttext.vec", f"{ROWS} {DIMENSION}\n" + "\n".join(lines) + "\n")
    counts = f"{ROWS} {DIMENSION}\n".encode()
    # A blank ends the word here.
    entries = [w.replace(" ", "_").encode() + b" " + v.astype("<f4").tobytes() for w, v in zip(WORDS, VECTORS)]
    (FOLDER / "word2vec.bin").write_bytes(counts + b"".join(entries))
    (FOLDER / "word2vec_lines.bin").write_bytes(counts + b"".join(e + b"\n" for e in entries))
    np.savetxt(FOLDER / "savetxt.txt", VECTORS, fmt="%.9g")


def counted_files():
    for name, rows, kind in [("floats.fbin", VECTORS, "<f4"), ("whole.ibin", WHOLE, "<i4"), ("whole.i8bin", WHOLE, "i1"),
                             ("whole.u8bin", WHOLE + 128, "u1")]:
        with open(FOLDER / name, "wb") as file:
            np.array(rows.shape, dtype="<u4").tofile(file)
            rows.astype(kind).tofile(file)
    shutil.copy(FOLDER / "floats.fbin", FOLDER / "floats.bin")


def packed_files():
    for name in ["lists.csv", "glove.txt", "word2vec.bin", "float.parquet"]:
        (FOLDER / (name + ".gz")).write_bytes(gzip.compress((FOLDER / name).read_bytes(), mtime=0))
    for name in ["lines.jsonl", "objects.json"]:
        (FOLDER / (name + ".zst")).write_bytes(zstandard.ZstdCompressor().compress((FOLDER / name).read_bytes()))
    np.save(FOLDER / "array.npy", VECTORS)
    np.save(FOLDER / "axes.npy", VECTORS.reshape(ROWS, 1, DIMENSION, 1))
    (FOLDER / "array.npy.gz").write_bytes(gzip.compress((FOLDER / "array.npy").read_bytes(), mtime=0))


def refused_files():
    (FOLDER / "refused").mkdir(exist_ok=True)
    (FOLDER / "refused" / "list.pkl").write_bytes(pickle.dumps([floats(v) for v in VECTORS]))
    # As torch.save writes them: an archive with a pickle and the numbers; before version 1.6 some pickles.
    with zipfile.ZipFile(FOLDER / "refused" / "tensor.pt", "w") as archive:
        archive.writestr("tensor/data.pkl", pickle.dumps("a stand-in for the description of a tensor", protocol=2))
        archive.writestr("tensor/data/0", VECTORS.tobytes())
    old = pickle.dumps(0x1950A86A20F9469CFC6C, protocol=2) + pickle.dumps(1001, protocol=2)
    (FOLDER / "refused" / "old_tensor.pt").write_bytes(old)


def more_json():
    actions = [{"index": {"_index": "films", "_id": i}} for i in IDS]
    documents = [{"text": t, "genre": g, "vector": floats(v)} for t, g, v in zip(TEXTS, GENRES, VECTORS)]
    write("bulk.ndjson", "".join(json.dumps(a) + "\n" + json.dumps(d) + "\n" for a, d in zip(actions, documents)))
    mixed = json.dumps({"delete": {"_id": "gone"}}) + "\n"
    for a, d in zip(actions, documents):
        mixed += json.dumps({"create": a["index"]}) + "\n" + json.dumps(d) + "\n"
    write("bulk_mixed.jsonl", mixed)
    rows = [floats(v) for v in VECTORS]
    metadatas = [{"genre": g, "year": 1990 + k} for k, g in enumerate(GENRES)]
    collection = {"ids": IDS, "embeddings": rows, "metadatas": metadatas, "documents": TEXTS, "uris": None,
                  "included": ["documents", "embeddings"]}
    write("parallel.json", json.dumps(collection, ensure_ascii=False))
    write("parallel_before.json", json.dumps({"texts": TEXTS, "ids": IDS, "embeddings": rows, "model": "m"}))
    write("parallel_inside.json", json.dumps({"status": "ok", "result": {"vectors": rows, "ids": IDS, "genre": GENRES}}))


def arrow_files():
    rows = [floats(v) for v in VECTORS]
    single = pa.array(rows, pa.list_(pa.float32()))
    table = pa.table({"id": IDS, "text": TEXTS, "genre": pa.array(GENRES).dictionary_encode(), "embedding": single})

    def ipc(name, columns, opened=pa.ipc.new_file, batch=4, **options):
        with opened(FOLDER / name, columns.schema, options=pa.ipc.IpcWriteOptions(**options)) as writer:
            writer.write_table(columns, max_chunksize=batch)

    ipc("plain.arrow", table)
    ipc("stream.arrow", table, pa.ipc.new_stream)
    ipc("zstd.arrow", table, compression="zstd")
    feather.write_feather(table, FOLDER / "lz4.feather", compression="lz4")
    # Long enough for several blocks of LZ4, of which each refers to the one before.
    ipc("linked.arrow", table.append_column("long", pa.array([t * 4000 for t in TEXTS])), batch=100, compression="lz4")
    # A slice begins in the middle of its buffers.
    longer = pa.concat_tables([table, table]).combine_chunks()
    ipc("sliced.arrow", longer.slice(ROWS, ROWS), batch=100)
    double = pa.array(rows, pa.list_(pa.float64())).cast(pa.large_list(pa.float64()))
    fixed = pa.array(rows, pa.list_(pa.float32(), DIMENSION))
    others = {"id": pa.array(IDS, pa.large_string()), "text": pa.array(TEXTS, pa.string_view()), "genre": GENRES,
              "when": pa.array(range(ROWS), pa.timestamp("s")), "tags": [["a", "b"]] * ROWS, "rank": pa.array(range(ROWS), pa.uint8()),
              "seen": [True, False] * 3, "embedding": double}
    ipc("types.arrow", pa.table(others))
    ipc("fixed.arrow", pa.table({"text": TEXTS, "embedding": fixed}), compression="lz4")
    struct = pa.array([{"model": "m", "values": r} for r in rows], pa.struct([("model", pa.string()), ("values", pa.list_(pa.float32()))]))
    ipc("struct.arrow", pa.table({"id": IDS, "embedding": struct}))
    ipc("spread.arrow", pa.table({"text": TEXTS} | {f"d{k}": pa.array(VECTORS[:, k]) for k in range(DIMENSION)}))
    half = pa.array([list(v.astype(np.float16)) for v in VECTORS], pa.list_(pa.float16()))
    ipc("half.arrow", pa.table({"embedding": half}))
    gaps = pa.array([None] + rows[1:4] + [[]] + rows[5:], pa.list_(pa.float32()))
    ipc("gaps.arrow", pa.table({"id": IDS, "embedding": gaps}))
    blobs = pa.array([v.tobytes() for v in VECTORS])
    ipc("blobs.arrow", pa.table({"id": IDS, "embedding": blobs}))


def more_parquet():
    rows = [floats(v) for v in VECTORS]
    single = pa.array(rows, pa.list_(pa.float32()))
    parquet("lz4.parquet", single, compression="lz4")
    parquet("brotli.parquet", single, compression="brotli")
    parquet("texts.parquet", pa.array([json.dumps(r) for r in rows]))
    parquet("blobs.parquet", pa.array([v.tobytes() for v in VECTORS]))
    parquet("fixed_blobs.parquet", pa.array([v.tobytes() for v in VECTORS], pa.binary(4 * DIMENSION)))
    (FOLDER / "parts").mkdir(exist_ok=True)
    table = pq.read_table(FOLDER / "float.parquet")
    for k, (first, count) in enumerate([(0, 3), (3, 1), (4, 2)]):
        # The numbers are not filled up with zeros, so that their order is not that of their texts.
        pq.write_table(table.slice(first, count), FOLDER / "parts" / f"part-{[2, 10, 11][k]}.parquet")
    (FOLDER / "parts" / "_SUCCESS").write_bytes(b"")


def hdf5_file(name, write, **options):
    with h5py.File(FOLDER / name, "w", **options) as file:
        write(file)


def hdf5_files():
    def benchmark(file):
        # As the files of ann-benchmarks are laid out.
        file.attrs["distance"] = "angular"
        file.create_dataset("train", data=VECTORS)
        file.create_dataset("test", data=VECTORS[[4, 1]] * np.float32(2))
        file.create_dataset("neighbors", data=np.array([[4, 0], [1, 2]], dtype="<i4"))
        file.create_dataset("distances", data=np.zeros((2, 2), dtype="<f4"))

    hdf5_file("benchmark.hdf5", benchmark)
    hdf5_file("chunked.h5", lambda file: file.create_dataset("a/vectors", data=VECTORS, chunks=(4, 5), compression="gzip", shuffle=True))
    hdf5_file("rows.h5", lambda file: file.create_dataset("vectors", data=VECTORS, chunks=(2, DIMENSION), maxshape=(None, DIMENSION)))
    hdf5_file("big.h5", lambda file: file.create_dataset("vectors", data=VECTORS.astype(">f8")))
    hdf5_file("half.h5", lambda file: file.create_dataset("vectors", data=VECTORS.astype("<f2"), chunks=(3, 4), fletcher32=True))
    hdf5_file("new.h5", lambda file: file.create_dataset("vectors", data=VECTORS), libver="latest")

    def columns(file):
        file.create_dataset("embeddings", data=VECTORS)
        file.create_dataset("texts", data=TEXTS)
        file.create_dataset("ids", data=np.array([i.encode() for i in IDS]))
        file.create_dataset("year", data=np.arange(ROWS) + 1990)

    hdf5_file("columns.h5", columns)


def sqlite_file(name, *statements, rows=None):
    (FOLDER / name).unlink(missing_ok=True)
    with sqlite3.connect(FOLDER / name) as database:
        database.execute("PRAGMA page_size = 512")
        for statement in statements:
            database.execute(statement)
        for statement, row in rows or []:
            database.execute(statement, row)
    database.close()


def sqlite_files():
    films = "CREATE TABLE films(id TEXT PRIMARY KEY, text TEXT, genre TEXT, embedding BLOB)"
    insert = "INSERT INTO films VALUES (?, ?, ?, ?)"
    rows = [(insert, (i, t, g, v.tobytes())) for i, t, g, v in zip(IDS, TEXTS, GENRES, VECTORS)]
    sqlite_file("blobs.sqlite", films, rows=rows)
    gaps = [(insert, (i, t, g, None if k == 2 else v.tobytes())) for k, (i, t, g, v) in enumerate(zip(IDS, TEXTS, GENRES, VECTORS))]
    sqlite_file("gaps.db", films, rows=gaps)
    texts = [("INSERT INTO \"the films\" VALUES (?, ?)", (t, json.dumps(floats(v)))) for t, v in zip(TEXTS, VECTORS)]
    other = [("INSERT INTO notes VALUES (?)", ("a note",))]
    sqlite_file("texts.sqlite3", "CREATE TABLE notes(note TEXT)", "CREATE TABLE \"the films\"(text TEXT, vector TEXT)", rows=other + texts)


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    write_csv("expected.csv", None, [floats(v) for v in VECTORS])
    write_csv("expected16.csv", None, [floats(v.astype(np.float16)) for v in VECTORS])
    write_csv("expected8.csv", None, WHOLE.tolist())
    json_files()
    csv_files()
    parquet_files()
    word_files()
    counted_files()
    packed_files()
    refused_files()
    more_json()
    arrow_files()
    more_parquet()
    hdf5_files()
    sqlite_files()
