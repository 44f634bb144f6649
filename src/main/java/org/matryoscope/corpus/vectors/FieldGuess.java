package org.matryoscope.corpus.vectors;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Problem;
import org.matryoscope.corpus.ColumnChoice;
import org.matryoscope.corpus.ColumnGuess;
import org.matryoscope.corpus.vectors.VectorField.Kind;

/** Guesses from names and first rows which fields hold vectors, texts, ids, labels and relevance. */
final class FieldGuess {
    private static final Pattern VECTORS = Pattern
            .compile(".*(embedding|vector).*|emb|embs|vec|vecs|features?|values|data|x|arr_0|train");
    private static final Pattern QUERIES = Pattern.compile("test|quer(y|ies)(_(vectors?|embeddings?))?");
    private static final Pattern RELEVANCE = Pattern
            .compile("relevance|relevances|relevant|grades?|qrels?|judge?ments?");

    private final List<VectorField> fields;
    private final List<List<String>> rows;

    private FieldGuess(List<VectorField> fields, List<List<String>> rows) {
        this.fields = fields;
        this.rows = rows;
    }

    /**
     * Proposes a choice.
     *
     * @param file for the message
     * @param fields what the file holds
     * @param rows its first rows, one cell a field
     * @throws Problem if no field holds vectors
     */
    static VectorChoice of(Path file, List<VectorField> fields, List<List<String>> rows) {
        return new FieldGuess(fields, rows).choice(file);
    }

    /** Returns the field of queries beside one of documents, as in benchmarks: "test" beside "train"; null where there is none. */
    static @Nullable String queries(List<VectorField> fields) {
        List<VectorField> vectors = fields.stream().filter(field -> field.kind() == Kind.VECTORS).toList();
        return vectors.size() < 2
                ? null
                : vectors.stream().map(VectorField::name).filter(QUERIES.asMatchPredicate()).findFirst().orElse(null);
    }

    private VectorChoice choice(Path file) {
        VectorField vectors = fields.stream()
                .filter(field -> field.kind() == Kind.VECTORS)
                .max(Comparator.comparing((VectorField field) -> named(VECTORS, field))
                        .thenComparingDouble(field -> (double) Math.abs(field.rows()) * field.dimension()))
                .orElseThrow(() -> new Problem(file.toString(), "the file holds no vectors",
                        "Choose a file with a list of numbers, or a row of a two-dimensional array, for each text."));
        Optional<VectorField> relevance = beside(vectors).filter(field -> field.kind() == Kind.NUMBERS)
                .filter(field -> named(RELEVANCE, field))
                .findFirst();
        List<VectorField> columns = beside(vectors).filter(field -> relevance.filter(field::equals).isEmpty()).toList();
        return choice(vectors.name(), columns, relevance.map(VectorField::name).orElse(null));
    }

    private VectorChoice choice(String vectors, List<VectorField> columns, @Nullable String relevance) {
        if (columns.isEmpty()) {
            return new VectorChoice(vectors, null, null, List.of(), relevance);
        }
        int[] places = columns.stream().mapToInt(fields::indexOf).toArray();
        List<List<String>> cells = rows.stream().map(row -> IntStream.of(places).mapToObj(row::get).toList()).toList();
        ColumnChoice guess = ColumnGuess.of(columns.stream().map(VectorField::name).toList(), cells);
        boolean isText = columns.stream()
                .anyMatch(field -> field.kind() == Kind.TEXTS && field.name().equals(guess.text()));
        return new VectorChoice(vectors, isText && !guess.text().equals(guess.id()) ? guess.text() : null, guess.id(),
                guess.levels(), relevance);
    }

    private Stream<VectorField> beside(VectorField vectors) {
        return fields.stream()
                .filter(field -> field.kind() != Kind.VECTORS)
                .filter(field -> field.rows() == vectors.rows());
    }

    private static boolean named(Pattern pattern, VectorField field) {
        return pattern.matcher(field.name().toLowerCase(Locale.ROOT)).matches();
    }
}
