package org.matryoscope.app.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.matryoscope.app.session.ModelChoice;
import org.matryoscope.app.session.ServerChoice;
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
 * @param recentVectors files of vectors, latest first
 * @param adjustedModels model folders that the user set something for, with what was set
 * @param recentSessions files of sessions, latest first
 * @param recentServers models on servers, latest first
 */
public record Settings(@Nullable Theme theme, TextScale textScale, boolean logScale, List<Path> recentModels,
        List<Path> recentCorpora, List<Path> recentVectors, List<ModelChoice> adjustedModels, List<Path> recentSessions,
        List<ServerChoice> recentServers) {
    private static final int RECENT = 8;

    /** What a new user has. */
    public static final Settings DEFAULT = new Settings(null, TextScale.PERCENT_100, true, List.of(), List.of(),
            List.of(), List.of(), List.of(), List.of());

    /** Refuses what an edited file may leave out. */
    public Settings {
        Objects.requireNonNull(textScale);
        recentModels = List.copyOf(recentModels);
        recentCorpora = List.copyOf(recentCorpora);
        // Files of earlier versions do not name them.
        recentVectors = List.copyOf(Objects.requireNonNullElse(recentVectors, List.of()));
        adjustedModels = List.copyOf(adjustedModels);
        recentSessions = List.copyOf(Objects.requireNonNullElse(recentSessions, List.of()));
        recentServers = List.copyOf(Objects.requireNonNullElse(recentServers, List.of()));
    }

    /** Returns these settings with another theme. */
    public Settings withTheme(Theme value) {
        return new Settings(value, textScale, logScale, recentModels, recentCorpora, recentVectors, adjustedModels,
                recentSessions, recentServers);
    }

    /** Returns these settings with another text size. */
    public Settings withTextScale(TextScale value) {
        return new Settings(theme, value, logScale, recentModels, recentCorpora, recentVectors, adjustedModels,
                recentSessions, recentServers);
    }

    /** Returns these settings with another scale of the slider. */
    public Settings withLogScale(boolean value) {
        return new Settings(theme, textScale, value, recentModels, recentCorpora, recentVectors, adjustedModels,
                recentSessions, recentServers);
    }

    /** Returns these settings with a model folder as the latest. */
    public Settings withRecentModel(Path folder) {
        return new Settings(theme, textScale, logScale, latestFirst(folder, recentModels), recentCorpora, recentVectors,
                adjustedModels, recentSessions, recentServers);
    }

    /** Returns these settings with a corpus file as the latest. */
    public Settings withRecentCorpus(Path file) {
        return new Settings(theme, textScale, logScale, recentModels, latestFirst(file, recentCorpora), recentVectors,
                adjustedModels, recentSessions, recentServers);
    }

    /** Returns these settings with a file of vectors as the latest. */
    public Settings withRecentVectors(Path file) {
        return new Settings(theme, textScale, logScale, recentModels, recentCorpora, latestFirst(file, recentVectors),
                adjustedModels, recentSessions, recentServers);
    }

    /** Returns these settings with a session's file as the latest. */
    public Settings withRecentSession(Path file) {
        return new Settings(theme, textScale, logScale, recentModels, recentCorpora, recentVectors, adjustedModels,
                latestFirst(file, recentSessions), recentServers);
    }

    /** Returns these settings with a model on a server as the latest. */
    public Settings withRecentServer(ServerChoice choice) {
        Stream<ServerChoice> others = recentServers.stream()
                .filter(other -> !other.name().equals(choice.name()))
                .limit(RECENT - 1L);
        return new Settings(theme, textScale, logScale, recentModels, recentCorpora, recentVectors, adjustedModels,
                recentSessions, Stream.concat(Stream.of(choice), others).toList());
    }

    /** Returns these settings with what the user set for a model's folder, which may be nothing. */
    public Settings withModel(ModelChoice choice) {
        Stream<ModelChoice> others = adjustedModels.stream().filter(other -> !other.folder().equals(choice.folder()));
        Stream<ModelChoice> own = Stream.of(choice).filter(ModelChoice::isAdjusted);
        return new Settings(theme, textScale, logScale, recentModels, recentCorpora, recentVectors,
                Stream.concat(own, others).toList(), recentSessions, recentServers);
    }

    /** Returns the model of a folder as the user last set it, or as the folder describes it. */
    public ModelChoice model(Path folder) {
        return adjustedModels.stream()
                .filter(choice -> choice.folder().equals(folder))
                .findFirst()
                .orElseGet(() -> ModelChoice.of(folder));
    }

    private static List<Path> latestFirst(Path latest, List<Path> others) {
        return Stream.concat(Stream.of(latest), others.stream()).distinct().limit(RECENT).toList();
    }
}
