package org.matryoscope.model.hub;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.matryoscope.base.Problem;

/**
 * A model on a hub.
 *
 * @param name owner and name ("nomic-ai/nomic-embed-text-v1.5"), or a name alone as the hub's first models have
 * @param revision a branch, a tag or a commit
 */
public record ModelId(String name, String revision) {
    static final String MAIN = "main";
    private static final String PART = "\\w(?:[\\w.-]*\\w)?";
    private static final Pattern WRITTEN = Pattern
            .compile("(?:https?://[^/]+/)?((?:" + PART + "/)?" + PART + ")(?:(?:@|/tree/)(\\w[\\w./-]*))?/?");

    /**
     * Reads what a user writes.
     *
     * @param text a name, {@code name@revision}, or the address of the model's page
     * @throws Problem if it is none of these
     */
    public static ModelId of(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches() || text.contains("..") || text.contains("--")) {
            throw new Problem(text.strip(), "that is not the name of a model on a hub",
                    "Write owner and name, such as nomic-ai/nomic-embed-text-v1.5.");
        }
        return new ModelId(written.group(1), written.group(2) == null ? MAIN : written.group(2));
    }

    /** Returns the model's folder in a cache. */
    String folder() {
        return "models--" + name.replace("/", "--");
    }
}
