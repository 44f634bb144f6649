package org.matryoscope.model;

import java.io.IOException;
import java.util.Locale;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;

import org.matryoscope.base.Problem;

/** A {@code tokenizer.json}, its own truncation and padding replaced by the model's. Safe to call from several threads. */
final class Tokenizing implements AutoCloseable {
    static {
        // Without it DJL may look for a CUDA build of its native library on the network.
        System.setProperty("ai.djl.offline", "true");
    }

    /** Characters a token at most has on average; a text's head of that length holds the tokens that are kept. */
    private static final int HEAD_CHARACTERS = 64;

    private final HuggingFaceTokenizer tokenizer;
    private final TransformerSettings settings;
    private final boolean specialTokens;

    private Tokenizing(HuggingFaceTokenizer tokenizer, TransformerSettings settings, boolean specialTokens) {
        this.tokenizer = tokenizer;
        this.settings = settings;
        this.specialTokens = specialTokens;
    }

    /**
     * Opens a tokenizer.
     *
     * @param settings the file, the maximum length and what else the folder says
     * @param specialTokens whether the model wants its special tokens around a text; static models want neither these nor
     *     unknown tokens
     * @throws Problem if the file is not a tokenizer
     */
    static Tokenizing open(TransformerSettings settings, boolean specialTokens) {
        boolean truncates = settings.maxLength().value() != TransformerSettings.UNLIMITED;
        try {
            HuggingFaceTokenizer.Builder builder = HuggingFaceTokenizer.builder()
                    .optTokenizerPath(settings.tokenizer())
                    .optAddSpecialTokens(specialTokens)
                    .optPadding(false)
                    .optTruncation(truncates);
            if (truncates) {
                builder.optMaxLength(settings.maxLength().value());
            }
            return new Tokenizing(builder.build(), settings, specialTokens);
        } catch (IOException | RuntimeException e) {
            throw new Problem(settings.tokenizer().toString(), "the tokenizer cannot be read (" + e.getMessage() + ")",
                    "Download the file again; it must be the fast tokenizer's tokenizer.json.", e);
        }
    }

    /** Tokenises one text, cut at the maximum length. */
    Tokens tokens(String text) {
        long headLength = (long) settings.maxLength().value() * HEAD_CHARACTERS;
        if (text.length() > headLength) {
            // The tokenizer would read all of a very long text only to drop most of it.
            Tokens head = whole(text.substring(0, (int) headLength));
            if (head.cut()) {
                return head;
            }
        }
        return whole(text);
    }

    private Tokens whole(String text) {
        Encoding encoding = tokenizer.encode(settings.lowerCase() ? text.toLowerCase(Locale.ROOT) : text, specialTokens,
                false);
        Tokens tokens = new Tokens(encoding.getIds(), encoding.getTypeIds(), encoding.exceedMaxLength());
        return specialTokens ? tokens : tokens.without(settings.unknownId());
    }

    /** Counts the tokens that a prompt puts in front of a text: its own and the special ones before it. */
    int promptLength(String prompt) {
        if (prompt.isEmpty()) {
            return 0;
        }
        Encoding encoding = tokenizer.encode(prompt, specialTokens, false);
        long[] special = encoding.getSpecialTokenMask();
        return special.length - (special[special.length - 1] == 1 ? 1 : 0);
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
