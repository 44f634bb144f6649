package org.matryoscope.app.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.matryoscope.app.theme.TextScale;
import org.matryoscope.app.theme.Theme;

/**
 * What the window remembers between runs.
 *
 * @param theme the theme the user chose; null to follow the system
 * @param textScale the text size
 * @param logScale whether the slider's scale is logarithmic
 * @param recentModels model folders, latest first
 * @param recentCorpora corpus files, latest first
 */
public record Settings(@Nullable Theme theme, TextScale textScale, boolean logScale, List<Path> recentModels,
        List<Path> recentCorpora) {
    private static final int RECENT = 8;

    /** What a new user has. */
    public static final Settings DEFAULT = new Settings(null, TextScale.PERCENT_100, true, List.of(), List.of());

    /** Refuses what an edited file may leave out. */
    public Settings {
        Objects.requireNonNull(textScale);
        recentModels = List.copyOf(recentModels);
        recentCorpora = List.copyOf(recentCorpora);
    }

    /** Returns these settings with another theme. */
    public Settings withTheme(Theme value) {
        return new Settings(value, textScale, logScale, recentModels, recentCorpora);
    }

    /** Returns these settings with another text size. */
    public Settings withTextScale(TextScale value) {
        return new Settings(theme, value, logScale, recentModels, recentCorpora);
    }

    /** Returns these settings with another scale of the slider. */
    public Settings withLogScale(boolean value) {
        return new Settings(theme, textScale, value, recentModels, recentCorpora);
    }

    /** Returns these settings with a model folder as the latest. */
    public Settings withRecentModel(Path folder) {
        return new Settings(theme, textScale, logScale, latestFirst(folder, recentModels), recentCorpora);
    }

    /** Returns these settings with a corpus file as the latest. */
    public Settings withRecentCorpus(Path file) {
        return new Settings(theme, textScale, logScale, recentModels, latestFirst(file, recentCorpora));
    }

    private static List<Path> latestFirst(Path latest, List<Path> others) {
        return Stream.concat(Stream.of(latest), others.stream()).distinct().limit(RECENT).toList();
    }
}
