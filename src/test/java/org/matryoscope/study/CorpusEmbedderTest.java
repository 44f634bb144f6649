package org.matryoscope.study;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.corpus.Document;
import org.matryoscope.corpus.EmbeddingCache;
import org.matryoscope.model.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class CorpusEmbedderTest {
    private final CountingEncoder encoder = new CountingEncoder();
    private final MapCache cache = new MapCache();
    private CorpusEmbedder embedder = new CorpusEmbedder(EmbeddingCache.NONE);

    @BeforeEach
    void useTheCache() {
        embedder = new CorpusEmbedder(cache);
    }

    @Test
    void rowsKeepTheOrderOfTheDocumentsAndEqualTextsAreEncodedOnce() {
        EmbeddedCorpus embedded = embedder.embed(encoder, corpus("b", "a", "b", "long text", "a"), Progress.NONE);
        assertThat(encoder.encoded).containsExactlyInAnyOrder("b", "a", "long text");
        for (int row = 0; row < 5; row++) {
            assertRow(embedded, row);
        }
        assertThat(embedded.cut()).containsExactly(3);
    }

    @Test
    void onlyChangedTextsAreEncodedAgain() {
        embedder.embed(encoder, corpus("a", "b", "long text"), Progress.NONE);
        encoder.encoded.clear();
        EmbeddedCorpus embedded = embedder.embed(encoder, corpus("a", "new", "long text"), Progress.NONE);
        assertThat(encoder.encoded).containsExactly("new");
        assertThat(embedded.cut()).containsExactly(2);
        assertRow(embedded, 0);
        assertRow(embedded, 1);
    }

    @Test
    void aRememberedVectorOfAnotherLengthIsNotUsed() {
        cache.store(encoder.profile().fingerprint(), Role.DOCUMENT,
                Map.of("a", new EmbeddingCache.CachedVector(new float[]{1}, false)));
        assertRow(embedder.embed(encoder, corpus("a"), Progress.NONE), 0);
    }

    @Test
    void withoutACacheEverythingIsEncoded() {
        assertRow(new CorpusEmbedder(EmbeddingCache.NONE).embed(encoder, corpus("a", "b"), Progress.NONE), 1);
        assertThat(encoder.encoded).hasSize(2);
    }

    @Test
    void aCancelledRunKeepsTheChunksThatWereDone() {
        int count = 3 * CorpusEmbedder.CHUNK;
        Corpus corpus = corpus(IntStream.range(0, count).mapToObj(i -> "text " + i).toArray(String[]::new));
        assertThatThrownBy(() -> embedder.embed(encoder, corpus, (done, total) -> {
            assertThat(total).isEqualTo(count);
            if (done > count / 2) {
                throw new CancellationException();
            }
        })).isInstanceOf(CancellationException.class);
        assertThat(cache.size()).isEqualTo(CorpusEmbedder.CHUNK);
        encoder.encoded.clear();
        embedder.embed(encoder, corpus, Progress.NONE);
        assertThat(encoder.encoded).hasSize(count - CorpusEmbedder.CHUNK);
    }

    @Test
    void progressNeverFallsAndReachesTheEnd() {
        long[] last = {0, 0};
        embedder.embed(encoder, corpus("a", "b", "a"), (done, total) -> {
            assertThat(done).isBetween(last[0], total);
            last[0] = done;
            last[1] = total;
        });
        assertThat(last[0]).isEqualTo(last[1]);
    }

    @Test
    void queriesAreRememberedApartFromDocuments() {
        embedder.embed(encoder, corpus("a"), Progress.NONE);
        assertThat(embedder.embedQuery(encoder, "a", Progress.NONE)).isEqualTo(CountingEncoder.vector("a", Role.QUERY));
        embedder.embedQuery(encoder, "a", Progress.NONE);
        assertThat(encoder.encoded).containsExactly("a", "a");
    }

    @Test
    void aBlankQueryIsRefused() {
        assertThatThrownBy(() -> embedder.embedQuery(encoder, " \t\n", Progress.NONE)).isInstanceOf(Problem.class)
                .hasMessageStartingWith("query");
    }

    private static void assertRow(EmbeddedCorpus embedded, int row) {
        float[] expected = CountingEncoder.vector(embedded.corpus().documents().get(row).text(), Role.DOCUMENT);
        double norm = Math.sqrt(IntStream.range(0, expected.length).mapToDouble(i -> expected[i] * expected[i]).sum());
        float[] actual = embedded.store().row(row);
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) actual[i]).isCloseTo(expected[i] / norm, within(1e-6));
        }
    }

    private static Corpus corpus(String... texts) {
        List<Document> documents = IntStream.range(0, texts.length)
                .mapToObj(i -> new Document("d" + i, texts[i], List.of()))
                .toList();
        return new Corpus("c", "", List.of(), documents, List.of());
    }
}
