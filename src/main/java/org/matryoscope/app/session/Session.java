package org.matryoscope.app.session;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.jspecify.annotations.Nullable;

import org.matryoscope.app.state.Workbench;
import org.matryoscope.app.task.Workers;
import org.matryoscope.base.Problem;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.question.Side;
import org.matryoscope.question.Subject;
import org.matryoscope.study.CorpusEmbedder;
import org.matryoscope.study.EmbeddedCorpus;
import org.matryoscope.study.QueryMeans;
import org.matryoscope.study.QueryVectors;
import org.matryoscope.study.VectorImport;

/**
 * What is open: a model on each side, the corpus, the query. Every change runs through the workers and ends in the workbench's
 * subjects; until then, and where it fails, the earlier results stay.
 */
public final class Session {
    private final Workbench workbench;
    private final Workers workers;
    private final Map<Side, SideSession> sides = new EnumMap<>(Side.class);
    private final StoreFormats formats;
    private final Publication publication;
    private final ReadOnlyObjectWrapper<@Nullable Corpus> corpus = new ReadOnlyObjectWrapper<>(this, "corpus", null);
    private final ReadOnlyObjectWrapper<@Nullable CorpusSource> source = new ReadOnlyObjectWrapper<>(this, "source",
            null);
    private final ReadOnlyStringWrapper query = new ReadOnlyStringWrapper(this, "query", "");
    private Consumer<String> news = sentence -> {
    };
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper(this, "stale", false);

    /**
     * Opens nothing yet.
     *
     * @param workbench where results go
     * @param workers who works
     * @param models loads models
     * @param imports opens files of vectors
     * @param embedder encodes texts through the cache
     */
    public Session(Workbench workbench, Workers workers, ModelSource models, VectorImport imports,
            CorpusEmbedder embedder) {
        this.workbench = workbench;
        this.workers = workers;
        VectorOpening vectors = new VectorOpening(imports, models);
        SideSession.Listener listener = listener();
        for (Side side : Side.values()) {
            sides.put(side, new SideSession(side, workers, models, vectors, embedder, listener));
        }
        publication = new Publication(workbench);
        formats = new StoreFormats(workbench, workers.compute(), this::publish);
        sides.values().forEach(side -> side.encoder().subscribe(encoder -> updateStale()));
    }

    /** The model in use on a side, or null. */
    public ReadOnlyObjectProperty<@Nullable SharedEncoder> encoder(Side side) {
        return side(side).encoder();
    }

    /** The choice that is open on a side, or null. */
    public ReadOnlyObjectProperty<@Nullable SideChoice> choice(Side side) {
        return side(side).choice();
    }

    /** The query vectors that are open for a side, or null. */
    public ReadOnlyObjectProperty<@Nullable QueryVectors> queryVectors(Side side) {
        return side(side).given();
    }

    /** Why the query last asked has no vector on a side; empty where it has one. */
    public ReadOnlyStringProperty unanswered(Side side) {
        return side(side).unanswered();
    }

    /** Returns the name to show of what is open on a side; empty where nothing is. */
    public String shownName(Side side) {
        return side(side).shownName();
    }

    /** Returns the corpus and the vectors in use on a side; null until they are there. */
    public @Nullable EmbeddedCorpus texts(Side side) {
        return side(side).texts();
    }

    /** The corpus last opened, which the results may not show yet. */
    public ReadOnlyObjectProperty<@Nullable Corpus> corpus() {
        return corpus.getReadOnlyProperty();
    }

    /** Where the corpus last opened came from; null before the first, and where it came with vectors. */
    public ReadOnlyObjectProperty<@Nullable CorpusSource> source() {
        return source.getReadOnlyProperty();
    }

    /** The query last asked, which the results may not show yet. */
    public ReadOnlyStringProperty query() {
        return query.getReadOnlyProperty();
    }

    /** Whether what is shown is older than what was last asked for. */
    public ReadOnlyBooleanProperty stale() {
        return stale.getReadOnlyProperty();
    }

    /**
     * Tells of what happened without being asked for.
     *
     * @param listener takes a sentence
     */
    public void setOnNews(Consumer<String> listener) {
        news = listener;
    }

    /** Loads a model in place of what a side has at present, which stays until the new one is ready. */
    public void openModel(Side side, EncoderChoice choice) {
        side(side).load(choice);
    }

    /**
     * Opens a file of vectors in place of what a side has at present, which stays until they are there.
     *
     * @param side the side
     * @param choice the file
     */
    public void openVectors(Side side, VectorsChoice choice) {
        side(side).load(choice, corpus.get());
    }

    /**
     * Opens a file of query vectors for a side's vectors, and asks one of them.
     *
     * @param side the side
     * @param file any known file of vectors
     * @param first the name of the one to ask; null for the first
     */
    @SuppressWarnings("ReferenceEquality")
    public void openQueries(Side side, Path file, @Nullable String first) {
        EmbeddedCorpus texts = side(side).texts();
        workers.files().latest("queries " + side, "Reading " + file.getFileName(), progress -> {
            if (texts == null) {
                throw new Problem(file.toString(), "there are no vectors on side " + side + " to query",
                        "Open vectors first.");
            }
            return QueryVectors.read(file, texts, progress);
        }, queries -> {
            // The same object: vectors that came since may have another dimension.
            if (side(side).texts() == texts) {
                side(side).give(queries);
                query.set("");
                ask(first == null ? queries.names().getFirst() : first);
            }
        });
    }

    /** Leaves side B without a model. */
    public void closeModelB() {
        side(Side.B).unload();
        formats.stored(Side.B, null);
        workbench.subject(Side.B).set(null);
        workbench.ranking(Side.B).set(null);
        updateStale();
    }

    /**
     * Reads a corpus and, when it is there, uses it; says so where it was changed since it was opened last.
     *
     * @param from where it comes from
     * @param asked the query to ask of it; blank for its first judged one
     */
    public void openCorpus(CorpusSource from, String asked) {
        record Read(Corpus corpus, CorpusSource source) {}
        workers.files().latest("corpus", "Reading " + from.name(), progress -> {
            CorpusSource now = from.now();
            return new Read(now.read(progress), now);
        }, read -> {
            if (!read.source().equals(from)) {
                news.accept(from.name() + " was changed since it was opened last; it is read anew.");
            }
            useCorpus(read.corpus(), read.source(), asked);
        });
    }

    /**
     * Uses a corpus.
     *
     * @param value the corpus
     * @param from where it comes from
     * @param asked the query to ask of it; blank for its first judged one, or where it has none the present one
     */
    public void useCorpus(Corpus value, CorpusSource from, String asked) {
        if (!asked.isBlank()) {
            setQuery(asked);
        } else if (!value.queries().isEmpty()) {
            setQuery(value.queries().getFirst().text());
        }
        use(value, from);
    }

    /**
     * Uses an edited corpus, with the query as it is.
     *
     * @param value the corpus as edited
     */
    public void replaceCorpus(Corpus value) {
        use(value, new CorpusSource.Typed(value));
    }

    private void use(Corpus value, CorpusSource from) {
        corpus.set(value);
        source.set(from);
        sides.values().forEach(side -> use(side, value));
        updateStale();
    }

    /** Sets the prefix that the next results are first shown at; 0 for a third of their dimensions. */
    public void prefixOfNext(int d) {
        publication.prefixOfNext(d);
    }

    /**
     * Asks a query.
     *
     * @param text the query; a blank one is ignored, and the earlier results stay
     */
    public void ask(String text) {
        if (!text.isBlank() && !text.equals(query.get())) {
            setQuery(text);
        }
    }

    /**
     * Asks with the vector of a row, on both sides.
     *
     * @param row the row; others than those of the corpus are ignored
     */
    public void askRow(int row) {
        Corpus texts = corpus.get();
        if (texts != null && row >= 0 && row < texts.documents().size()) {
            ask(QueryMeans.ofRow(texts, row));
        }
    }

    /** Cancels what is under way and frees the models. */
    public void close() {
        sides.values().forEach(SideSession::close);
    }

    private void setQuery(String text) {
        query.set(text);
        sides.values().forEach(side -> side.ask(text));
        updateStale();
    }

    private SideSession.Listener listener() {
        return new SideSession.Listener() {
            @Override
            public void answered() {
                publish();
            }

            @Override
            public void brought(SideSession side, Corpus value) {
                adopt(side, value);
            }

            @Override
            public void doesNotFit(SideSession side) {
                goBack(side);
            }

            @Override
            public void encodingCancelled(SideSession side) {
                // Both sides encode the same texts: who wants them no longer wants neither.
                sides.values()
                        .stream()
                        .filter(other -> other.side() != side.side())
                        .forEach(SideSession::cancelEncoding);
            }
        };
    }

    private void adopt(SideSession side, Corpus value) {
        corpus.set(value);
        source.set(null);
        sides.values().stream().filter(other -> other.side() != side.side()).forEach(other -> use(other, value));
        EmbeddedCorpus texts = side.texts();
        if (texts != null) {
            setQuery(firstQuery(side, texts));
        }
        updateStale();
    }

    /** What to ask first of a corpus that came with its vectors: a judged query or the present one where words can be encoded. */
    private String firstQuery(SideSession side, EmbeddedCorpus texts) {
        if (side.encoder().get() != null) {
            return texts.corpus().queries().isEmpty() ? query.get() : texts.corpus().queries().getFirst().text();
        }
        int row = 0;
        while (texts.store().isExcluded(row)) {
            row++;
        }
        return QueryMeans.ofRow(texts.corpus(), row);
    }

    /** Goes back to the model that a side had before vectors which do not fit the corpus now open. */
    private void goBack(SideSession side) {
        EncoderChoice model = side.lastModel();
        if (model != null) {
            side.load(model);
        } else if (side.side() == Side.B) {
            closeModelB();
        } else {
            side.unload();
        }
    }

    private void use(SideSession side, Corpus value) {
        if (!value.hasTexts() && side.choice().get() instanceof EncoderChoice) {
            String closed = side.shownName();
            if (side.side() == Side.B) {
                closeModelB();
            } else {
                side.unload();
            }
            news.accept("%s was closed: the rows of %s have no texts to encode.".formatted(closed, value.name()));
        } else {
            side.use(value);
        }
    }

    private void publish() {
        Subject a = formats.stored(Side.A, side(Side.A).ready());
        Subject b = formats.stored(Side.B, side(Side.B).ready());
        if (a != null) {
            publication.show(a, b, !side(Side.B).unanswered().get().isEmpty());
        }
        updateStale();
    }

    private void updateStale() {
        stale.set(formats.isCopying() || !sides.values().stream().allMatch(SideSession::isUpToDate));
    }

    private SideSession side(Side side) {
        return Objects.requireNonNull(sides.get(side));
    }
}
