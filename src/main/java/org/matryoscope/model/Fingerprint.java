package org.matryoscope.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;

/** A SHA-256 over everything that changes a model's vectors. */
final class Fingerprint {
    private final MessageDigest digest;
    private final Progress progress;

    /** Starts a fingerprint; {@code progress} is only asked whether to go on. */
    Fingerprint(Progress progress) {
        this.progress = progress;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Adds the content of a file. */
    Fingerprint add(Path file) {
        byte[] chunk = new byte[1 << 20];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
                progress.report(0, 0);
            }
        } catch (IOException e) {
            throw new Problem(file.toString(), "the file cannot be read", "Check its permissions.", e);
        }
        return this;
    }

    /** Adds a setting. */
    Fingerprint add(Object setting) {
        byte[] text = setting.toString().getBytes(StandardCharsets.UTF_8);
        digest.update((byte) text.length);
        digest.update(text);
        return this;
    }

    /** Ends the fingerprint: 64 hexadecimal digits. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
