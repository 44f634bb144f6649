package org.matryoscope.question;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.matryoscope.base.Progress;
import org.matryoscope.corpus.BuiltInCorpora;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.corpus.Document;
import org.matryoscope.model.BuiltInModels;
import org.matryoscope.model.Encoder;
import org.matryoscope.model.Encoders;
import org.matryoscope.model.ModelOverrides;
import org.matryoscope.model.Role;
import org.matryoscope.study.EmbeddedCorpus;
import org.matryoscope.study.VectorOrigin;
import org.matryoscope.vector.VectorStore;

/** The built-in corpora under the built-in model as A; as B the same vectors with their dimensions shuffled. */
public final class RealSubjects {
    private static final Encoder ENCODER = Encoders.load(BuiltInModels.folders().getFirst(), ModelOverrides.NONE, 2,
            Progress.NONE);
    private static final Map<String, float[][]> VECTORS = new HashMap<>();

    private RealSubjects() {
    }

    public static Subject of(Side side, String corpusId, String query) {
        Corpus corpus = BuiltInCorpora.load(corpusId);
        float[][] rows = VECTORS.computeIfAbsent(corpusId,
                id -> ENCODER
                        .encode(corpus.documents().stream().map(Document::text).toList(), Role.DOCUMENT, Progress.NONE)
                        .vectors());
        float[][] own = side == Side.A ? rows : shuffled(rows);
        return TestSubjects.of(side,
                new EmbeddedCorpus(new VectorOrigin.Model(ENCODER.profile()), corpus, VectorStore.of(own), new int[0]),
                query, encode(query, side));
    }

    private static float[] encode(String query, Side side) {
        float[][] vector = ENCODER.encode(List.of(query), Role.QUERY, Progress.NONE).vectors();
        return side == Side.A ? vector[0] : shuffled(vector)[0];
    }

    private static float[][] shuffled(float[][] rows) {
        List<Integer> order = new java.util.ArrayList<>(IntStream.range(0, rows[0].length).boxed().toList());
        Collections.shuffle(order, new Random(7));
        float[][] result = new float[rows.length][order.size()];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < order.size(); j++) {
                result[i][j] = rows[i][order.get(j)];
            }
        }
        return result;
    }
}
