package org.matryoscope.question;

import java.lang.ref.Cleaner;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Numbers;
import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.base.Share;
import org.matryoscope.rotation.PcaFit;
import org.matryoscope.rotation.Rotation;
import org.matryoscope.rotation.RotationFile;
import org.matryoscope.rotation.RotationKind;
import org.matryoscope.study.EmbeddedCorpus;
import org.matryoscope.study.RotatedVectors;
import org.matryoscope.vector.NumberFormat;
import org.matryoscope.vector.RowSample;
import org.matryoscope.vector.VectorStore;

/**
 * A corpus's vectors seen through a rotation, which is made when it is first looked through and then kept: fitted on all
 * documents, as one would deploy it, or on one half of them and looked at on the other, where documents are the queries.
 * Safe for several threads.
 */
public final class Lens {
    /** Frees images when nothing looks at them any more: who still does is known to the garbage collector only. */
    private static final Cleaner IMAGES = Cleaner.create();
    /** Seed of random rotations and orders, and of the halves. */
    private static final long SEED = 1;
    private static final int DRAWS = 5;

    private final EmbeddedCorpus texts;
    private final RotationChoice choice;
    private final RotatedVectors images;
    private @Nullable Seen whole;
    private @Nullable Seen half;

    /**
     * What is seen.
     *
     * @param store the vectors, through the rotation
     * @param rotation the rotation
     */
    public record Seen(VectorStore store, Rotation rotation) {
        /**
         * Sees a query in the same way.
         *
         * @param query D entries, as its model gave them
         * @return D entries
         */
        public float[] rotate(float[] query) {
            return rotation.apply(query);
        }
    }

    /**
     * Chooses a rotation; nothing is fitted yet.
     *
     * @param texts the corpus and its vectors
     * @param choice the rotation
     * @param images maps the vectors
     */
    public Lens(EmbeddedCorpus texts, RotationChoice choice, RotatedVectors images) {
        this.texts = texts;
        this.choice = choice;
        this.images = images;
    }

    /** Returns the rotation that was chosen. */
    public RotationChoice choice() {
        return choice;
    }

    /** Returns what maps the vectors. */
    RotatedVectors images() {
        return images;
    }

    /** Says whether it is fitted on these very documents. */
    public boolean isFittedHere() {
        return choice.kind() == RotationKind.PCA;
    }

    /**
     * Looks at all documents through a rotation fitted on all of them.
     *
     * @param progress told of the work, if any is left to do; cancels
     * @throws Problem if a rotation from a file does not fit
     */
    public synchronized Seen whole(Progress progress) {
        if (whole == null) {
            VectorStore given = texts.given().store();
            whole = choice.kind() == RotationKind.AS_IS
                    ? new Seen(texts.store(), Rotation.asIs(given.dimension()))
                    : seen(given, SEED, progress);
        }
        return whole;
    }

    /** Returns how many rotations of this kind are drawn where an answer is the mean over them; 1 where nothing is drawn. */
    public int draws() {
        return switch (choice.kind()) {
            case RANDOM, SHUFFLED -> DRAWS;
            case AS_IS, PCA, TRAINED -> 1;
        };
    }

    /**
     * Looks at documents through one of several rotations drawn.
     *
     * @param draw 0 … {@link #draws()} − 1; 0 is the one that {@link #whole} and {@link #half} look through
     * @param ofHalf whether only at the half that is measured
     * @param progress told of the work; cancels
     * @return what is seen; where {@code draw} is above 0, its store is the caller's to close
     * @throws Problem as {@link #half}
     */
    public Seen drawn(int draw, boolean ofHalf, Progress progress) {
        if (draw == 0) {
            return ofHalf ? half(progress) : whole(progress);
        }
        VectorStore given = texts.given().store();
        if (!ofHalf) {
            return mapped(given, draw, progress);
        }
        try (VectorStore measured = RowSample.copy(given, rows(false), Share.of(progress, 0, 0.2))) {
            return mapped(measured, draw, Share.of(progress, 0.2, 1));
        }
    }

    private Seen mapped(VectorStore given, int draw, Progress progress) {
        return mapped(given, part -> rotation(given, SEED + draw, part), progress);
    }

    private Seen mapped(VectorStore given, Function<Progress, Rotation> make, Progress progress) {
        RotatedVectors.Rotated rotated = RotatedVectors.IN_MEMORY.map(given, "", texts.store().format(), make,
                progress);
        return new Seen(rotated.store(), rotated.rotation());
    }

    /**
     * Returns which documents {@link #half} or {@link #whole} is fitted on.
     *
     * @param ofHalf whether only one half is
     * @return rows that are not excluded, ascending
     */
    public int[] fittedRows(boolean ofHalf) {
        return ofHalf ? rows(true) : RowSample.included(texts.given().store(), Integer.MAX_VALUE);
    }

    /**
     * Looks at documents through this kind of rotation, fitted on a few of those that it would be fitted on.
     *
     * @param rows at least one of {@link #fittedRows}, ascending
     * @param ofHalf whether only at the half that is measured
     * @param progress told of the work; cancels
     * @return what is seen; its store is the caller's to close
     */
    public Seen fittedOn(int[] rows, boolean ofHalf, Progress progress) {
        VectorStore given = texts.given().store();
        Progress rest = Share.of(progress, 0.1, 1);
        if (!ofHalf) {
            return mapped(given, part -> fitted(given, rows, part), rest);
        }
        try (VectorStore measured = RowSample.copy(given, rows(false), Share.of(progress, 0, 0.1))) {
            return mapped(measured, part -> fitted(given, rows, part), rest);
        }
    }

    /**
     * Looks at one half of the documents through a rotation fitted on the other; the halves are the same for every contender
     * of a corpus.
     *
     * @param progress told of the work, if any is left to do; cancels
     * @throws Problem if a rotation from a file does not fit, or a half has no document
     */
    public synchronized Seen half(Progress progress) {
        if (half == null) {
            VectorStore given = texts.given().store();
            if (rows(true).length == 0 || rows(false).length == 0) {
                throw new Problem(texts.corpus().name(),
                        "there are too few documents to fit a rotation on one half and measure on the other",
                        "Open more documents, or compare vectors as they are.");
            }
            VectorStore measured = RowSample.copy(given, rows(false), Share.of(progress, 0, 0.2));
            if (choice.kind() == RotationKind.AS_IS && texts.store().format() == NumberFormat.FLOAT32) {
                half = freedWithItsUsers(measured, Rotation.asIs(given.dimension()));
            } else {
                try (measured) {
                    half = seen(measured, "half", part -> fitted(given, rows(true), part), Share.of(progress, 0.2, 1));
                }
            }
        }
        return half;
    }

    /** Returns which documents {@link #half} looks at, ascending: row i of what is seen is the i-th of them. */
    public int[] halfRows() {
        return rows(false);
    }

    /** The rows of one half that are not excluded, ascending. */
    private int[] rows(boolean fitted) {
        VectorStore given = texts.given().store();
        SplittableRandom random = new SplittableRandom(SEED);
        boolean[] first = new boolean[given.rows()];
        for (int row = 0; row < first.length; row++) {
            first[row] = random.nextBoolean();
        }
        return IntStream.range(0, given.rows()).filter(row -> first[row] == fitted && !given.isExcluded(row)).toArray();
    }

    private Rotation rotation(VectorStore store, long seed, Progress progress) {
        int dimension = store.dimension();
        return switch (choice.kind()) {
            case AS_IS -> Rotation.asIs(dimension);
            case PCA -> PcaFit.fit(store, texts.origin().name() + ", " + texts.corpus().name(), progress);
            case RANDOM -> Rotation.random(dimension, seed);
            case SHUFFLED -> Rotation.shuffled(dimension, seed);
            case TRAINED -> RotationFile.load(Objects.requireNonNull(choice.file()));
        };
    }

    private Seen seen(VectorStore store, String part, Function<Progress, Rotation> make, Progress progress) {
        RotatedVectors.Rotated rotated = images.map(store, recipe(part), texts.store().format(), make, progress);
        return freedWithItsUsers(rotated.store(), rotated.rotation());
    }

    private static Seen freedWithItsUsers(VectorStore store, Rotation rotation) {
        Seen seen = new Seen(store, rotation);
        IMAGES.register(seen, store::close);
        return seen;
    }

    private Seen seen(VectorStore given, long seed, Progress progress) {
        return seen(given, "whole " + seed, part -> rotation(given, seed, part), progress);
    }

    private Rotation fitted(VectorStore given, int[] rows, Progress progress) {
        try (VectorStore fitted = RowSample.copy(given, rows, Share.of(progress, 0, 0.3))) {
            return rotation(fitted, SEED, Share.of(progress, 0.3, 1));
        }
    }

    /** What decides over the rotation of a store. */
    private String recipe(String part) {
        String file = choice.file() == null
                ? ""
                : choice.file().toAbsolutePath() + " " + choice.file().toFile().lastModified();
        return String.join(" ", choice.kind().key(), part, file);
    }

    /** Says what was fitted on what, where documents that are not the queries were fitted on. */
    public String fittedOnWhole() {
        return "PCA was fitted on all " + Numbers.whole(texts.given().store().includedRows())
                + " documents, never on the queries.";
    }

    /** Says what was fitted on what, where documents are the queries. */
    public String fittedOnHalf() {
        int fitted = rows(true).length;
        int measured = rows(false).length;
        return "PCA was fitted on " + Numbers.whole(fitted) + " documents, and every contender measured on the other "
                + Numbers.whole(measured) + ".";
    }

    /** Says, for a question about the query asked or about no query, what rotations were fitted on. */
    public static String fitWords(List<Contender> contenders) {
        String documents = "Measured on all "
                + Numbers.whole(contenders.getFirst().subject().texts().store().includedRows()) + " documents.";
        return contenders.stream()
                .map(Contender::lens)
                .filter(Lens::isFittedHere)
                .findFirst()
                .map(lens -> documents + " " + lens.fittedOnWhole())
                .orElse(documents);
    }
}
