/**
 * Readers of vectors that a user already has: arrays (npy, npz, safetensors, HDF5, fvecs, fbin and their like) and tables
 * (json, jsonl, csv, Parquet, Arrow, SQLite, word vectors), read in a stream so that a file may be larger than memory.
 * {@link org.matryoscope.corpus.vectors.VectorFiles} is the entrance, and {@link org.matryoscope.corpus.vectors.FileKind} tells
 * kinds apart. What a reader makes of a damaged file is a {@link org.matryoscope.base.Problem}, whatever its library throws.
 */
@NullMarked
package org.matryoscope.corpus.vectors;

import org.jspecify.annotations.NullMarked;
