package org.matryoscope.dist;

import java.util.Locale;
import java.util.regex.Pattern;

/** The system that the image is made for: the one that makes it. */
enum Platform {
    LINUX("linux", "deb", "png", "matryoscope/lib/app", "matryoscope/lib/runtime"), MAC("mac|osx|darwin", "dmg", "icns",
            "matryoscope.app/Contents/app", "matryoscope.app/Contents/runtime/Contents/Home"), WINDOWS(
                    "windows|win|win32", "msi", "ico", "matryoscope/app", "matryoscope/runtime");

    /** Where libraries keep native code: a folder named after a system and a processor, in one step or in two. */
    private static final Pattern NATIVE = Pattern.compile(
            "(?i)(^|/)(aix|darwin|dragonflybsd|freebsd|linux|linux-musl|mac|openbsd|osx|sunos|win|win32|windows)[-_/]"
                    + "[a-z]+[0-9a-z_-]*/.*");

    private final Pattern mine;
    private final String installer;
    private final String icon;
    private final String app;
    private final String runtime;

    Platform(String names, String installer, String icon, String app, String runtime) {
        String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x64|amd64|x86[-_]64";
        mine = Pattern.compile("(?i)(^|/)(" + names + ")[-_/](" + processor + ")/.*");
        this.installer = installer;
        this.icon = icon;
        this.app = app;
        this.runtime = runtime;
    }

    static Platform current() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("windows") ? WINDOWS : name.startsWith("mac") ? MAC : LINUX;
    }

    /** Whether an entry of a library's jar is native code of another system. */
    boolean isForeign(String entry) {
        return !entry.endsWith(".class") && NATIVE.matcher(entry).find() && !mine.matcher(entry).find();
    }

    /** jpackage's name for what installs an image here. */
    String installer() {
        return installer;
    }

    /** The file type of icons. */
    String icon() {
        return icon;
    }

    /** The folder of jars, models and assets in the image. */
    String app() {
        return app;
    }

    /** The folder of the Java runtime in the image. */
    String runtime() {
        return runtime;
    }

    /** A file of a name with the ending of a program. */
    String program(String name) {
        return this == WINDOWS ? name + ".exe" : name;
    }
}
