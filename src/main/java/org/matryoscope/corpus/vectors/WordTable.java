package org.matryoscope.corpus.vectors;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.corpus.LineFile;

/**
 * Word vectors as texts: a line a word, the word first and the numbers after it, parted by blanks; GloVe writes nothing else,
 * word2vec and fastText a first line of count and dimension. Lines of numbers alone, as numpy.savetxt writes them, are read
 * too.
 */
final class WordTable implements TableRows {
    /** The field of the words. */
    static final String WORD = "word";
    /** The field of the vectors. */
    static final String VECTOR = "vector";
    /** Fewer numbers behind a word may be a sentence. */
    private static final int LEAST_NUMBERS = 4;
    private static final int SAMPLE = 20;

    private final LineFile file;
    private final Shape shape;
    private final float[] nothing;

    private WordTable(LineFile file, Shape shape) {
        this.file = file;
        this.shape = shape;
        nothing = new float[shape.dimension()];
    }

    /**
     * What lines hold.
     *
     * @param words how many the first line says there are; −1 where it is a word itself
     * @param hasWords whether a word stands before the numbers
     * @param dimension how many numbers, from the end of the line; what stands before them is the word
     */
    private record Shape(long words, boolean hasWords, int dimension) {
        /** Finds the shape; its dimension is 0 where the lines are nothing like that. */
        static Shape of(List<String> lines) {
            boolean hasCounts = !lines.isEmpty() && lines.getFirst().strip().matches("\\d{1,10} \\d{1,6}")
                    && (lines.size() == 1 || lines.get(1).strip().split("[ \t]+", -1).length > 2);
            List<String[]> rows = lines.stream()
                    .skip(hasCounts ? 1 : 0)
                    .map(line -> line.strip().split("[ \t]+", -1))
                    .toList();
            int dimension = hasCounts
                    ? Integer.parseInt(lines.getFirst().strip().split(" ", -1)[1])
                    : rows.stream().mapToInt(row -> row.length - 1).min().orElse(0);
            boolean numbers = !rows.isEmpty() && rows.stream()
                    .allMatch(row -> row.length == rows.getFirst().length && trailing(row) == row.length);
            boolean allWhole = numbers && rows.stream().allMatch(Shape::areWhole);
            // Words may be numbers too, such as years; the entries of a vector are of one kind.
            boolean hasWords = hasCounts || !numbers || (!allWhole && rows.stream().allMatch(row -> isWhole(row[0])));
            int shown = hasWords ? dimension : dimension + 1;
            boolean known = shown >= (hasCounts ? 1 : LEAST_NUMBERS)
                    && rows.stream().allMatch(row -> trailing(row) >= shown);
            long words = hasCounts ? Long.parseLong(lines.getFirst().strip().split(" ", -1)[0]) : -1;
            return new Shape(words, hasWords, known ? shown : 0);
        }

        private static boolean areWhole(String[] row) {
            for (String each : row) {
                if (!isWhole(each)) {
                    return false;
                }
            }
            return true;
        }

        private static boolean isWhole(String text) {
            return text.matches("[+-]?\\d+");
        }

        /** How many numbers stand at the end. */
        private static int trailing(String[] row) {
            int count = 0;
            while (count < row.length && NumberText.isNumber(row[row.length - 1 - count])) {
                count++;
            }
            return count;
        }
    }

    /** Whether a file's first lines are word vectors, or rows of numbers parted by blanks. */
    static boolean isOne(List<String> lines) {
        return Shape.of(lines.stream().filter(line -> !line.isBlank()).toList()).dimension() > 0;
    }

    /** Opens a file whose first lines are such. */
    static WordTable open(Path path, Progress progress) {
        LineFile file = LineFile.open(path, progress);
        List<String> lines = new ArrayList<>();
        file.forEach(Progress.NONE, (number, line) -> {
            lines.add(line);
            return lines.size() < SAMPLE;
        });
        Shape shape = Shape.of(lines);
        if (shape.dimension() == 0) {
            throw new Problem(path.toString(), "its lines are not a word and as many numbers each",
                    "Choose a file of word vectors, or call a table .csv or .tsv.");
        }
        return new WordTable(file, shape);
    }

    @Override
    public Path file() {
        return file.path();
    }

    @Override
    public List<String> assumed() {
        return List.of(shape.hasWords()
                ? "a word stands before the " + shape.dimension() + " numbers of each line"
                : "lines hold " + shape.dimension() + " numbers and no word");
    }

    @Override
    public void forEach(Wanted wanted, Progress progress, Predicate<TableRow> sink) {
        TableRow row = new TableRow(file.path());
        long[] words = {0};
        boolean[] stopped = {false};
        file.forEach(progress, (number, line) -> {
            if (shape.words() >= 0 && number == 1) {
                return true;
            }
            words[0]++;
            row.begin("line", number, null);
            fill(row, wanted, line);
            stopped[0] = !sink.test(row);
            return !stopped[0];
        });
        if (!stopped[0] && shape.words() >= 0 && words[0] != shape.words()) {
            throw new Problem(file.path().toString(),
                    "its first line says that " + shape.words() + " words follow, but there are " + words[0],
                    "Export or copy the file again, or mend the first line.");
        }
    }

    private void fill(TableRow row, Wanted wanted, String line) {
        String text = line.strip();
        int end = text.length();
        int begin = end;
        // From the end, since a word may have blanks in it.
        for (int i = 0; i < shape.dimension() && begin > 0; i++) {
            end = begin;
            while (end > 0 && isBlank(text.charAt(end - 1))) {
                end--;
            }
            begin = end;
            while (begin > 0 && !isBlank(text.charAt(begin - 1))) {
                begin--;
            }
        }
        if (wanted.vector(VECTOR)) {
            if (wanted.values()) {
                new ListText(text.substring(begin)).read(row, VECTOR);
            } else {
                // Only how many they are matters, which every line has in common.
                row.start(VECTOR).add(nothing, 0, nothing.length);
            }
        }
        if (shape.hasWords() && wanted.cell(WORD)) {
            row.cell(WORD, text.substring(0, begin).strip());
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
