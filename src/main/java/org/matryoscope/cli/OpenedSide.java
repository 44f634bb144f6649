package org.matryoscope.cli;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Problem;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.model.Encoder;
import org.matryoscope.question.AskedQuery;
import org.matryoscope.question.Side;
import org.matryoscope.question.Subject;
import org.matryoscope.study.CorpusEmbedder;
import org.matryoscope.study.EmbeddedCorpus;
import org.matryoscope.study.QueryAnswer;
import org.matryoscope.study.QueryMeans;
import org.matryoscope.study.QueryVectors;
import org.matryoscope.study.VectorOrigin;

/** One side of what a command asks about: a corpus under a model, or vectors from a file; closing it frees both. */
final class OpenedSide implements AutoCloseable {
    private final Side side;
    private final Corpus corpus;
    private final VectorOrigin origin;
    private final @Nullable Encoder encoder;
    private final CorpusEmbedder embedder;
    private final Messages messages;
    private @Nullable EmbeddedCorpus embedded;

    /** What a model makes of a corpus. */
    OpenedSide(Side side, Corpus corpus, Encoder encoder, CorpusEmbedder embedder, Messages messages) {
        this(side, corpus, new VectorOrigin.Model(encoder.profile()), encoder, null, embedder, messages);
    }

    /** Vectors from a file; the model, if there is one, encodes queries. */
    OpenedSide(Side side, EmbeddedCorpus vectors, @Nullable Encoder encoder, CorpusEmbedder embedder,
            Messages messages) {
        this(side, vectors.corpus(), vectors.origin(), encoder, vectors, embedder, messages);
    }

    private OpenedSide(Side side, Corpus corpus, VectorOrigin origin, @Nullable Encoder encoder,
            @Nullable EmbeddedCorpus embedded, CorpusEmbedder embedder, Messages messages) {
        this.side = side;
        this.corpus = corpus;
        this.origin = origin;
        this.encoder = encoder;
        this.embedded = embedded;
        this.embedder = embedder;
        this.messages = messages;
    }

    VectorOrigin origin() {
        return origin;
    }

    Corpus corpus() {
        return corpus;
    }

    /** The vectors of a file; null where a model makes them. */
    @Nullable
    EmbeddedCorpus imported() {
        return origin instanceof VectorOrigin.Imported ? embedded : null;
    }

    /**
     * Encodes what is not encoded yet.
     *
     * @param choice the query asked
     * @return texts, vectors and query
     * @throws Problem if the query has no vector
     */
    Subject subject(QueryOption.Choice choice) {
        AskedQuery query = choice.isNone() ? null : query(choice);
        return new Subject(side, embedded(), query, means(null));
    }

    private AskedQuery query(QueryOption.Choice choice) {
        Integer row = choice.row();
        if (row != null) {
            int last = corpus.documents().size() - 1;
            if (row < 0 || row > last) {
                throw new Problem("--query-row", "there is no document " + row + " in “" + corpus.name() + "”",
                        "Choose 0 to " + last + ".");
            }
            return query(QueryMeans.ofRow(corpus, row), null);
        }
        if (choice.vectors() == null) {
            return query(Objects.requireNonNullElse(choice.text(), ""), null);
        }
        QueryVectors given = QueryVectors.read(choice.vectors(), embedded(),
                messages.progress("Reading query vectors"));
        return query(choice.text() == null ? given.names().getFirst() : choice.text(), given);
    }

    private AskedQuery query(String text, @Nullable QueryVectors given) {
        // A model can encode words before the corpus is; anything else asks the corpus.
        if (given == null && encoder != null && !text.strip().startsWith("#")) {
            return new AskedQuery(text, embedder.embedQuery(encoder, text, messages.progress("Encoding the query")));
        }
        return switch (means(given).find(text, messages.progress("Encoding the query"))) {
            case QueryAnswer.Found found -> new AskedQuery(text, found.vector(), found.row());
            case QueryAnswer.None none -> throw none.problem();
        };
    }

    private QueryMeans means(@Nullable QueryVectors given) {
        return new QueryMeans(embedded(), given, encoder, embedder);
    }

    /** The corpus's vectors, made at the first call: options are looked at before the long work. */
    private EmbeddedCorpus embedded() {
        EmbeddedCorpus made = embedded;
        if (made == null) {
            Encoder model = Objects.requireNonNull(encoder);
            made = embedder.embed(model, corpus, messages.progress("Encoding texts with " + model.profile().name()));
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
    }
}
