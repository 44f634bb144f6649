package org.matryoscope.model.adapted;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;

/** A folder being written beside the place it is meant for: it appears there whole, or nothing of it stays. */
final class FolderDraft implements AutoCloseable {
    private static final int CHUNK = 1 << 20;

    private final Path out;
    private final Path draft;

    /**
     * Starts a folder.
     *
     * @param out where it is to appear
     * @param base the folder it is made from, which must not contain it
     * @throws Problem if there is something already, or nothing can be written there
     */
    FolderDraft(Path out, Path base) {
        this.out = out.toAbsolutePath().normalize();
        draft = this.out.resolveSibling("." + this.out.getFileName() + "." + Long.toHexString(System.nanoTime()));
        if (this.out.startsWith(base.toAbsolutePath().normalize())) {
            throw new Problem(out.toString(), "the folder lies inside the model it is made from",
                    "Choose a folder outside " + base + ".");
        }
        try {
            if (Files.exists(this.out) && !isEmptyFolder(this.out)) {
                throw new Problem(out.toString(), "there is something already, and nothing is overwritten",
                        "Choose a new or empty folder, or delete this one.");
            }
            Files.createDirectories(draft);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Returns where the folder stands until it is published. */
    Path path() {
        return draft;
    }

    /**
     * Gives the folder a file of the base: the same file under a second name where the file system can, or else a copy.
     *
     * @param source the file, followed where it is a symbolic link, as in a hub's cache
     * @param name its name in the folder
     * @param progress asked whether to go on
     */
    void add(Path source, String name, Progress progress) {
        Path target = draft.resolve(name);
        try {
            Files.createDirectories(target.getParent());
            Path file = source.toRealPath();
            try {
                Files.createLink(target, file);
            } catch (IOException | UnsupportedOperationException anotherFileSystem) {
                copy(file, target, progress);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Writes a file of the folder's own. */
    void write(String name, byte[] content) {
        Path target = draft.resolve(name);
        try {
            Files.createDirectories(target.getParent());
            Files.write(target, content);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Makes the folder appear in its place. */
    void publish() {
        try {
            if (Files.exists(out)) {
                // Empty when the draft was started; the deletion fails if it is not any more.
                Files.delete(out);
            }
            Files.move(draft, out, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    @Override
    public void close() {
        if (!Files.exists(draft)) {
            return;
        }
        try (Stream<Path> files = Files.walk(draft)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static void copy(Path file, Path target, Progress progress) throws IOException {
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = Files.newInputStream(file); OutputStream to = Files.newOutputStream(target)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                to.write(chunk, 0, read);
                progress.report(0, 0);
            }
        }
    }

    private static boolean isEmptyFolder(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.findFirst().isEmpty();
        }
    }

    private Problem unwritable(IOException e) {
        return new Problem(out.toString(), "the model cannot be written there",
                "Check that the disk has room and that the folder may be written.", e);
    }
}
