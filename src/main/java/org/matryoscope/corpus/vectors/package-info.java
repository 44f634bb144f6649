/**
 * Readers of vectors that a user already has: arrays (npy, npz, safetensors, fvecs, bvecs) and tables (json, jsonl, csv,
 * Parquet), read in a stream so that a file may be larger than memory. {@link org.matryoscope.corpus.vectors.VectorFiles} is
 * the entrance.
 */
@NullMarked
package org.matryoscope.corpus.vectors;

import org.jspecify.annotations.NullMarked;
