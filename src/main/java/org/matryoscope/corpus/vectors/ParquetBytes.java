package org.matryoscope.corpus.vectors;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

import dev.hardwood.InputFile;

/**
 * The bytes of a Parquet file. Where a page says that it goes on beyond the end of its column, the library asks for no bytes
 * again and again, without end; this ends that.
 */
final class ParquetBytes implements InputFile {
    /** More than there can be columns without a value, from which nothing is to be read. */
    private static final int MOST_EMPTY_READS = 100_000;

    private final InputFile file;
    private final AtomicInteger emptyReads = new AtomicInteger();

    ParquetBytes(Path path) {
        file = InputFile.of(path);
    }

    @Override
    public void open() throws IOException {
        file.open();
    }

    @Override
    public ByteBuffer readRange(long offset, int length) throws IOException {
        if (length <= 0 && emptyReads.incrementAndGet() > MOST_EMPTY_READS) {
            throw new IOException("a page goes on beyond the end of its column");
        }
        return file.readRange(offset, length);
    }

    @Override
    public long length() throws IOException {
        return file.length();
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
