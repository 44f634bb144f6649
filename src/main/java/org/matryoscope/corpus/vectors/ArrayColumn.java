package org.matryoscope.corpus.vectors;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;

/**
 * Reads a one-dimensional array of texts or numbers.
 *
 * @param file the file
 * @param array one of its arrays, with one axis
 */
record ArrayColumn(ArrayFile file, StoredArray array) {
    private static final int CHUNK = 1 << 20;

    /** Takes the bytes of some items. */
    @FunctionalInterface
    private interface Chunks {
        void accept(int first, int count, MemorySegment bytes) throws CharacterCodingException;
    }

    /**
     * Reads the first items as texts; numbers as they are usually written.
     *
     * @param wanted how many
     * @param progress told in items; cancels
     * @throws Problem if one is not valid text, or the file proves faulty; names the row
     */
    List<String> texts(int wanted, Progress progress) {
        Optional<List<String>> elsewhere = file.texts(array, wanted);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        List<String> texts = new ArrayList<>(Math.min(wanted, CHUNK));
        read(wanted, progress, (first, count, bytes) -> {
            for (int i = 0; i < count; i++) {
                texts.add(array.items().text(bytes, (long) i * array.items().bytes()));
            }
        }, texts);
        return texts;
    }

    /**
     * Reads all items as numbers.
     *
     * @param progress told in items; cancels
     * @throws Problem if they are texts, or the file proves faulty
     */
    float[] numbers(Progress progress) {
        if (!(array.items() instanceof NumberItems numbers)) {
            throw new Problem(array.place(), "the array holds texts, not numbers", "Choose an array of numbers.");
        }
        float[] values = new float[array.rows()];
        read(values.length, progress,
                (first, count, bytes) -> numbers.type().toFloats(bytes, 0, numbers.order(), values, first, count),
                List.of());
        return values;
    }

    /** Reads the first items; {@code done} holds those that are read, so that a message can name the next one. */
    private void read(int wanted, Progress progress, Chunks chunks, List<String> done) {
        int size = array.items().bytes();
        int atOnce = Math.clamp(CHUNK / size, 1, Math.max(1, wanted));
        ByteBuffer buffer = ByteBuffer.allocateDirect(atOnce * size);
        MemorySegment segment = MemorySegment.ofBuffer(buffer);
        int item = 0;
        try (ByteSource bytes = file.bytes(array)) {
            while (item < wanted) {
                progress.report(item, wanted);
                int count = Math.min(atOnce, wanted - item);
                bytes.read(array.offset() + (long) item * size, buffer.clear().limit(count * size));
                chunks.accept(item, count, segment);
                item += count;
            }
            if (wanted == array.shape()[0]) {
                bytes.finish();
            }
        } catch (CharacterCodingException e) {
            throw new Problem(array.place() + ", row " + (done.size() + 1L),
                    "the text is not valid "
                            + (array.items() instanceof TextItems texts && texts.wide() ? "Unicode" : "UTF-8"),
                    "Save the texts as Unicode, for example with array.astype(str).", e);
        } catch (IOException e) {
            throw StreamedVectors.unreadable(array.place() + ", from row " + (item + 1L) + " on", e);
        }
    }
}
