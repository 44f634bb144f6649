package org.matryoscope.base;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where the app stands on disk, and with it the models and corpora that come with it. */
public final class Installation {
    /** The system property that names another folder. */
    public static final String HOME_PROPERTY = "matryoscope.home";

    private Installation() {
    }

    /**
     * Returns the folder that holds {@code models} and {@code assets}: the one beside which the app's own class directory or
     * jar stands ({@code target} after a build), or the one named by the system property {@value #HOME_PROPERTY}.
     *
     * @return an absolute path
     */
    public static Path home() {
        String home = System.getProperty(HOME_PROPERTY);
        return home == null ? besideTheCode() : Path.of(home).toAbsolutePath();
    }

    /** Returns the app's name and its version, which stands in the jar's manifest. */
    public static String version() {
        String version = Installation.class.getPackage().getImplementationVersion();
        return "matryoscope " + (version == null ? "(built from source)" : version);
    }

    private static Path besideTheCode() {
        try {
            Path code = Path.of(Installation.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            return code.toAbsolutePath().resolveSibling("");
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
