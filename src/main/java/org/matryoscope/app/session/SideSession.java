package org.matryoscope.app.session;

import java.util.concurrent.CancellationException;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.jspecify.annotations.Nullable;

import org.matryoscope.app.task.Workers;
import org.matryoscope.base.Count;
import org.matryoscope.base.Problem;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.question.AskedQuery;
import org.matryoscope.question.Side;
import org.matryoscope.question.Subject;
import org.matryoscope.study.CorpusEmbedder;
import org.matryoscope.study.EmbeddedCorpus;
import org.matryoscope.study.QueryAnswer;
import org.matryoscope.study.QueryMeans;
import org.matryoscope.study.QueryVectors;

/** One side's way from a model folder or a file of vectors to a {@link Subject}: open it, have the corpus's vectors, the query's. */
final class SideSession {
    /** Told of what becomes of a side; on the FX thread. */
    interface Listener {
        /** There is a new result, or a reason why the query has none. */
        void answered();

        /** A file of vectors brought a corpus of its own. */
        void brought(SideSession side, Corpus corpus);

        /** The vectors in use do not fit the corpus that was opened. */
        void doesNotFit(SideSession side);

        /** The user cancelled the encoding of the corpus. */
        void encodingCancelled(SideSession side);
    }

    private final Side side;
    private final Workers workers;
    private final ModelSource models;
    private final VectorOpening vectors;
    private final CorpusEmbedder embedder;
    private final Listener listener;
    private final ReadOnlyObjectWrapper<@Nullable SharedEncoder> encoder = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable SideChoice> choice = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable QueryVectors> given = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper unanswered = new ReadOnlyStringWrapper("");
    /** What answers queries. */
    private @Nullable QueryMeans means;
    private @Nullable EncoderChoice lastModel;
    private @Nullable Corpus corpus;
    private String query = "";
    /** The vectors of the present corpus under the present choice; null until they are there. */
    private @Nullable EmbeddedCorpus embedded;
    private @Nullable Subject ready;

    SideSession(Side side, Workers workers, ModelSource models, VectorOpening vectors, CorpusEmbedder embedder,
            Listener listener) {
        this.side = side;
        this.workers = workers;
        this.models = models;
        this.vectors = vectors;
        this.embedder = embedder;
        this.listener = listener;
    }

    Side side() {
        return side;
    }

    /** The model in use, which may be one attached to vectors. */
    ReadOnlyObjectProperty<@Nullable SharedEncoder> encoder() {
        return encoder.getReadOnlyProperty();
    }

    /** The choice that is open. */
    ReadOnlyObjectProperty<@Nullable SideChoice> choice() {
        return choice.getReadOnlyProperty();
    }

    /** The name to show of what is open: a model's own, else that of its file or folder; empty where nothing is open. */
    String shownName() {
        SideChoice open = choice.get();
        SharedEncoder loaded = encoder.get();
        return open instanceof EncoderChoice && loaded != null
                ? loaded.profile().name()
                : open == null ? "" : open.name();
    }

    /** The file of query vectors that is open. */
    ReadOnlyObjectProperty<@Nullable QueryVectors> given() {
        return given.getReadOnlyProperty();
    }

    /** Why the query last asked has no vector on this side; empty where it has one. */
    ReadOnlyStringProperty unanswered() {
        return unanswered.getReadOnlyProperty();
    }

    /** The model that was last open, if there was one. */
    @Nullable
    EncoderChoice lastModel() {
        return lastModel;
    }

    /** The latest complete result; null before the first. */
    @Nullable
    Subject ready() {
        return ready;
    }

    /** The vectors of the present corpus; null until they are there. */
    @Nullable
    EmbeddedCorpus texts() {
        return embedded;
    }

    /** Whether the latest result is what was last asked for. */
    // The same object: comparing a hundred thousand texts has no place on the FX thread.
    @SuppressWarnings("ReferenceEquality")
    boolean isUpToDate() {
        return ready == null || (ready.texts() == embedded && ready.asked().text().equals(query));
    }

    void load(EncoderChoice wanted) {
        Corpus texts = corpus;
        workers.inference().latest(slot("model"), "Loading " + wanted.name(), progress -> {
            if (texts != null && !texts.hasTexts()) {
                throw new Problem(wanted.name(), "the rows of " + texts.name() + " have no texts for a model to encode",
                        "Open texts instead, or attach the model to the vectors in their details.");
            }
            return new SharedEncoder(models.load(wanted, progress));
        }, loaded -> {
            lastModel = wanted;
            replace(wanted, loaded, null);
            embed();
        });
    }

    /**
     * Opens a file of vectors.
     *
     * @param wanted the file
     * @param texts the corpus that is open, if any
     */
    void load(VectorsChoice wanted, @Nullable Corpus texts) {
        load(wanted, texts, () -> {
        });
    }

    // The same object: see isUpToDate.
    @SuppressWarnings("ReferenceEquality")
    private void load(VectorsChoice wanted, @Nullable Corpus texts, Runnable onFailure) {
        workers.inference()
                .latest(slot("model"), "Opening " + wanted.name(), progress -> vectors.open(wanted, texts, progress),
                        opened -> {
                            replace(wanted.ofOpenTexts(), opened.encoder(), opened.texts());
                            if (opened.texts().corpus() != corpus) {
                                corpus = opened.texts().corpus();
                                listener.brought(this, opened.texts().corpus());
                            }
                            ask();
                        }, failure -> onFailure.run());
    }

    private void replace(SideChoice wanted, @Nullable SharedEncoder loaded, @Nullable EmbeddedCorpus texts) {
        SharedEncoder previous = encoder.get();
        workers.inference().cancel(slot("corpus"));
        workers.queries().cancel(slot("query"));
        embedded = texts;
        given.set(null);
        choice.set(wanted);
        encoder.set(loaded);
        updateMeans();
        dismiss(previous);
    }

    void unload() {
        cancel();
        SharedEncoder previous = encoder.get();
        choice.set(null);
        encoder.set(null);
        given.set(null);
        unanswered.set("");
        embedded = null;
        ready = null;
        means = null;
        dismiss(previous);
    }

    void use(Corpus value) {
        corpus = value;
        embedded = null;
        if (choice.get() instanceof VectorsChoice wanted) {
            load(wanted, value, () -> listener.doesNotFit(this));
        } else {
            embed();
        }
    }

    void ask(String text) {
        query = text;
        ask();
    }

    /**
     * Takes vectors of queries beside the present vectors.
     *
     * @param queries read for them
     */
    void give(QueryVectors queries) {
        given.set(queries);
        updateMeans();
    }

    /** Keeps the earlier means until there are new vectors: their encodings end with the model that made them. */
    private void updateMeans() {
        EmbeddedCorpus texts = embedded;
        if (texts != null) {
            means = new QueryMeans(texts, given.get(), encoder.get(), embedder);
        }
    }

    private void embed() {
        SharedEncoder model = encoder.get();
        Corpus texts = corpus;
        if (model == null || texts == null) {
            return;
        }
        workers.inference()
                .latest(slot("corpus"), "Encoding " + Count.of(texts.documents().size()) + " texts",
                        progress -> VectorOpening.watched(embedder.embed(model, texts, progress)), result -> {
                            embedded = result;
                            updateMeans();
                            ask();
                        }, failure -> {
                            if (failure instanceof CancellationException) {
                                listener.encodingCancelled(this);
                            }
                        });
    }

    void cancelEncoding() {
        workers.inference().cancel(slot("corpus"));
    }

    private void ask() {
        QueryMeans present = means;
        String text = query;
        if (present == null || embedded == null || text.isBlank()) {
            return;
        }
        workers.queries()
                .latest(slot("query"), "Encoding the query", progress -> present.find(text, progress), answer -> {
                    switch (answer) {
                        case QueryAnswer.Found found -> {
                            unanswered.set("");
                            ready = new Subject(side, present.texts(),
                                    new AskedQuery(text, found.vector(), found.row()), present);
                        }
                        case QueryAnswer.None none -> unanswered.set(none.what() + ". " + none.remedy());
                    }
                    listener.answered();
                });
    }

    private void cancel() {
        workers.inference().cancel(slot("model"));
        workers.inference().cancel(slot("corpus"));
        workers.queries().cancel(slot("query"));
    }

    /** Closes a model off the FX thread, since that waits for an encoding under way. */
    private void dismiss(@Nullable SharedEncoder previous) {
        if (previous == null) {
            return;
        }
        workers.inference().cancel(slot("corpus"));
        workers.queries().cancel(slot("query"));
        workers.inference().latest(slot("close " + System.identityHashCode(previous)), "Closing a model", progress -> {
            previous.close();
            return true;
        }, closed -> {
        });
    }

    void close() {
        cancel();
        dismiss(encoder.get());
    }

    private String slot(String what) {
        return what + " " + side;
    }
}
