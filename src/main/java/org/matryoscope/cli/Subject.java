package org.matryoscope.cli;

import java.io.PrintWriter;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Progress;
import org.matryoscope.corpus.CacheFolders;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.corpus.EmbeddingCache;
import org.matryoscope.corpus.SqliteEmbeddingCache;
import org.matryoscope.model.Encoder;
import org.matryoscope.model.ModelProfile;
import org.matryoscope.study.CorpusEmbedder;
import org.matryoscope.study.EmbeddedCorpus;

/** The model and the corpus that a command studies; closing it frees both. */
final class Subject implements AutoCloseable {
    private final Corpus corpus;
    private final Encoder encoder;
    private final EmbeddingCache cache;
    private final CorpusEmbedder embedder;
    private @Nullable EmbeddedCorpus embedded;

    Subject(Corpus corpus, Encoder encoder, PrintWriter err) {
        this.corpus = corpus;
        this.encoder = encoder;
        cache = SqliteEmbeddingCache.in(CacheFolders.platform(), SqliteEmbeddingCache.DEFAULT_BYTES,
                problem -> err.println("matryoscope: warning: " + problem.getMessage()));
        embedder = new CorpusEmbedder(cache);
    }

    ModelProfile model() {
        return encoder.profile();
    }

    Corpus corpus() {
        return corpus;
    }

    float[] query(String text) {
        return embedder.embedQuery(encoder, text, Progress.NONE);
    }

    /** The corpus's vectors, made at the first call: options are looked at before the long work. */
    EmbeddedCorpus embedded() {
        EmbeddedCorpus made = embedded;
        if (made == null) {
            made = embedder.embed(encoder, corpus, Progress.NONE);
            embedded = made;
        }
        return made;
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.store().close();
        }
        encoder.close();
        cache.close();
    }
}
