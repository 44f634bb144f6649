package org.matryoscope.corpus;

import java.nio.file.Path;

import net.harawata.appdirs.AppDirsFactory;

/** Where caches are kept. */
public final class CacheFolders {
    /** The system property that names another folder. */
    public static final String FOLDER_PROPERTY = "matryoscope.cache";

    private CacheFolders() {
    }

    /**
     * Returns the platform's cache folder for this app ({@code ~/.cache/matryoscope} on Linux, {@code ~/Library/Caches} on
     * macOS, the local application data on Windows), or the one named by the system property {@value #FOLDER_PROPERTY}. It
     * need not exist yet.
     *
     * @return the folder
     */
    public static Path platform() {
        String folder = System.getProperty(FOLDER_PROPERTY);
        return Path
                .of(folder != null ? folder : AppDirsFactory.getInstance().getUserCacheDir("matryoscope", null, null));
    }
}
