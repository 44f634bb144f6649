package org.matryoscope.study;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.base.Share;
import org.matryoscope.rotation.Rotation;
import org.matryoscope.rotation.RotationFile;
import org.matryoscope.vector.NumberFormat;
import org.matryoscope.vector.StoreFile;
import org.matryoscope.vector.VectorStore;
import org.matryoscope.vector.VectorStoreBuilder;

/**
 * Fits rotations to stores and maps them. What takes long, large stores, is kept on disk under the content of the vectors, and
 * found there the next time.
 */
public final class RotatedVectors {
    /** Keeps nothing on disk. */
    public static final RotatedVectors IN_MEMORY = new RotatedVectors(null, Long.MAX_VALUE);

    /** From here on (a fifth of a second's mapping) reading all vectors for their content's hash is the smaller work. */
    private static final long WORTH_KEEPING = 64L << 20;
    private static final int ENTRIES_AT_ONCE = 1 << 16;

    private final @Nullable StoreFolder folder;
    private final long from;

    /**
     * Vectors and the rotation that they are seen through.
     *
     * @param store the images; the caller's to close
     * @param rotation the rotation
     */
    public record Rotated(VectorStore store, Rotation rotation) {}

    private RotatedVectors(@Nullable StoreFolder folder, long from) {
        this.folder = folder;
        this.from = from;
    }

    /**
     * Keeps large stores in a folder.
     *
     * @param cache the cache's folder; rotated vectors go into a folder of their own in it
     * @param limit the bytes they may take together; those used longest ago go first
     */
    public static RotatedVectors keptIn(Path cache, long limit) {
        return keptIn(cache, limit, WORTH_KEEPING);
    }

    static RotatedVectors keptIn(Path cache, long limit, long from) {
        return new RotatedVectors(
                new StoreFolder(cache.resolve("rotated"), limit, folder -> VectorImport.freeBytesFor(folder)), from);
    }

    /**
     * Maps a store through a rotation that is made for it.
     *
     * @param given the vectors, float32
     * @param recipe what decides over the rotation beside the vectors: its kind, seed, or file
     * @param format the images' number format
     * @param make fits or draws the rotation
     * @param progress told of the work; cancels
     * @return the images, which are never {@code given} itself
     * @throws Problem if the rotation does not fit the vectors, or there is no room for the images
     */
    public Rotated map(VectorStore given, String recipe, NumberFormat format, Function<Progress, Rotation> make,
            Progress progress) {
        long bytes = StoreFile.bytesToWrite(given.rows(), given.dimension(), format);
        if (folder == null || bytes < from) {
            Rotation rotation = make.apply(Share.of(progress, 0, 0.4));
            try (VectorStoreBuilder builder = VectorStore.builder(given.rows(), given.dimension(), format)) {
                rotation.apply(given, builder, Share.of(progress, 0.4, 0.9));
                return new Rotated(builder.build(Share.of(progress, 0.9, 1)), rotation);
            }
        }
        String key = key(given, recipe + " " + format, Share.of(progress, 0, 0.1));
        Path rotationFile = folder.file(key, ".safetensors");
        Path columns = folder.file(key, ".columns");
        if (folder.has(rotationFile) && folder.has(columns)) {
            try {
                return new Rotated(StoreFile.open(columns), RotationFile.load(rotationFile));
            } catch (Problem damaged) {
                folder.discard(rotationFile);
                folder.discard(columns);
            }
        }
        Rotation rotation = make.apply(Share.of(progress, 0.1, 0.4));
        folder.write(columns, bytes, target -> {
            try (VectorStoreBuilder builder = StoreFile.create(target, given.rows(), given.dimension(), format)) {
                rotation.apply(given, builder, Share.of(progress, 0.4, 0.9));
                builder.build(Share.of(progress, 0.9, 1)).close();
            }
        });
        folder.write(rotationFile, (long) given.dimension() * given.dimension() * Float.BYTES,
                target -> RotationFile.save(rotation, target));
        return new Rotated(StoreFile.open(columns), rotation);
    }

    /** A hash of all entries and of the recipe. */
    private static String key(VectorStore store, String recipe, Progress progress) {
        MessageDigest digest = sha256();
        digest.update(recipe.getBytes(StandardCharsets.UTF_8));
        float[] entries = new float[Math.min(store.rows(), ENTRIES_AT_ONCE)];
        ByteBuffer bytes = ByteBuffer.allocate(entries.length * Float.BYTES);
        for (int column = 0; column < store.dimension(); column++) {
            progress.report(column, store.dimension());
            for (int row = 0; row < store.rows(); row += entries.length) {
                int count = Math.min(entries.length, store.rows() - row);
                store.copyColumn(column, row, entries, count);
                bytes.asFloatBuffer().put(entries, 0, count);
                digest.update(bytes.array(), 0, count * Float.BYTES);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
