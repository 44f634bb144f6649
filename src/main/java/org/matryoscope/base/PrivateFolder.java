package org.matryoscope.base;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Makes folders of the app's own that only their owner can look into: what is kept there was made from the user's texts. */
public final class PrivateFolder {
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rwx------");

    private PrivateFolder() {
    }

    /**
     * Makes a folder and those above it that are missing, readable by their owner alone. One that is there already is closed to
     * others too. Where files have no such permissions (Windows), the user's profile guards them.
     *
     * @param folder a folder of the app's own, never one that the user chose for other things
     * @return the folder
     * @throws IOException if it cannot be made, or belongs to somebody else
     */
    public static Path make(Path folder) throws IOException {
        if (!hasPermissions(folder)) {
            return Files.createDirectories(folder);
        }
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER));
        if (!Files.getPosixFilePermissions(folder).equals(OWNER)) {
            Files.setPosixFilePermissions(folder, OWNER);
        }
        return folder;
    }

    private static boolean hasPermissions(Path folder) {
        Path there = folder.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return Files.getFileAttributeView(there, PosixFileAttributeView.class) != null;
    }
}
