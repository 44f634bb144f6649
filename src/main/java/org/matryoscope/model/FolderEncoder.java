package org.matryoscope.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Progress;

/** An encoder read from a model folder: prompt, tokenizer, backbone, then the layers that follow. */
final class FolderEncoder implements Encoder {
    private final ModelProfile profile;
    private final Tokenizing tokenizing;
    private final Backbone backbone;
    private final List<Layer> layers;
    private final Batching batching;
    private final ExecutorService helpers;
    /** Held for reading by every encoding, so that the native session is not freed beneath one. */
    private final ReentrantReadWriteLock inUse = new ReentrantReadWriteLock();
    private boolean closed;

    FolderEncoder(ModelProfile profile, Tokenizing tokenizing, Backbone backbone, List<Layer> layers,
            Batching batching) {
        this.profile = profile;
        this.tokenizing = tokenizing;
        this.backbone = backbone;
        this.layers = layers;
        this.batching = batching;
        this.helpers = Executors
                .newCachedThreadPool(Thread.ofPlatform().daemon().name("encode-" + profile.name() + "-", 0).factory());
    }

    @Override
    public ModelProfile profile() {
        return profile;
    }

    @Override
    public Encoding encode(List<String> texts, Role role, Progress progress) {
        inUse.readLock().lock();
        try (RunControl control = new RunControl(progress)) {
            if (closed) {
                throw new IllegalStateException("The encoder is closed.");
            }
            progress.report(0, texts.size());
            return new Run(texts, role, progress, control).encoding();
        } finally {
            inUse.readLock().unlock();
        }
    }

    @Override
    public void close() {
        inUse.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                helpers.shutdown();
                backbone.close();
                tokenizing.close();
            }
        } finally {
            inUse.writeLock().unlock();
        }
    }

    /** One call of {@code encode}: the workers take batches from a common list until it is empty. */
    private final class Run {
        private final List<String> texts;
        private final Role role;
        private final Progress progress;
        private final RunControl control;
        private final String prompt;
        private final int[] order;
        private final float[][] vectors;
        private final boolean[] cut;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicInteger done = new AtomicInteger();
        private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

        Run(List<String> texts, Role role, Progress progress, RunControl control) {
            this.texts = texts;
            this.role = role;
            this.progress = progress;
            this.control = control;
            Prompts prompts = profile.prompts().value();
            prompt = role == Role.QUERY ? prompts.query() : prompts.document();
            // Characters stand in for tokens, so that only one batch is tokenised at a time. Longest first: a batch too large
            // for the memory fails at once, and the last batches, which the workers share, are short.
            order = IntStream.range(0, texts.size())
                    .boxed()
                    .sorted(Comparator.comparingInt((Integer i) -> texts.get(i).length()).reversed())
                    .mapToInt(Integer::intValue)
                    .toArray();
            vectors = new float[texts.size()][];
            cut = new boolean[texts.size()];
        }

        Encoding encoding() {
            int batches = Math.ceilDiv(texts.size(), batching.size());
            List<CompletableFuture<Void>> helping = IntStream.range(1, Math.min(batching.workers(), batches))
                    .mapToObj(i -> CompletableFuture.runAsync(() -> work(Progress.NONE), helpers))
                    .toList();
            work(progress);
            CompletableFuture.allOf(helping.toArray(CompletableFuture[]::new)).join();
            RuntimeException first = failure.get();
            if (first != null) {
                throw first;
            }
            progress.report(texts.size(), texts.size());
            return new Encoding(vectors, IntStream.range(0, cut.length).filter(i -> cut[i]).toArray());
        }

        private void work(Progress told) {
            try {
                for (int from = nextBatch(); from < order.length; from = nextBatch()) {
                    control.check();
                    int to = Math.min(order.length, from + batching.size());
                    encode(from, to);
                    told.report(done.addAndGet(to - from), texts.size());
                }
            } catch (RuntimeException e) {
                // The first failure is the cause; those of the other workers follow from its stopping them.
                failure.compareAndSet(null, e);
                control.cancel();
            }
        }

        private int nextBatch() {
            return next.getAndAdd(batching.size());
        }

        private void encode(int from, int to) {
            List<Tokens> batch = new ArrayList<>(to - from);
            for (int i = from; i < to; i++) {
                Tokens tokens = tokenizing.tokens(prompt + texts.get(order[i]));
                cut[order[i]] = tokens.cut();
                batch.add(tokens);
            }
            List<float[]> pooled = batching.runs(batch)
                    .stream()
                    .flatMap(run -> backbone.embed(run, role, control).stream())
                    .toList();
            for (int i = from; i < to; i++) {
                float[] vector = pooled.get(i - from);
                for (Layer layer : layers) {
                    vector = layer.apply(vector);
                }
                vectors[order[i]] = vector;
            }
        }
    }
}
