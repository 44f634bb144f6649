package org.matryoscope.app.saved;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.matryoscope.app.session.CorpusSource;
import org.matryoscope.app.state.Beside;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.corpus.Document;
import org.matryoscope.vector.NumberFormat;

/** A program that saves sessions, each larger than the one before, until it is killed. */
final class EndlessWriter {
    private EndlessWriter() {
    }

    public static void main(String[] arguments) {
        Path file = Path.of(arguments[0]);
        for (int i = 1;; i++) {
            SavedSession.file(file).write(session(i));
        }
    }

    /** A session whose d says how many texts it has. */
    static SavedSession session(int d) {
        return new SavedSession(SavedSession.VERSION, null, null, new CorpusSource.Typed(corpus(d)), null, "a query", d,
                true, "scores", Map.of(), List.of(), NumberFormat.FLOAT32, Beside.FULL_DIMENSION, false, null);
    }

    /** Edited texts, twenty for each of d. */
    static Corpus corpus(int d) {
        List<Document> texts = IntStream.range(0, d * 20)
                .mapToObj(i -> new Document("t" + i, "an edited text, number " + i, List.of()))
                .toList();
        return new Corpus("edited", "", List.of(), texts, List.of());
    }
}
