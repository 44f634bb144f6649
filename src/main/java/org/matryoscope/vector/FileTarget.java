package org.matryoscope.vector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

import org.matryoscope.base.Progress;

/**
 * A store in a file, written under a temporary name beside it. Float32 columns go straight into the file; for a shorter format
 * they go into a scratch file first, since a column's scale is known only when the last row is in.
 */
final class FileTarget implements StoreTarget {
    private final Path file;
    private final Path part;
    private final ColumnLayout layout;
    private final FileOutput output;
    private final Optional<MemoryTarget> scratch;

    FileTarget(Path file, ColumnLayout layout) {
        this.file = file;
        this.layout = layout;
        boolean straight = layout.format() == NumberFormat.FLOAT32;
        Disk.require(file, StoreFile.bytesToWrite(layout.rows(), layout.dimension(), layout.format()));
        part = Disk.temporary(Disk.folder(file));
        output = FileOutput.into(part, StoreHeader.BYTES, layout.bytes());
        scratch = straight ? Optional.empty() : Optional.of(new MemoryTarget(layout, Disk.folder(file)));
    }

    @Override
    public ColumnOutput floats() {
        return scratch.<ColumnOutput>map(MemoryTarget::floats).orElse(output);
    }

    @Override
    public VectorStore finish(List<ExcludedRow> excluded, Progress progress) {
        float[] scales = scratch.map(target -> convert(target.finishFloats(excluded), progress)).orElse(new float[0]);
        long trailerStart = StoreHeader.BYTES + layout.bytes();
        byte[] trailer = new StoreTrailer(scales, excluded).toBytes();
        output.writeAt(trailerStart, ByteBuffer.wrap(trailer));
        output.writeAt(0, StoreHeader.of(layout, trailer).toBytes());
        output.abandon();
        try {
            move();
        } catch (IOException e) {
            throw Disk.unwritable(file, e);
        }
        return StoreFile.open(file);
    }

    private float[] convert(VectorStore floats, Progress progress) {
        try (floats) {
            return new FormatCopy(floats, layout, output).run(progress);
        }
    }

    private void move() throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void abandon() {
        scratch.ifPresent(MemoryTarget::abandon);
        output.abandon();
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
