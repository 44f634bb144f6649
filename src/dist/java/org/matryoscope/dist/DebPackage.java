package org.matryoscope.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A Debian package of the image, with an entry for desktops, the type of session files and the command on the PATH. jpackage's own
 * would give the jars another time, with which Java refuses the cache of classes, and its scripts fail where there is no desktop.
 */
final class DebPackage {
    private static final String HOME = "opt/matryoscope";
    private static final String CONTROL = """
            Package: matryoscope
            Version: %s
            Architecture: %s
            Maintainer: Matryoscope
            Section: science
            Priority: optional
            Installed-Size: %d
            Depends: libc6, libgtk-3-0 | libgtk-3-0t64, libgl1, libxtst6, libxxf86vm1
            Description: looks inside text embeddings, one prefix length at a time
             It answers, on your own texts and your own model, where in the vector the
             information sits and how many dimensions you need.
            """;
    private static final String DESKTOP = """
            [Desktop Entry]
            Type=Application
            Name=Matryoscope
            Comment=Looks inside text embeddings, one prefix length at a time
            Exec=matryoscope %f
            Icon=matryoscope
            Terminal=false
            Categories=Science;Education;
            MimeType=application/x-matryoscope-session;
            """;
    private static final String TYPE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
              <mime-type type="application/x-matryoscope-session">
                <comment>Matryoscope session</comment>
                <icon name="matryoscope"/>
                <glob pattern="*.matryoscope"/>
                <glob pattern="*.matryoscope.json"/>
              </mime-type>
            </mime-info>
            """;

    private DebPackage() {
    }

    /**
     * Makes the package.
     *
     * @param project the project's folder, for icons and licences
     * @param image the image
     * @param target the folder for the package
     * @param version the app's
     */
    static void make(Path project, Path image, Path target, String version) throws IOException, InterruptedException {
        Path root = target.resolve("deb");
        Trees.copy(image, root.resolve(HOME));
        for (int size : new int[]{16, 32, 64, 128, 256}) {
            Path icon = root.resolve("usr/share/icons/hicolor/%dx%d/apps/matryoscope.png".formatted(size, size));
            Files.createDirectories(icon.getParent());
            Files.copy(project.resolve("assets/icons/matryoscope-" + size + ".png"), icon);
        }
        put(root, "usr/share/applications/matryoscope.desktop", DESKTOP);
        put(root, "usr/share/mime/packages/matryoscope.xml", TYPE);
        put(root, "usr/share/doc/matryoscope/copyright",
                Files.readString(project.resolve("NOTICE")) + "\n" + Files.readString(project.resolve("LICENSE")));
        Files.createSymbolicLink(Files.createDirectories(root.resolve("usr/bin")).resolve("matryoscope"),
                Path.of("/" + HOME + "/bin/matryoscope"));
        String architecture = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
        put(root, "DEBIAN/control", CONTROL.formatted(version, architecture, Trees.size(root) / 1024));
        run("dpkg-deb", "--root-owner-group", "-Zxz", "--build", root.toString(),
                target.resolve("matryoscope_%s_%s.deb".formatted(version, architecture)).toString());
        Trees.delete(root);
    }

    private static void put(Path root, String name, String content) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static void run(String... command) throws IOException, InterruptedException {
        int code = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IOException(command[0] + " ended with " + code);
        }
    }
}
