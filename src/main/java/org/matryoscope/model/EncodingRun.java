package org.matryoscope.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.matryoscope.base.Progress;

/**
 * One call of {@code encode}. The texts, the longest first, are taken in sections; each is tokenised, sorted by tokens and
 * encoded in batches. So batches hold texts of one length, and only a section's tokens are in memory.
 */
final class EncodingRun {
    /** Characters of a section, about half a million tokens; one text alone may have more. Workers wait for each other at its end. */
    private static final int SECTION = 1 << 21;
    /** What a text counts beside its characters: special tokens and prompt. */
    private static final int PER_TEXT = 16;

    private final Pipeline pipeline;
    private final String prompt;
    private final Role role;
    private final List<String> texts;
    private final Progress progress;
    private final float[][] vectors;
    private final boolean[] cut;
    private final AtomicInteger done = new AtomicInteger();

    /**
     * Prepares a run.
     *
     * @param pipeline the steps
     * @param prompt put before each text
     * @param role what the texts are
     * @param texts the texts
     * @param progress told in texts, in the calling thread
     */
    EncodingRun(Pipeline pipeline, String prompt, Role role, List<String> texts, Progress progress) {
        this.pipeline = pipeline;
        this.prompt = prompt;
        this.role = role;
        this.texts = texts;
        this.progress = progress;
        vectors = new float[texts.size()][];
        cut = new boolean[texts.size()];
    }

    /** A text's number and tokens. */
    private record Entry(int text, Tokens tokens) {}

    /** Encodes; fails as {@link Encoder#encode} does. */
    Encoding with(Crew crew) {
        report();
        // Longest first: what is too large for the memory fails at once, and the last batches, which the workers share, are short.
        int[] order = IntStream.range(0, texts.size())
                .boxed()
                .sorted(Comparator.comparingInt((Integer i) -> texts.get(i).length()).reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        for (int from = 0; from < order.length;) {
            int to = sectionEnd(order, from);
            section(Arrays.copyOfRange(order, from, to), crew);
            from = to;
        }
        report();
        return new Encoding(vectors, IntStream.range(0, cut.length).filter(i -> cut[i]).toArray());
    }

    private int sectionEnd(int[] order, int from) {
        long characters = 0;
        int to = from;
        while (to < order.length && (to == from || characters < SECTION)) {
            characters += texts.get(order[to++]).length() + PER_TEXT;
        }
        return to;
    }

    private void section(int[] numbers, Crew crew) {
        Batching batching = pipeline.batching();
        Entry[] entries = new Entry[numbers.length];
        crew.each(numbers.length, batching.threads(), i -> entries[i] = tokenised(numbers[i]), this::report);
        Arrays.sort(entries, Comparator.comparingInt((Entry entry) -> entry.tokens().length()).reversed());
        List<List<Entry>> batches = batching.fill(List.of(entries), entry -> entry.tokens().length());
        crew.each(batches.size(), batching.workers(), i -> encode(batches.get(i), crew.control()), this::report);
    }

    private Entry tokenised(int text) {
        return new Entry(text, pipeline.tokenizing().tokens(prompt + texts.get(text)));
    }

    private void encode(List<Entry> batch, RunControl control) {
        List<float[]> encoded = pipeline.vectors(batch.stream().map(Entry::tokens).toList(), role, control);
        for (int i = 0; i < encoded.size(); i++) {
            Entry entry = batch.get(i);
            vectors[entry.text()] = encoded.get(i);
            cut[entry.text()] = entry.tokens().cut();
        }
        done.addAndGet(batch.size());
    }

    private void report() {
        progress.report(done.get(), texts.size());
    }
}
