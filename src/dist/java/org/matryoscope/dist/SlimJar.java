package org.matryoscope.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/** A library's jar without the native code of other systems, which is three quarters of all libraries together. */
final class SlimJar {
    private SlimJar() {
    }

    static void copy(Path from, Path to, Platform platform) throws IOException {
        try (JarFile jar = new JarFile(from.toFile())) {
            if (jar.stream().map(JarEntry::getName).noneMatch(platform::isForeign)) {
                Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
                return;
            }
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(to))) {
                for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements();) {
                    JarEntry entry = entries.nextElement();
                    if (!platform.isForeign(entry.getName())) {
                        JarEntry same = new JarEntry(entry.getName());
                        same.setLastModifiedTime(entry.getLastModifiedTime());
                        out.putNextEntry(same);
                        jar.getInputStream(entry).transferTo(out);
                        out.closeEntry();
                    }
                }
            }
        }
    }
}
