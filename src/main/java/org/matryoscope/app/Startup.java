package org.matryoscope.app;

import org.matryoscope.app.session.Catalogue;
import org.matryoscope.app.settings.Settings;
import org.matryoscope.app.settings.SettingsFile;
import org.matryoscope.app.theme.Look;

/**
 * What has to be read before the window can be built.
 *
 * @param settings the settings of the last run
 * @param settingsFile where they are kept
 * @param catalogue what comes with the app
 */
public record Startup(Settings settings, SettingsFile settingsFile, Catalogue catalogue) {
    /**
     * Reads it all, and loads the fonts; not for the FX thread.
     *
     * @throws org.matryoscope.base.Problem if the installation is damaged
     */
    public static Startup read() {
        Look.loadFonts();
        SettingsFile file = SettingsFile.standard();
        return new Startup(file.read(), file, Catalogue.read());
    }
}
