package org.matryoscope.app.saved;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.matryoscope.app.session.CorpusSource;
import org.matryoscope.app.session.ModelChoice;
import org.matryoscope.app.session.ServerChoice;
import org.matryoscope.app.session.VectorsChoice;
import org.matryoscope.app.settings.JsonFile;
import org.matryoscope.app.state.Beside;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.vector.NumberFormat;

/**
 * Everything on screen, as it is kept in a file. A field that a file of an earlier version lacks is as in a new session.
 *
 * @param version of the form of the file: {@link #VERSION}
 * @param a what is open on side A; null for nothing
 * @param b what is open on side B; null for nothing
 * @param corpus the texts; null where they came with vectors
 * @param draft texts that are being edited and were not applied yet; null for none
 * @param query the query
 * @param d the prefix length
 * @param renormalise whether prefixes are re-normalised
 * @param question the name of the question that is shown
 * @param options by question, its options as they are written on the command line
 * @param contenders the rotations that were added
 * @param format the number format of the vectors
 * @param beside what stands beside the ranking
 * @param folded whether the list of questions is folded
 * @param window where the window stands; null where it is not known
 */
public record SavedSession(int version, @Nullable SavedSide a, @Nullable SavedSide b, @Nullable CorpusSource corpus,
        @Nullable Corpus draft, String query, int d, boolean renormalise, String question,
        Map<String, Map<String, String>> options, List<SavedContender> contenders, NumberFormat format, Beside beside,
        boolean folded, @Nullable SavedWindow window) {
    /** The version that this app writes; it reads earlier ones. */
    public static final int VERSION = 1;
    /** How the names of saved sessions end, so that a desktop knows what to open them with. */
    public static final String ENDING = ".matryoscope";
    /** How they ended in version 0.1.0 and before. */
    static final String EARLIER_ENDING = ".matryoscope.json";

    /** Whether a file is a session, by its name. */
    public static boolean isOne(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.endsWith(ENDING) || name.endsWith(EARLIER_ENDING);
    }

    /**
     * Names a session's file.
     *
     * @param path where it lies
     */
    public static JsonFile<SavedSession> file(Path path) {
        return new JsonFile<>(path, SavedSession.class, "the session");
    }

    /** Fills in what an edited or earlier file may leave out. */
    public SavedSession {
        query = Objects.requireNonNullElse(query, "");
        question = Objects.requireNonNullElse(question, "");
        options = options == null ? Map.of() : Map.copyOf(options);
        format = Objects.requireNonNullElse(format, NumberFormat.FLOAT32);
        beside = Objects.requireNonNullElse(beside, Beside.FULL_DIMENSION);
        contenders = contenders == null ? List.of() : List.copyOf(contenders);
    }

    /**
     * What is open on a side: one of these.
     *
     * @param model a model
     * @param vectors a file of vectors
     * @param server a model on a server
     */
    public record SavedSide(@Nullable ModelChoice model, @Nullable VectorsChoice vectors,
            @Nullable ServerChoice server) {}

    /**
     * A rotation that is compared.
     *
     * @param side whose vectors
     * @param rotation as on the command line
     */
    public record SavedContender(String side, String rotation) {}

    /**
     * Where the window stands, in pixels of the screen.
     *
     * @param x its left edge
     * @param y its upper edge
     * @param width its width
     * @param height its height
     * @param maximised whether it fills the screen
     */
    public record SavedWindow(double x, double y, double width, double height, boolean maximised) {}
}
