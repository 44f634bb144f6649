package org.matryoscope.study;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.matryoscope.base.ByteSize;
import org.matryoscope.base.PrivateFolder;
import org.matryoscope.base.Problem;
import org.matryoscope.corpus.vectors.VectorFiles;

/** A folder of vectors that are kept, imported or rotated: what was used longest ago goes first, and nothing half-written is ever found in it. */
final class StoreFolder {
    private static final Logger LOG = LoggerFactory.getLogger(StoreFolder.class);
    private static final String PARTIAL = ".partial";
    /** Endings of the files that are kept; all others are still being written. */
    private static final List<String> ENDINGS = List.of(".columns", ".documents", ".safetensors");
    /** A file that is still unfinished after so long was left behind by a run that was cut off. */
    private static final Duration ABANDONED = Duration.ofDays(1);
    private static final int KEY_BYTES = 16;

    private final Path folder;
    private final long limit;
    private final ToLongFunction<Path> freeBytes;

    /** Writes a file. */
    @FunctionalInterface
    interface Writer {
        /**
         * Writes it.
         *
         * @param target where to; not there yet
         * @throws IOException if it cannot be written
         */
        void write(Path target) throws IOException;
    }

    /**
     * Names the folder.
     *
     * @param folder made when first needed
     * @param limit the bytes that its files may take together
     * @param freeBytes how much may be written on the disk of a folder
     */
    StoreFolder(Path folder, long limit, ToLongFunction<Path> freeBytes) {
        this.folder = folder;
        this.limit = limit;
        this.freeBytes = freeBytes;
    }

    /**
     * Names the file that belongs to a source as it is now; a source that is changed gets another.
     *
     * @param source the source
     * @param ending the file's ending
     * @param what what else decides over its content
     * @throws Problem if the source cannot be read
     */
    Path file(Path source, String ending, String... what) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(source.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8));
            for (Path part : VectorFiles.parts(source)) {
                String state = (part.equals(source) ? "" : part + " ") + Files.size(part) + " "
                        + Files.getLastModifiedTime(part);
                digest.update(state.getBytes(StandardCharsets.UTF_8));
            }
            for (String each : what) {
                digest.update((byte) 0);
                digest.update(each.getBytes(StandardCharsets.UTF_8));
            }
            return folder.resolve(HexFormat.of().formatHex(digest.digest(), 0, KEY_BYTES) + ending);
        } catch (IOException e) {
            throw new Problem(source.toString(), "the file cannot be read", "Check where it lies and its permissions.",
                    e);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Names the file that belongs to a content.
     *
     * @param hash of all that decides over it, in hexadecimal digits
     * @param ending the file's ending
     */
    Path file(String hash, String ending) {
        return folder.resolve(hash.substring(0, 2 * KEY_BYTES) + ending);
    }

    /** Says whether a file is there, and notes that it is used. */
    boolean has(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        } catch (IOException e) {
            LOG.debug("The time of use is not noted", e);
        }
        return true;
    }

    /** Removes a file that proved unreadable. */
    void discard(Path file) {
        delete(file);
    }

    /**
     * Writes a file, whole or not at all, after those used longest ago have made room for it.
     *
     * @param file where it is to be
     * @param bytes how much it takes, about
     * @param writer writes it
     * @throws Problem if the disk has no room, or the folder cannot be written
     */
    void write(Path file, long bytes, Writer writer) {
        Path partial = folder.resolve(file.getFileName() + "." + Long.toHexString(System.nanoTime()) + PARTIAL);
        try {
            PrivateFolder.make(folder);
            makeRoom(bytes);
            writer.write(partial);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Problem(folder.toString(), "the vectors cannot be written there",
                    "Check that the disk has room and that the folder may be written.", e);
        } finally {
            delete(partial);
        }
    }

    private void makeRoom(long bytes) throws IOException {
        long used = 0;
        for (Path file : oldestFirst()) {
            used += Files.size(file);
        }
        for (Path file : oldestFirst()) {
            boolean finished = ENDINGS.stream().anyMatch(file.toString()::endsWith);
            boolean abandoned = !finished
                    && Files.getLastModifiedTime(file).toInstant().isBefore(Instant.now().minus(ABANDONED));
            boolean inTheWay = finished && (used + bytes > limit || freeBytes.applyAsLong(folder) < bytes);
            if (abandoned || inTheWay) {
                used -= Files.size(file);
                delete(file);
            }
        }
        long free = freeBytes.applyAsLong(folder);
        if (free < bytes) {
            throw new Problem(folder.toString(), "the disk has %s left, and the vectors take %s"
                    .formatted(ByteSize.words(free), ByteSize.words(bytes)),
                    "Make room there, or choose a smaller number format.");
        }
    }

    private List<Path> oldestFirst() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted(Comparator.comparing(StoreFolder::changed)).toList();
        }
    }

    private static FileTime changed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            // Another instance removed it just now.
            return FileTime.fromMillis(0);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // Some systems keep a file that is mapped; it goes another time.
            LOG.debug("A file of vectors stays", e);
        }
    }
}
