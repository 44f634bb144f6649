package org.matryoscope.corpus.vectors;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.corpus.Packed;
import org.matryoscope.corpus.ReportingStream;

/** Word vectors in word2vec's binary form: a line of count and dimension, then each word, a blank and its little-endian floats. */
final class Word2VecFile implements TableRows {
    private static final Pattern COUNTS = Pattern.compile("(\\d{1,10}) (\\d{1,6})\\n");
    private static final int LONGEST_COUNTS = 20;
    /** Far longer than any word. */
    private static final int LONGEST_WORD = 10_000;

    private final Path file;
    private final long rows;
    private final int dimension;

    private Word2VecFile(Path file, long rows, int dimension) {
        this.file = file;
        this.rows = rows;
        this.dimension = dimension;
    }

    /** Whether a file's first bytes are such a line of counts; what follows is known not to be a text. */
    static boolean begins(byte[] head) {
        return counts(head).lookingAt();
    }

    private static Matcher counts(byte[] head) {
        return COUNTS.matcher(new String(head, 0, Math.min(head.length, LONGEST_COUNTS), StandardCharsets.ISO_8859_1));
    }

    /**
     * Opens a file.
     *
     * @throws Problem if its counts cannot be
     */
    static Word2VecFile open(Path path) {
        try (InputStream in = Packed.open(path, each -> each)) {
            Matcher counts = counts(in.readNBytes(LONGEST_COUNTS));
            int dimension = counts.lookingAt() ? Integer.parseInt(counts.group(2)) : 0;
            if (dimension < 1 || dimension > VectorFiles.MOST_DIMENSIONS) {
                throw new Problem(path.toString(),
                        "its first line does not say how many words of how many numbers follow",
                        "Write it again, in gensim with save_word2vec_format(file, binary=True).");
            }
            return new Word2VecFile(path, Long.parseLong(counts.group(1)), dimension);
        } catch (IOException e) {
            throw StreamedVectors.unreadable(path.toString(), e);
        }
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public void forEach(Wanted wanted, Progress progress, Predicate<TableRow> sink) {
        TableRow row = new TableRow(file);
        long size = size();
        long number = 0;
        try (InputStream in = Packed.open(file, each -> new ReportingStream(each, progress, 0, size))) {
            while (in.read() != '\n') {
                // The line of counts, which was read before.
            }
            ByteBuffer bytes = ByteBuffer.allocate(dimension * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            for (number = 1; number <= rows; number++) {
                row.begin("word", number, null);
                String word = word(in, number);
                if (in.readNBytes(bytes.array(), 0, bytes.capacity()) < bytes.capacity()) {
                    throw new EOFException();
                }
                fill(row, wanted, word, bytes);
                if (!sink.test(row)) {
                    return;
                }
            }
            int next = in.read();
            if (next >= 0 && (next != '\n' || in.read() >= 0)) {
                throw new Problem(file.toString(),
                        "its first line says that " + rows + " words follow, but something stands behind them",
                        "Export the file again; it is damaged, or its first line is wrong.");
            }
        } catch (IOException e) {
            throw StreamedVectors.unreadable(file + ", word " + Math.max(1, number) + " of " + rows, e);
        }
    }

    private void fill(TableRow row, Wanted wanted, String word, ByteBuffer bytes) {
        if (wanted.cell(WordTable.WORD)) {
            row.cell(WordTable.WORD, word);
        }
        if (wanted.vector(WordTable.VECTOR)) {
            Numbers numbers = row.start(WordTable.VECTOR);
            for (int i = 0; i < dimension; i++) {
                numbers.add(bytes.getFloat(i * Float.BYTES));
            }
        }
    }

    /** Reads up to a blank; some writers end the line before. */
    private String word(InputStream in, long number) throws IOException {
        byte[] word = new byte[32];
        int length = 0;
        for (int next = in.read(); next != ' '; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            if (length == LONGEST_WORD) {
                throw new Problem(file + ", word " + number, "no blank ends the word within " + LONGEST_WORD + " bytes",
                        "Export the file again; it is damaged, or its numbers are not 32-bit floats.");
            }
            if (length == word.length) {
                word = Arrays.copyOf(word, 2 * length);
            }
            if (length > 0 || next != '\n') {
                word[length++] = (byte) next;
            }
        }
        // Writers cut long words anywhere, also within a character.
        return new String(word, 0, length, StandardCharsets.UTF_8);
    }

    private long size() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw StreamedVectors.unreadable(file.toString(), e);
        }
    }
}
