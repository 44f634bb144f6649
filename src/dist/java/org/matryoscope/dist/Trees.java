package org.matryoscope.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders as a whole. */
final class Trees {
    private Trees() {
    }

    /** Lists a folder and all that is in it, folders before their content. */
    static List<Path> walk(Path folder) throws IOException {
        try (Stream<Path> entries = Files.walk(folder)) {
            return entries.toList();
        }
    }

    /** Copies a folder with times and permissions; the folders above it are made. */
    static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        for (Path path : walk(from)) {
            Files.copy(path, to.resolve(from.relativize(path).toString()), StandardCopyOption.COPY_ATTRIBUTES,
                    LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** Deletes a folder, if it is there. */
    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (Path path : walk(folder).stream().sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Returns the bytes of all files. */
    static long size(Path folder) throws IOException {
        long bytes = 0;
        for (Path path : walk(folder)) {
            bytes += Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) ? Files.size(path) : 0;
        }
        return bytes;
    }
}
