package org.matryoscope.app.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.matryoscope.corpus.Corpus;
import org.matryoscope.corpus.Document;
import org.matryoscope.model.ModelProfile;
import org.matryoscope.model.Prompts;
import org.matryoscope.model.Sourced;
import org.matryoscope.model.Variant;
import org.matryoscope.question.Side;
import org.matryoscope.question.Subject;
import org.matryoscope.question.TestSubjects;
import org.matryoscope.study.EmbeddedCorpus;
import org.matryoscope.study.VectorOrigin;
import org.matryoscope.vector.VectorStore;

/** Subjects with seeded random vectors. */
final class Subjects {
    private Subjects() {
    }

    static Subject random(int rows, int dimension, long seed) {
        Random random = new Random(seed);
        float[][] vectors = new float[rows][];
        for (int row = 0; row < rows; row++) {
            vectors[row] = vector(random, dimension);
        }
        Corpus corpus = new Corpus("random " + seed, "", List.of(),
                IntStream.range(0, rows).mapToObj(row -> new Document("r" + row, "text " + row, List.of())).toList(),
                List.of());
        EmbeddedCorpus embedded = new EmbeddedCorpus(new VectorOrigin.Model(profile(dimension)), corpus,
                VectorStore.of(vectors), new int[0]);
        return TestSubjects.of(Side.A, embedded, "query " + seed, vector(random, dimension));
    }

    private static float[] vector(Random random, int dimension) {
        float[] vector = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return vector;
    }

    private static ModelProfile profile(int dimension) {
        Variant variant = new Variant("model.onnx", "float32", 1);
        return new ModelProfile("random", Path.of("random"), "random", dimension, new Sourced<>(List.of(), "default"),
                new Sourced<>(List.of(), "default"), new Sourced<>(new Prompts("", ""), "default"),
                new Sourced<>(256, "default"), new Sourced<>(variant, "default"), List.of(variant),
                new Sourced<>("not stated", "default"), new Sourced<>(List.of(), "default"), List.of());
    }
}
