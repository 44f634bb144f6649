package org.matryoscope.app;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

import org.matryoscope.corpus.Corpus;
import org.matryoscope.corpus.JudgedQuery;
import org.matryoscope.corpus.NumberedDocuments;
import org.matryoscope.model.ModelProfile;
import org.matryoscope.model.Prompts;
import org.matryoscope.model.Sourced;
import org.matryoscope.model.Variant;
import org.matryoscope.question.Side;
import org.matryoscope.question.Subject;
import org.matryoscope.question.TestSubjects;
import org.matryoscope.study.EmbeddedCorpus;
import org.matryoscope.study.VectorOrigin;
import org.matryoscope.vector.NumberFormat;
import org.matryoscope.vector.VectorStore;
import org.matryoscope.vector.VectorStoreBuilder;

/**
 * Subjects of any number of rows, seeded: an offset that all rows share, clusters around 64 centres, and noise, all with
 * energy that falls along the dimensions. The documents are generated when they are looked at.
 */
public final class ManyRows {
    private static final int CENTRES = 64;
    private static final float NOISE = 0.8f;
    /** Weight of the last dimension, of which the first has 1. */
    private static final double LAST_WEIGHT = 0.2;

    private final SplittableRandom random;
    private final float[] weights;
    private final float[][] centres;

    private ManyRows(int dimension, long seed) {
        random = new SplittableRandom(seed);
        weights = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            weights[i] = (float) Math.pow(LAST_WEIGHT, i / (double) dimension);
        }
        float[] offset = spread(new float[dimension], 0.5f);
        centres = new float[CENTRES][];
        for (int i = 0; i < CENTRES; i++) {
            centres[i] = spread(offset, 1);
        }
    }

    /** Makes a subject as {@link #subject(int, int, NumberFormat, long)} does, kept in float32. */
    public static Subject subject(int rows, int dimension, long seed) {
        return subject(rows, dimension, NumberFormat.FLOAT32, seed);
    }

    /**
     * Makes a subject whose query is near the first cluster; its one judged query is the same text.
     *
     * @param rows N
     * @param dimension D
     * @param format how the vectors are kept
     * @param seed of the vectors
     * @return the subject of model A; its store is the caller's to close
     */
    public static Subject subject(int rows, int dimension, NumberFormat format, long seed) {
        ManyRows many = new ManyRows(dimension, seed);
        float[] query = many.spread(many.centres[0], NOISE);
        JudgedQuery judged = new JudgedQuery("q", "near the first centre", java.util.Map.of(0, 1, CENTRES, 1));
        Corpus corpus = new Corpus(rows + " rows", "", List.of(), new NumberedDocuments(rows), List.of(judged));
        EmbeddedCorpus embedded = new EmbeddedCorpus(new VectorOrigin.Model(profile(dimension)), corpus,
                many.store(rows, format), new int[0]);
        return TestSubjects.of(Side.A, embedded, judged.text(), query);
    }

    private VectorStore store(int rows, NumberFormat format) {
        try (VectorStoreBuilder builder = VectorStore.builder(rows, weights.length, format)) {
            for (int row = 0; row < rows; row++) {
                builder.put(row, spread(centres[row % CENTRES], NOISE));
            }
            return builder.build();
        }
    }

    /** A point around a centre, uniform in a box. */
    private float[] spread(float[] centre, float size) {
        float[] vector = centre.clone();
        for (int i = 0; i < vector.length; i++) {
            vector[i] += size * weights[i] * (random.nextInt() * 0x1p-31f);
        }
        return vector;
    }

    private static ModelProfile profile(int dimension) {
        Variant variant = new Variant("none", "random", 0);
        return new ModelProfile("random", Path.of("random"), "random", dimension, new Sourced<>(List.of(), "default"),
                new Sourced<>(List.of(), "default"), new Sourced<>(new Prompts("", ""), "default"),
                new Sourced<>(1, "default"), new Sourced<>(variant, "default"), List.of(variant),
                new Sourced<>("none", "default"), new Sourced<>(List.of(), "default"), List.of());
    }
}
