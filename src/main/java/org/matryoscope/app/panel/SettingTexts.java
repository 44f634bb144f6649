package org.matryoscope.app.panel;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.matryoscope.base.Problem;
import org.matryoscope.model.Pooling;
import org.matryoscope.model.Sourced;
import org.matryoscope.model.Variant;

/** A model's settings as text, and back. */
final class SettingTexts {
    /** A beginning and an end token, and one between them. */
    static final int LEAST_LENGTH = 3;

    private static final Pattern SEPARATOR = Pattern.compile("[,;\\s]+");
    private static final double MEGABYTE = 1e6;
    private static final double KILOBYTE = 1e3;

    private SettingTexts() {
    }

    static String prefixes(List<Integer> prefixes) {
        return prefixes.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /**
     * Reads prefix lengths.
     *
     * @param text whole numbers, separated by commas or spaces; blank for an ordinary model
     * @param dimension the full dimension
     * @throws Problem if they are not ascending numbers from 1 to {@code dimension}
     */
    static List<Integer> parsePrefixes(String text, int dimension) {
        String remedy = "Write ascending whole numbers from 1 to %d, such as 64, 128, 256.".formatted(dimension);
        List<Integer> prefixes = Arrays.stream(SEPARATOR.split(text.strip()))
                .filter(word -> !word.isEmpty())
                .map(word -> number(word, remedy))
                .toList();
        for (int i = 0; i < prefixes.size(); i++) {
            int prefix = prefixes.get(i);
            if (prefix < 1 || prefix > dimension) {
                throw wrong("%d is not between 1 and the model's dimension, %d".formatted(prefix, dimension), remedy);
            }
            if (i > 0 && prefix <= prefixes.get(i - 1)) {
                throw wrong("%d does not come after %d in ascending order".formatted(prefix, prefixes.get(i - 1)),
                        remedy);
            }
        }
        return prefixes;
    }

    static String length(int tokens) {
        return tokens == Integer.MAX_VALUE ? "no limit" : Integer.toString(tokens);
    }

    /**
     * Reads a maximum length in tokens.
     *
     * @throws Problem if it is no whole number of at least {@value #LEAST_LENGTH}
     */
    static int parseLength(String text) {
        String remedy = "Write a whole number of tokens, at least %d.".formatted(LEAST_LENGTH);
        int length = number(text.strip(), remedy);
        if (length < LEAST_LENGTH) {
            throw wrong("%d tokens leave no room for a text".formatted(length), remedy);
        }
        return length;
    }

    /** Writes a prompt in one line. */
    static String prompt(String prompt) {
        return prompt.replace("\n", "\\n");
    }

    /** Reads a prompt that was written in one line. */
    static String parsePrompt(String text) {
        return text.replace("\\n", "\n");
    }

    static String pooling(List<Pooling> poolings) {
        return poolings.stream().map(SettingTexts::pooling).collect(Collectors.joining(" + "));
    }

    private static String pooling(Pooling pooling) {
        return switch (pooling) {
            case CLS -> "first token (cls)";
            case MAX -> "maximum";
            case MEAN -> "mean";
            case MEAN_SQRT_LEN_TOKENS -> "sum over √length";
            case WEIGHTEDMEAN -> "mean, later tokens weigh more";
            case LASTTOKEN -> "last token";
        };
    }

    static String variant(Variant variant) {
        return "%s: %s, %s".formatted(variant.file(), variant.kind(), size(variant.bytes()));
    }

    private static String size(long bytes) {
        return bytes >= MEGABYTE
                ? String.format(Locale.ROOT, "%.1f MB", bytes / MEGABYTE)
                : String.format(Locale.ROOT, "%.1f kB", bytes / KILOBYTE);
    }

    /** Says in words where a setting was read from. */
    static String source(Sourced<?> setting) {
        return source(setting.source());
    }

    /** Says in words where a setting was read from. */
    static String source(String source) {
        return switch (source) {
            case "you" -> "set by you";
            case "default" -> "default: the model does not say";
            case "known model" -> "known model: from the app's own table";
            case "the only one" -> "the only one in the folder";
            default -> "read from " + source;
        };
    }

    private static int number(String word, String remedy) {
        try {
            return Integer.parseInt(word);
        } catch (NumberFormatException e) {
            throw wrong(word.isEmpty() ? "There is no number" : "“%s” is not a whole number".formatted(word), remedy);
        }
    }

    private static Problem wrong(String what, String remedy) {
        return new Problem("", what, remedy);
    }
}
