package org.matryoscope.corpus;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.matryoscope.base.Progress;

/** Reports the bytes that have been read through it, and so lets a cancellation stop the reader. */
public final class ReportingStream extends FilterInputStream {
    private final Progress progress;
    private final long total;
    private long done;

    /**
     * Wraps a stream.
     *
     * @param in the stream
     * @param progress told in bytes after every read
     * @param done bytes of work done before
     * @param total bytes of work in all
     */
    public ReportingStream(InputStream in, Progress progress, long done, long total) {
        super(in);
        this.progress = progress;
        this.done = done;
        this.total = total;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            advance(1);
        }
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count > 0) {
            advance(count);
        }
        return count;
    }

    private void advance(int count) {
        done += count;
        progress.report(done, total);
    }
}
