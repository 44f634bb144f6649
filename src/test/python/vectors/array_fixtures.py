"""Writes small files of arrays and, beside each, the values that numpy sees in it.

Run: pip install numpy torch safetensors; python array_fixtures.py
Writes src/test/resources/vectors: NAME.EXT and NAME.EXT.csv (float32 values, a row a line) for files that must be read, and the
folder refused for files that must not.
"""

import io
import pathlib
import pickle
import shutil
import zipfile

import numpy as np
import safetensors.torch
import torch

OUT = pathlib.Path(__file__).resolve().parents[2] / "resources" / "vectors" / "arrays"
REFUSED = OUT / "refused"
RNG = np.random.default_rng(4)


def expect(name, array):
    with np.errstate(over="ignore"):
        rows = np.asarray(array).astype(np.float32)
    lines = [" ".join(repr(float(v)) for v in row) for row in rows]
    (OUT / (name + ".csv")).write_text("\n".join(lines) + "\n")


def npy(name, array, version=None):
    with open(OUT / (name + ".npy"), "wb") as file:
        np.lib.format.write_array(file, array, version=version, allow_pickle=False)
    expect(name + ".npy", array)


def vecs(name, rows, kind):
    with open(OUT / name, "wb") as file:
        for row in rows:
            file.write(np.int32(len(row)).tobytes())
            file.write(row.astype(kind).tobytes())
    expect(name, rows.astype(kind))


def main():
    shutil.rmtree(OUT, ignore_errors=True)
    REFUSED.mkdir(parents=True)
    floats = RNG.normal(size=(7, 19))
    for kind in ["<f2", ">f2", "<f4", ">f4", "<f8", ">f8"]:
        label = ("le_" if kind[0] == "<" else "be_") + kind[1:]
        npy("c_" + label, floats.astype(kind))
        npy("fortran_" + label, np.asfortranarray(floats.astype(kind)))
    for kind in ["i1", "u1", "<i2", ">u2", "<i4", ">i4", "<u4", "<i8", ">i8", "<u8"]:
        info = np.iinfo(kind)
        whole = RNG.integers(info.min, info.max, size=(5, 3), dtype=np.dtype(kind).newbyteorder("="), endpoint=True)
        whole[0] = [info.min, 1, info.max]
        npy("whole_" + kind.replace("<", "le_").replace(">", "be_"), whole.astype(kind))
    npy("bool", RNG.integers(0, 2, size=(4, 6)).astype(bool))
    npy("one_row", floats[:1].astype("<f4"))
    npy("one_column", floats[:, :1].astype("<f4"))
    npy("version_2", floats.astype("<f4"), version=(2, 0))
    npy("version_3", floats.astype("<f4"), version=(3, 0))
    npy("odd_values", np.array([[np.nan, np.inf, -np.inf], [0, -0.0, 0], [1e300, -1e300, 1e-300], [1e-45, 3e38, 1]]))

    texts = np.array(["Größe", "naïve 😀", "", "plain"])
    columns = dict(vectors=floats[:4].astype("<f4"), text=texts, id=np.array([b"a", b"b", b"c", "ü".encode()]),
                   label=np.array([3, 1, 3, 2**60 + 1]), relevance=np.array([0.5, 0, 1, 2]))
    np.savez(OUT / "columns.npz", **columns)
    expect("columns.npz", columns["vectors"])
    for name, save in [("stored", np.savez), ("deflated", np.savez_compressed)]:
        save(OUT / (name + "_c.npz"), floats.astype("<f2"))
        expect(name + "_c.npz", floats.astype("<f2"))
        save(OUT / (name + "_fortran.npz"), embeddings=np.asfortranarray(floats.astype(">f8")))
        expect(name + "_fortran.npz", floats)

    for kind in ["float16", "bfloat16", "float32", "float64", "int8", "uint8"]:
        tensor = torch.tensor(floats * 20).to(getattr(torch, kind)) if "float" in kind else torch.tensor(
            RNG.integers(0, 127, size=(6, 4))).to(getattr(torch, kind))
        name = f"{kind}.safetensors"
        safetensors.torch.save_file({"embeddings": tensor, "other": torch.zeros(3)}, OUT / name)
        expect(name, tensor.to(torch.float32).numpy())

    vecs("floats.fvecs", floats, "<f4")
    vecs("bytes.bvecs", RNG.integers(0, 256, size=(5, 8)), "u1")

    objects = np.array([[1.0, 2.0], [3.0, None]], dtype=object)
    np.save(REFUSED / "objects.npy", objects, allow_pickle=True)
    np.savez(REFUSED / "objects.npz", objects, allow_pickle=True)
    np.savez(REFUSED / "objects_beside.npz", vectors=floats[:2].astype("<f4"), text=np.array(["a", None], dtype=object))
    (REFUSED / "pickle.npy").write_bytes(pickle.dumps(floats[:2]))
    np.save(REFUSED / "structured.npy", np.zeros(3, dtype=[("id", "<i4"), ("vector", "<f4", (4,))]))
    np.save(REFUSED / "complex.npy", np.zeros((2, 2), dtype=complex))
    np.save(REFUSED / "texts.npy", texts)
    np.save(REFUSED / "one_axis.npy", floats[0])
    np.save(REFUSED / "three_axes.npy", np.zeros((2, 3, 4), dtype="<f4"))
    np.save(REFUSED / "no_axis.npy", np.float32(3))
    np.save(REFUSED / "no_rows.npy", np.zeros((0, 4), dtype="<f4"))
    np.savez(REFUSED / "no_vectors.npz", label=np.arange(3))
    with zipfile.ZipFile(REFUSED / "archive.npy", "w") as archive:
        data = io.BytesIO()
        np.save(data, floats)
        archive.writestr("a.npy", data.getvalue())


main()
