package org.matryoscope.model.hub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A hash by which a hub knows a file's content.
 *
 * @param kind how it is computed
 * @param hex the hash in hexadecimal digits
 */
public record ContentHash(Kind kind, String hex) {
    /** The two hashes of git: of large files, which git-lfs keeps, and of those it keeps itself. */
    public enum Kind {
        /** The SHA-256 of the content. */
        SHA256("SHA-256"),
        /** The SHA-1 of "blob ", the size in decimal digits, a zero byte, and the content. */
        GIT_BLOB("SHA-1");

        private final String algorithm;

        Kind(String algorithm) {
            this.algorithm = algorithm;
        }
    }

    /**
     * Says whether a file has this content.
     *
     * @param file the file
     * @param check runs after each mebibyte, and may throw
     * @throws IOException if the file cannot be read
     */
    boolean fits(Path file, Runnable check) throws IOException {
        MessageDigest digest = digest();
        if (kind == Kind.GIT_BLOB) {
            digest.update(("blob " + Files.size(file) + "\0").getBytes(StandardCharsets.UTF_8));
        }
        byte[] chunk = new byte[1 << 20];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
                check.run();
            }
        }
        return HexFormat.of().formatHex(digest.digest()).equalsIgnoreCase(hex);
    }

    private MessageDigest digest() {
        try {
            return MessageDigest.getInstance(kind.algorithm);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
