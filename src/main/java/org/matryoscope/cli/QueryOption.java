package org.matryoscope.cli;

import java.nio.file.Path;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What to ask. */
final class QueryOption {
    @Option(names = "--query", paramLabel = "TEXT", description = "The query; beside --query-vectors, the name of one of them.")
    private @Nullable String text;

    @Option(names = "--query-row", paramLabel = "N", description = "Ask with the vector of the document with this index, from 0.")
    private @Nullable Integer row;

    @Option(names = "--query-vectors", paramLabel = "FILE", description = "Ask with the first vector of this file, or with the one that --query names.")
    private @Nullable Path vectors;

    /**
     * What was asked for.
     *
     * @param text the query in words, or the name of a query vector; null where there is none
     * @param row the index of a document; null where there is none
     * @param vectors a file of query vectors; null where there is none
     */
    record Choice(@Nullable String text, @Nullable Integer row, @Nullable Path vectors) {
        /** Says whether nothing is asked for. */
        boolean isNone() {
            return text == null && row == null && vectors == null;
        }
    }

    /**
     * Returns what was asked for.
     *
     * @param misused makes the failure where two options exclude each other
     */
    Choice choice(Function<String, ParameterException> misused) {
        if (row != null && (text != null || vectors != null)) {
            throw misused.apply("--query-row: leave out --query and --query-vectors, or this");
        }
        return new Choice(text, row, vectors);
    }
}
