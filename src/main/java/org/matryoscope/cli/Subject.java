package org.matryoscope.cli;

import java.io.PrintWriter;

import org.matryoscope.base.Progress;
import org.matryoscope.corpus.CacheFolders;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.corpus.EmbeddingCache;
import org.matryoscope.corpus.SqliteEmbeddingCache;
import org.matryoscope.model.Encoder;
import org.matryoscope.study.CorpusEmbedder;
import org.matryoscope.study.EmbeddedCorpus;

/** The model and the embedded corpus that a command studies; closing it frees both. */
final class Subject implements AutoCloseable {
    private final EmbeddingCache cache;
    private final CorpusEmbedder embedder;
    private final Encoder encoder;

    private Subject(ModelOption model, PrintWriter err) {
        cache = SqliteEmbeddingCache.in(CacheFolders.platform(), SqliteEmbeddingCache.DEFAULT_BYTES,
                problem -> err.println("matryoscope: warning: " + problem.getMessage()));
        embedder = new CorpusEmbedder(cache);
        encoder = model.load();
    }

    static Subject load(ModelOption model, PrintWriter err) {
        return new Subject(model, err);
    }

    EmbeddedCorpus embed(Corpus corpus) {
        return embedder.embed(encoder, corpus, Progress.NONE);
    }

    float[] query(String text) {
        return embedder.embedQuery(encoder, text, Progress.NONE);
    }

    @Override
    public void close() {
        encoder.close();
        cache.close();
    }
}
