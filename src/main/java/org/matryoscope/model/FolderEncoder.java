package org.matryoscope.model;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import org.matryoscope.base.Progress;

/** An encoder read from a model folder. */
final class FolderEncoder implements Encoder {
    private final ModelProfile profile;
    private final Pipeline pipeline;
    private final ExecutorService helpers;
    /** Held for reading by every encoding, so that the native session is not freed beneath one. */
    private final ReentrantReadWriteLock inUse = new ReentrantReadWriteLock();
    private boolean closed;

    FolderEncoder(ModelProfile profile, Pipeline pipeline) {
        this.profile = profile;
        this.pipeline = pipeline;
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
            Prompts prompts = profile.prompts().value();
            String prompt = role == Role.QUERY ? prompts.query() : prompts.document();
            return new EncodingRun(pipeline, prompt, role, texts, progress).with(new Crew(helpers, control));
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
                pipeline.close();
            }
        } finally {
            inUse.writeLock().unlock();
        }
    }
}
