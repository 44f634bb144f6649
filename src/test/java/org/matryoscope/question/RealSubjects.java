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
import org.matryoscope.model.Encoding;
import org.matryoscope.model.ModelOverrides;
import org.matryoscope.model.ModelProfile;
import org.matryoscope.model.Role;
import org.matryoscope.study.CorpusEmbedder;
import org.matryoscope.study.EmbeddedCorpus;
import org.matryoscope.study.MapCache;
import org.matryoscope.study.QueryMeans;
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
        EmbeddedCorpus texts = new EmbeddedCorpus(new VectorOrigin.Model(ENCODER.profile()), corpus,
                VectorStore.of(own), new int[0]);
        // A cache of its own a side: both encoders have one model's fingerprint.
        return new Subject(side, texts, new AskedQuery(query, encode(query, side)), new QueryMeans(texts, null,
                side == Side.A ? ENCODER : new ShuffledEncoder(), new CorpusEmbedder(new MapCache())));
    }

    /** Encodes as the built-in model, with B's order of dimensions. */
    private static final class ShuffledEncoder implements Encoder {
        @Override
        public ModelProfile profile() {
            return ENCODER.profile();
        }

        @Override
        public Encoding encode(List<String> texts, Role role, Progress progress) {
            Encoding encoding = ENCODER.encode(texts, role, progress);
            return new Encoding(shuffled(encoding.vectors()), encoding.cut());
        }

        @Override
        public void close() {
            // The model stays for the other tests.
        }
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
