package org.matryoscope.corpus.vectors;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.matryoscope.base.PrivateFolder;
import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.corpus.CacheFolders;
import org.matryoscope.corpus.Packed;
import org.matryoscope.corpus.ReportingStream;

/**
 * Compressed files whose kind is read at any place, unpacked into the cache. What is unpacked is kept until the program ends,
 * since a file is looked into before it is read.
 */
final class Unpacked {
    private static final String PREFIX = "unpacked";
    /** Left behind by a run that was cut off. */
    private static final Duration ABANDONED = Duration.ofDays(1);
    private static final int CHUNK = 1 << 20;

    private static final Map<Path, Copy> COPIES = new HashMap<>();

    private Unpacked() {
    }

    /** What was unpacked of a file as it was then. */
    private record Copy(Path file, long size, Instant changed) {}

    /**
     * Unpacks a file, unless that was done before.
     *
     * @param packed the compressed file
     * @param progress told in bytes; cancels
     * @return a file with its content
     * @throws Problem if it is damaged, or the disk has too little room
     */
    static synchronized Path of(Path packed, Progress progress) {
        try {
            Path key = packed.toAbsolutePath().normalize();
            long size = Files.size(packed);
            Instant changed = Files.getLastModifiedTime(packed).toInstant();
            Copy before = COPIES.get(key);
            if (before != null) {
                if (before.size() == size && before.changed().equals(changed) && Files.isRegularFile(before.file())) {
                    return before.file();
                }
                Files.deleteIfExists(before.file());
            }
            Path folder = PrivateFolder.make(CacheFolders.platform());
            removeAbandoned(folder);
            Path file = Files.createTempFile(folder, PREFIX, ".tmp");
            file.toFile().deleteOnExit();
            unpack(packed, file, size, progress);
            COPIES.put(key, new Copy(file, size, changed));
            return file;
        } catch (IOException e) {
            throw StreamedVectors.unreadable(packed.toString(), e);
        }
    }

    private static void unpack(Path packed, Path file, long size, Progress progress) throws IOException {
        boolean done = false;
        try (InputStream in = Packed.open(packed, each -> new ReportingStream(each, progress, 0, size));
                OutputStream out = Files.newOutputStream(file)) {
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                long room = file.toFile().getUsableSpace();
                if (room < read) {
                    throw new Problem(packed.toString(),
                            "it must be unpacked to be read, and the disk of " + file.getParent() + " has no room left",
                            "Free some space, or name another cache folder.");
                }
                out.write(chunk, 0, read);
            }
            done = true;
        } finally {
            if (!done) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static void removeAbandoned(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> entries = Files.list(folder)) {
            files = entries.filter(each -> each.getFileName().toString().matches(PREFIX + "\\d+\\.tmp")).toList();
        }
        for (Path each : files) {
            if (COPIES.values().stream().noneMatch(copy -> copy.file().equals(each))
                    && Files.getLastModifiedTime(each).toInstant().isBefore(Instant.now().minus(ABANDONED))) {
                Files.deleteIfExists(each);
            }
        }
    }
}
