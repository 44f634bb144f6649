package org.matryoscope.model;

/** How token vectors become one text vector; the names are those of sentence-transformers' {@code pooling_mode}. */
public enum Pooling {
    CLS, MAX, MEAN, MEAN_SQRT_LEN_TOKENS, WEIGHTEDMEAN, LASTTOKEN
}
