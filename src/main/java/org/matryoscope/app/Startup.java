package org.matryoscope.app;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.matryoscope.app.saved.SavedSession;
import org.matryoscope.app.session.Catalogue;
import org.matryoscope.app.settings.Settings;
import org.matryoscope.app.settings.SettingsFile;
import org.matryoscope.app.theme.Look;
import org.matryoscope.base.Problem;

/**
 * What has to be read before the window can be built.
 *
 * @param settings the settings of the last run
 * @param settingsFile where they are kept
 * @param catalogue what comes with the app
 * @param sessionFile where the session is kept between runs
 * @param session the session of the last run; null where there is none that can be read
 */
public record Startup(Settings settings, SettingsFile settingsFile, Catalogue catalogue, Path sessionFile,
        @Nullable SavedSession session) {
    private static final Logger LOG = LoggerFactory.getLogger(Startup.class);

    /**
     * Reads it all, and loads the fonts; not for the FX thread.
     *
     * @throws org.matryoscope.base.Problem if the installation is damaged
     */
    public static Startup read() {
        Look.loadFonts();
        SettingsFile file = SettingsFile.standard();
        Path sessionFile = SettingsFile.standardFolder().resolve("session.json");
        return new Startup(file.read(), file, Catalogue.read(), sessionFile, session(sessionFile));
    }

    private static @Nullable SavedSession session(Path file) {
        try {
            return SavedSession.file(file).read().orElse(null);
        } catch (Problem unreadable) {
            LOG.warn("The session starts anew: {}", unreadable.getMessage());
            return null;
        }
    }
}
