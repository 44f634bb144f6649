package org.matryoscope.cli;

import java.io.PrintWriter;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.corpus.CacheFolders;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.corpus.EmbeddingCache;
import org.matryoscope.corpus.SqliteEmbeddingCache;
import org.matryoscope.model.Encoder;
import org.matryoscope.study.CorpusEmbedder;
import org.matryoscope.study.EmbeddedCorpus;
import org.matryoscope.study.QueryAnswer;
import org.matryoscope.study.QueryMeans;
import org.matryoscope.study.QueryVectors;
import org.matryoscope.study.VectorOrigin;

/** What a command studies: a corpus under a model, or vectors from a file; closing it frees all. */
final class Subject implements AutoCloseable {
    private final Corpus corpus;
    private final VectorOrigin origin;
    private final @Nullable Encoder encoder;
    private final EmbeddingCache cache;
    private final CorpusEmbedder embedder;
    private @Nullable EmbeddedCorpus embedded;

    /** Studies what a model makes of a corpus. */
    Subject(Corpus corpus, Encoder encoder, PrintWriter err) {
        this(corpus, new VectorOrigin.Model(encoder.profile()), encoder, null, err);
    }

    /** Studies vectors from a file; the model, if there is one, encodes queries. */
    Subject(EmbeddedCorpus vectors, @Nullable Encoder encoder, PrintWriter err) {
        this(vectors.corpus(), vectors.origin(), encoder, vectors, err);
    }

    private Subject(Corpus corpus, VectorOrigin origin, @Nullable Encoder encoder, @Nullable EmbeddedCorpus embedded,
            PrintWriter err) {
        this.corpus = corpus;
        this.origin = origin;
        this.encoder = encoder;
        this.embedded = embedded;
        cache = SqliteEmbeddingCache.in(CacheFolders.platform(), SqliteEmbeddingCache.DEFAULT_BYTES,
                problem -> err.println("matryoscope: warning: " + problem.getMessage()));
        embedder = new CorpusEmbedder(cache);
    }

    VectorOrigin origin() {
        return origin;
    }

    Corpus corpus() {
        return corpus;
    }

    /**
     * Finds the vector of a query.
     *
     * @throws Problem if it has none
     */
    float[] query(QueryOption.Choice choice) {
        Integer row = choice.row();
        if (row != null) {
            int last = corpus.documents().size() - 1;
            if (row < 0 || row > last) {
                throw new Problem("--query-row", "there is no document " + row + " in “" + corpus.name() + "”",
                        "Choose 0 to " + last + ".");
            }
            return vector(QueryMeans.ofRow(corpus, row), null);
        }
        if (choice.vectors() == null) {
            return vector(Objects.requireNonNullElse(choice.text(), ""), null);
        }
        QueryVectors given = QueryVectors.read(choice.vectors(), embedded(), Progress.NONE);
        return vector(choice.text() == null ? given.names().getFirst() : choice.text(), given);
    }

    private float[] vector(String text, @Nullable QueryVectors given) {
        // A model can encode words before the corpus is; anything else asks the corpus.
        if (given == null && encoder != null && !text.strip().startsWith("#")) {
            return embedder.embedQuery(encoder, text, Progress.NONE);
        }
        return switch (new QueryMeans(embedded(), given, encoder, embedder).find(text, Progress.NONE)) {
            case QueryAnswer.Found found -> found.vector();
            case QueryAnswer.None none -> throw none.problem();
        };
    }

    /** The corpus's vectors, made at the first call: options are looked at before the long work. */
    EmbeddedCorpus embedded() {
        EmbeddedCorpus made = embedded;
        if (made == null) {
            made = embedder.embed(Objects.requireNonNull(encoder), corpus, Progress.NONE);
            embedded = made;
        }
        return made;
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.store().close();
        }
        if (encoder != null) {
            encoder.close();
        }
        cache.close();
    }
}
