package org.matryoscope.base;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "files have no such permissions there")
class PrivateFolderTest {
    @TempDir
    Path home;

    @Test
    void closesWhatItMakesToOthers() throws IOException {
        Path folder = PrivateFolder.make(home.resolve("matryoscope/vectors"));
        assertThat(permissions(folder)).isEqualTo("rwx------");
        assertThat(permissions(home.resolve("matryoscope"))).isEqualTo("rwx------");
    }

    @Test
    void closesWhatAnEarlierVersionLeftOpen() throws IOException {
        Path folder = Files.createDirectory(home.resolve("matryoscope"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(permissions(PrivateFolder.make(folder))).isEqualTo("rwx------");
    }

    private static String permissions(Path folder) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
    }
}
