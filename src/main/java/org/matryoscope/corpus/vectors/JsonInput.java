package org.matryoscope.corpus.vectors;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.corpus.Packed;
import org.matryoscope.corpus.ReportingStream;

/** JSON read as a stream of tokens; what is wrong with the file becomes a problem with its place. NaN and Infinity are taken. */
final class JsonInput {
    /** Deep enough for what any API sends, and far from exhausting the stack. */
    private static final int DEEPEST = 64;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private JsonInput() {
    }

    /**
     * Reads a file.
     *
     * @param file UTF-8, or UTF-16 or UTF-32 with a byte order mark
     * @param progress told in bytes; cancels
     * @param reader takes the tokens, and may stop anywhere
     * @throws Problem if the file is not JSON as far as it was read
     */
    static void read(Path file, Progress progress, Consumer<JsonParser> reader) {
        try {
            long size = Files.size(file);
            try (InputStream bytes = Packed.open(file, each -> new ReportingStream(each, progress, 0, size));
                    JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
                parse(file, parser, reader);
            }
        } catch (JacksonIOException e) {
            // Also from opening the parser, which looks at the first bytes.
            throw StreamedVectors.unreadable(file.toString(), Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw StreamedVectors.unreadable(file.toString(), e);
        }
    }

    private static void parse(Path file, JsonParser parser, Consumer<JsonParser> reader) {
        try {
            reader.accept(parser);
        } catch (JacksonIOException e) {
            throw e;
        } catch (JacksonException e) {
            throw problem(file, parser.currentLocation(), e);
        }
    }

    private static Problem problem(Path file, TokenStreamLocation at, JacksonException e) {
        String place = String.format(Locale.ROOT, "%s, line %d, column %d", file, at.getLineNr(), at.getColumnNr());
        String reason = e.getOriginalMessage().lines().findFirst().orElse("malformed");
        if (reason.contains("end-of-input")) {
            return new Problem(place, "the file ends in the middle of a value",
                    "It was cut off: export or copy it again.", e);
        }
        if (reason.startsWith("Invalid UTF-8")) {
            return new Problem(place, "this is not valid UTF-8", "Save the file as UTF-8.", e);
        }
        if (e instanceof StreamConstraintsException) {
            String what = reason.contains("nesting")
                    ? "values are nested deeper than " + DEEPEST + " levels"
                    : reason.startsWith("Number") ? "a number has more than 1000 digits" : "a text is too long";
            return new Problem(place, what, "Choose a file that holds vectors, as numbers in lists.", e);
        }
        return new Problem(place, "this is not valid JSON (" + reason.replaceAll("\\s*\\(start marker.*", "") + ")",
                "Mend the file there, or export it again.", e);
    }
}
