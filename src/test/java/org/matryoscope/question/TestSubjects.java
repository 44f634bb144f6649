package org.matryoscope.question;

import java.nio.file.Path;
import java.util.List;

import org.matryoscope.corpus.Corpus;
import org.matryoscope.corpus.Document;
import org.matryoscope.corpus.vectors.VectorChoice;
import org.matryoscope.study.CorpusEmbedder;
import org.matryoscope.study.EmbeddedCorpus;
import org.matryoscope.study.ImportRequest;
import org.matryoscope.study.MapCache;
import org.matryoscope.study.QueryMeans;
import org.matryoscope.study.RotatedVectors;
import org.matryoscope.study.VectorOrigin;
import org.matryoscope.vector.NumberFormat;
import org.matryoscope.vector.Samples;
import org.matryoscope.vector.VectorStore;

/** Subjects and what is asked of them, of vectors that no model made. */
public final class TestSubjects {
    private TestSubjects() {
    }

    /** A subject whose only further queries are its own rows. */
    public static Subject of(Side side, EmbeddedCorpus texts, String query, float[] vector) {
        return new Subject(side, texts, new AskedQuery(query, vector),
                new QueryMeans(texts, null, null, new CorpusEmbedder(new MapCache())));
    }

    /** A few random vectors of a dimension. */
    public static Subject random(int dimension) {
        Corpus corpus = new Corpus("random", "", List.of(),
                List.of(new Document("0", "good text", List.of()), new Document("1", "bad text", List.of())),
                List.of());
        ImportRequest request = new ImportRequest(Path.of("random.npy"),
                new VectorChoice("vectors", null, null, List.of(), null), NumberFormat.FLOAT32);
        EmbeddedCorpus texts = new EmbeddedCorpus(new VectorOrigin.Imported(request, dimension, null), corpus,
                VectorStore.of(Samples.gaussian(2, dimension, 1)), new int[0]);
        return of(Side.A, texts, "query", Samples.query(dimension, 2));
    }

    /** Asks about subjects as they are, with every option at its initial value. */
    public static Asking asking(Subject... subjects) {
        return new Asking(List.of(subjects)
                .stream()
                .map(subject -> Contender.of(subject, RotationChoice.AS_IS, RotatedVectors.IN_MEMORY))
                .toList(), List.of(), true, Choices.INITIAL);
    }
}
