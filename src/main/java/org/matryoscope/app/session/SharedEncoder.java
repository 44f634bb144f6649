package org.matryoscope.app.session;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import org.matryoscope.base.Progress;
import org.matryoscope.model.Encoder;
import org.matryoscope.model.Encoding;
import org.matryoscope.model.ModelProfile;
import org.matryoscope.model.Role;

/** An encoder that several workers use and one closes: closing waits for encodings under way, and later ones are cancelled. */
public final class SharedEncoder implements Encoder {
    private final Encoder encoder;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean closed;

    SharedEncoder(Encoder encoder) {
        this.encoder = encoder;
    }

    @Override
    public ModelProfile profile() {
        return encoder.profile();
    }

    @Override
    public Encoding encode(List<String> texts, Role role, Progress progress) {
        lock.readLock().lock();
        try {
            if (closed) {
                throw new CancellationException("the model was replaced");
            }
            return encoder.encode(texts, role, progress);
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                encoder.close();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
