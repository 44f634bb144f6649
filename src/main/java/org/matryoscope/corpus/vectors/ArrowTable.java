package org.matryoscope.corpus.vectors;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.apache.arrow.flatbuf.DictionaryBatch;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.flatbuf.Schema;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.corpus.vectors.ArrowField.Kind;

/**
 * Rows of an Arrow IPC file, which Feather of version 2 is too, or of an Arrow stream. A vector is a list of numbers, a text or
 * bytes, or neighbouring columns of numbers that count up. Columns are read in a stream each, so a batch may be as large as
 * the file.
 */
final class ArrowTable implements TableRows {
    private static final byte[] MAGIC = "ARROW1".getBytes(StandardCharsets.US_ASCII);
    private static final int REPORTED_ROWS = 256;

    private final Path file;
    private final long start;
    private final List<ArrowField> schema;
    private final List<ArrowField> leaves;
    private final List<ColumnRun> runs;

    private ArrowTable(Path file, long start, List<ArrowField> schema) {
        this.file = file;
        this.start = start;
        this.schema = schema;
        leaves = schema.stream().flatMap(field -> field.leaves().stream()).toList();
        runs = ColumnRun.numbered(leaves.stream().map(ArrowField::name).toList(),
                leaf -> leaves.get(leaf).kind() == Kind.NUMBER);
    }

    /** Does something with an open file. */
    @FunctionalInterface
    private interface Work<T> {
        T with(FileChannel channel) throws IOException;
    }

    private static <T> T read(Path file, Work<T> work) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return work.with(channel);
        } catch (Problem | CancellationException e) {
            throw e;
        } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException | ArithmeticException
                | NegativeArraySizeException | ClassCastException | NullPointerException | AssertionError e) {
            // Metadata that leads out of its message; the classes that read it do not check it.
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new Problem(file.toString(), "it cannot be read as an Arrow file (" + reason + ")",
                    "Copy or export the file again; it may be damaged or be in writing still.", e);
        }
    }

    /** Opens a file and reads its schema. */
    static ArrowTable open(Path path) {
        return read(path, channel -> {
            long start = start(path, channel);
            ArrowMessage first = ArrowMessage.read(channel, start);
            if (first == null || first.message().headerType() != MessageHeader.Schema) {
                throw new IOException("it does not begin with a schema");
            }
            Schema schema = (Schema) first.message().header(new Schema());
            if (schema == null) {
                throw new IOException("it has no schema");
            }
            if (schema.endianness() != Endianness.Little) {
                throw new Problem(path.toString(), "its numbers stand in big-endian order, which is not read",
                        "Write the file again on a computer of today's kind.");
            }
            return new ArrowTable(path, first.end(), ArrowField.of(schema, path.toString()));
        });
    }

    /** Where the first message begins: behind the mark of a file, which must be complete, or at once in a stream. */
    private static long start(Path path, FileChannel channel) throws IOException {
        ByteBuffer mark = ByteBuffer.allocate(MAGIC.length);
        if (channel.size() < MAGIC.length) {
            throw new Problem(path.toString(), "the file is empty or cut off", "Choose a file with vectors.");
        }
        new ChannelBytes(channel).read(0, mark);
        if (!mark.flip().equals(ByteBuffer.wrap(MAGIC))) {
            return 0;
        }
        new ChannelBytes(channel).read(channel.size() - MAGIC.length, mark.clear());
        if (channel.size() < 2 * Long.BYTES || !mark.flip().equals(ByteBuffer.wrap(MAGIC))) {
            throw new Problem(path.toString(), "the file has no end",
                    "Copy or export the file again; it was cut off, or is in writing still.");
        }
        return Long.BYTES;
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public void forEach(Wanted wanted, Progress progress, Predicate<TableRow> sink) {
        List<ColumnRun> wantedRuns = runs.stream().filter(run -> wanted.vector(run.name())).toList();
        boolean[] needed = new boolean[leaves.size()];
        boolean[] single = new boolean[leaves.size()];
        for (int leaf = 0; leaf < needed.length; leaf++) {
            int column = leaf;
            single[leaf] = isWanted(leaf, wanted);
            needed[leaf] = single[leaf] || wantedRuns.stream().anyMatch(run -> run.holds(column));
        }
        read(file, channel -> {
            TableRow row = new TableRow(file);
            Map<Long, List<String>> words = new HashMap<>();
            long number = 0;
            long position = start;
            for (ArrowMessage message = ArrowMessage.read(channel, position); message != null; message = ArrowMessage
                    .read(channel, position)) {
                progress.report(position, channel.size());
                position = message.end();
                if (message.message().headerType() == MessageHeader.DictionaryBatch) {
                    addWords(channel, message, words);
                } else if (message.message().headerType() == MessageHeader.RecordBatch) {
                    RecordBatch batch = (RecordBatch) Objects
                            .requireNonNull(message.message().header(new RecordBatch()));
                    ArrowColumn[] columns = columns(channel, message, batch, words, needed);
                    for (long each = 0; each < batch.length(); each++) {
                        if (number % REPORTED_ROWS == 0) {
                            progress.report(
                                    message.body() + (long) (message.bodyLength() * ((double) each / batch.length())),
                                    channel.size());
                        }
                        row.begin("row", ++number, null);
                        fill(row, wanted, columns, single, wantedRuns);
                        if (!sink.test(row)) {
                            return row;
                        }
                    }
                }
            }
            return row;
        });
    }

    /** Whether a column is wanted for itself, and not only for a vector that it is an entry of. */
    private boolean isWanted(int leaf, Wanted wanted) {
        ArrowField field = leaves.get(leaf);
        boolean inVector = wanted.isEverything() && runs.stream().anyMatch(run -> run.isCertain() && run.holds(leaf));
        return switch (field.kind()) {
            case LIST -> wanted.vector(field.name());
            case TEXT, BYTES, WORD -> wanted.vector(field.name()) || wanted.cell(field.name());
            default -> !inVector && wanted.cell(field.name());
        };
    }

    private ArrowColumn[] columns(FileChannel channel, ArrowMessage message, RecordBatch batch,
            Map<Long, List<String>> words, boolean[] needed) throws IOException {
        // By their place: names may come twice.
        ArrowColumn[] columns = new ArrowColumn[leaves.size()];
        int[] seen = {0};
        List<Integer> places = new ArrayList<>();
        List<ArrowColumn> open = ArrowBatch.columns(channel, message, batch, schema, words, field -> {
            int place = seen[0]++;
            if (needed[place]) {
                places.add(place);
            }
            return needed[place];
        });
        for (int i = 0; i < places.size(); i++) {
            columns[places.get(i)] = open.get(i);
        }
        return columns;
    }

    private static void fill(TableRow row, Wanted wanted, ArrowColumn[] columns, boolean[] single,
            List<ColumnRun> wantedRuns) throws IOException {
        for (int leaf = 0; leaf < columns.length; leaf++) {
            if (columns[leaf] != null) {
                columns[leaf].next();
                if (single[leaf]) {
                    columns[leaf].read(row, wanted);
                }
            }
        }
        wantedRuns.forEach(run -> vector(row, run, columns));
    }

    private static void vector(TableRow row, ColumnRun run, ArrowColumn[] columns) {
        if (IntStream.of(run.columns()).allMatch(column -> columns[column].isNull())) {
            row.missing(run.name(), "all columns are null");
            return;
        }
        Numbers numbers = row.start(run.name());
        for (int column : run.columns()) {
            Float number = columns[column].number();
            if (number == null) {
                row.fault(run.name(),
                        Elements.notNumber(numbers.length() + 1, "null (column “" + columns[column].name() + "”)"),
                        Elements.REMEDY);
                return;
            }
            numbers.add(number);
        }
    }

    private void addWords(FileChannel channel, ArrowMessage message, Map<Long, List<String>> words) throws IOException {
        DictionaryBatch batch = (DictionaryBatch) Objects
                .requireNonNull(message.message().header(new DictionaryBatch()));
        RecordBatch data = Objects.requireNonNull(batch.data());
        ArrowField field = leaves.stream()
                .filter(each -> each.kind() == Kind.WORD && each.dictionary() == batch.id())
                .findFirst()
                .orElse(null);
        if (field == null) {
            return;
        }
        ArrowField values = new ArrowField(field.name(), field.type(), null, 0, false, List.of(), -1, null);
        ArrowTexts texts = (ArrowTexts) ArrowBatch
                .columns(channel, message, data, List.of(values), Map.of(), each -> true)
                .getFirst();
        List<String> list = batch.isDelta()
                ? new ArrayList<>(words.getOrDefault(batch.id(), List.of()))
                : new ArrayList<>();
        for (long i = 0; i < data.length(); i++) {
            texts.next();
            list.add(texts.isNull() ? "" : texts.text());
        }
        words.put(batch.id(), list);
    }
}
