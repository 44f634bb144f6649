package org.matryoscope.model;

import java.io.IOException;
import java.nio.file.Path;
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

    private final HuggingFaceTokenizer tokenizer;
    private final boolean lowerCase;
    private final boolean specialTokens;

    private Tokenizing(HuggingFaceTokenizer tokenizer, boolean lowerCase, boolean specialTokens) {
        this.tokenizer = tokenizer;
        this.lowerCase = lowerCase;
        this.specialTokens = specialTokens;
    }

    /**
     * Opens a tokenizer.
     *
     * @param file the {@code tokenizer.json}
     * @param maxLength the longest input in tokens, special tokens included
     * @param lowerCase whether texts are lower-cased first
     * @param specialTokens whether the model wants its special tokens around a text
     * @throws Problem if the file is not a tokenizer
     */
    static Tokenizing open(Path file, int maxLength, boolean lowerCase, boolean specialTokens) {
        try {
            HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.builder()
                    .optTokenizerPath(file)
                    .optAddSpecialTokens(specialTokens)
                    .optPadding(false)
                    .optTruncation(true)
                    .optMaxLength(maxLength)
                    .build();
            return new Tokenizing(tokenizer, lowerCase, specialTokens);
        } catch (IOException | RuntimeException e) {
            throw new Problem(file.toString(), "the tokenizer cannot be read (" + e.getMessage() + ")",
                    "Download the file again; it must be the fast tokenizer's tokenizer.json.", e);
        }
    }

    /** Tokenises one text, cut at the maximum length. */
    Tokens tokens(String text) {
        Encoding encoding = tokenizer.encode(lowerCase ? text.toLowerCase(Locale.ROOT) : text, specialTokens, false);
        return new Tokens(encoding.getIds(), encoding.getTypeIds(), encoding.exceedMaxLength());
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
