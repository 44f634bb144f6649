"""Encodes the texts of all batches with the untouched base, on all processors; parts that are there already are kept."""

import argparse
import os
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from pathlib import Path

import numpy as np
import torch
from torch.nn.functional import normalize

from base import base_folder
from batches import PART, BatchTexts, part_file
from twin import Twin


@cache
def tools(work: Path) -> tuple[Twin, BatchTexts]:
    """The base and the batches, loaded once by each process."""
    torch.set_num_threads(1)
    return Twin(base_folder()), BatchTexts(work)


def write(work: Path, part: int) -> None:
    """Writes the vectors of one part as float16, whole or not at all."""
    base, texts = tools(work)
    steps = range(part * PART, min(len(texts), (part + 1) * PART))
    with torch.inference_mode():
        units = [normalize(base.pooled(texts[step])).numpy().astype(np.float16) for step in steps]
    file = part_file(work, part)
    partial_file = file.with_suffix(".partial.npy")
    np.save(partial_file, np.stack(units))
    partial_file.rename(file)
    print(f"base, {file.name}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", type=Path, help="the folder that data.py wrote to; written: teacher/")
    work = parser.parse_args().work
    (work / "teacher").mkdir(exist_ok=True)
    parts = range(-(-len(BatchTexts(work)) // PART))
    missing = [part for part in parts if not part_file(work, part).exists()]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(partial(write, work), missing))


if __name__ == "__main__":
    main()
