package org.matryoscope.app.session;

import java.lang.ref.Cleaner;
import java.util.function.Consumer;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import org.matryoscope.app.state.Side;
import org.matryoscope.app.state.Subject;
import org.matryoscope.app.task.Workers;
import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.model.Encoder;
import org.matryoscope.study.CorpusEmbedder;
import org.matryoscope.study.EmbeddedCorpus;
import org.matryoscope.study.VectorOrigin;

/** One side's way from a model folder to a {@link Subject}: load, encode the corpus, encode the query. */
final class SideSession {
    /** Frees vectors when nothing shows or scans them any more: who still does is known to the garbage collector only. */
    private static final Cleaner STORES = Cleaner.create();

    private final Side side;
    private final Workers workers;
    private final ModelSource models;
    private final CorpusEmbedder embedder;
    private final Consumer<SideSession> onReady;
    private final ReadOnlyObjectWrapper<@Nullable SharedEncoder> encoder = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ModelChoice> choice = new ReadOnlyObjectWrapper<>();
    /** The encoder again, for workers: properties belong to the FX thread. */
    private volatile @Nullable Encoder inUse;
    private @Nullable Corpus corpus;
    private String query = "";
    private @Nullable EmbeddedCorpus embedded;
    private @Nullable Subject ready;

    SideSession(Side side, Workers workers, ModelSource models, CorpusEmbedder embedder,
            Consumer<SideSession> onReady) {
        this.side = side;
        this.workers = workers;
        this.models = models;
        this.embedder = embedder;
        this.onReady = onReady;
        encoder.subscribe(model -> inUse = model);
    }

    ReadOnlyObjectProperty<@Nullable SharedEncoder> encoder() {
        return encoder.getReadOnlyProperty();
    }

    /** The choice whose model is loaded. */
    ReadOnlyObjectProperty<@Nullable ModelChoice> choice() {
        return choice.getReadOnlyProperty();
    }

    /** The latest complete result; null before the first. */
    @Nullable
    Subject ready() {
        return ready;
    }

    /** Whether the latest result is what was last asked for. */
    boolean isUpToDate() {
        return ready == null || (isCurrent(ready.embedded()) && ready.queryText().equals(query));
    }

    /** Whether vectors are those of the present model and corpus. */
    // The same objects: comparing a hundred thousand texts has no place on the FX thread.
    @SuppressWarnings("ReferenceEquality")
    private boolean isCurrent(EmbeddedCorpus texts) {
        Encoder model = encoder.get();
        return model != null && texts.origin() instanceof VectorOrigin.Model made && made.profile() == model.profile()
                && texts.corpus() == corpus;
    }

    /** Encodes a query beside the one asked; for workers. */
    float[] encode(String text) {
        Encoder model = inUse;
        if (model == null) {
            throw new Problem("model " + side, "there is no model on this side", "Choose a model first.");
        }
        return embedder.embedQuery(model, text, Progress.NONE);
    }

    void load(ModelChoice wanted) {
        workers.inference()
                .latest(slot("model"), "Loading " + wanted.name(),
                        progress -> new SharedEncoder(models.load(wanted, progress)), loaded -> {
                            SharedEncoder previous = encoder.get();
                            choice.set(wanted);
                            encoder.set(loaded);
                            dismiss(previous);
                            embed();
                        });
    }

    void unload() {
        cancel();
        SharedEncoder previous = encoder.get();
        choice.set(null);
        encoder.set(null);
        embedded = null;
        ready = null;
        dismiss(previous);
    }

    void use(Corpus value) {
        corpus = value;
        embed();
    }

    void ask(String text) {
        query = text;
        ask();
    }

    private void embed() {
        Encoder model = encoder.get();
        Corpus texts = corpus;
        if (model == null || texts == null) {
            return;
        }
        workers.inference()
                .latest(slot("corpus"), "Encoding %,d texts".formatted(texts.documents().size()),
                        progress -> embedder.embed(model, texts, progress), result -> {
                            STORES.register(result, result.store()::close);
                            embedded = result;
                            ask();
                        });
    }

    private void ask() {
        Encoder model = encoder.get();
        EmbeddedCorpus texts = embedded;
        String text = query;
        if (model == null || texts == null || !isCurrent(texts) || text.isBlank()) {
            return;
        }
        workers.queries()
                .latest(slot("query"), "Encoding the query", progress -> embedder.embedQuery(model, text, progress),
                        vector -> {
                            ready = new Subject(side, texts, text, vector);
                            onReady.accept(this);
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
