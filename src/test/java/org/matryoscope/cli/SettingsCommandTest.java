package org.matryoscope.cli;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.matryoscope.retrieval.database.Engine;

import static org.assertj.core.api.Assertions.assertThat;

/** "settings" from its arguments to what it prints. */
class SettingsCommandTest {
    @TempDir
    static Path cache;

    private static CliRun run(String args) {
        return CliRun.of(cache, args.split(" "));
    }

    @Test
    void printsAllEnginesWithVersionAndDocumentation() {
        CliRun run = run("settings --dims 128 --format int8 --first 64 --keep 100");
        assertThat(run.code()).as(run.err()).isZero();
        for (Engine engine : Engine.values()) {
            assertThat(run.out())
                    .contains(engine.label() + " " + engine.version() + " (" + engine.documentation() + ")");
        }
    }

    @Test
    void printsThoseThatAreNamed() {
        CliRun run = run("settings --dims 128 --k 200 --engine pgvector,faiss");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("embedding vector(128)", "LIMIT 200;", "faiss.IndexHNSWFlat(128")
                .doesNotContain("Qdrant", "Vespa");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            settings                                     | --dims
            settings --dims 0                            | 1 or more
            settings --dims 64 --first 64                | --first less than --dims
            settings --dims 64 --first 8 --keep 5 --k 10 | --keep no less than --k
            settings --dims 64 --engine oracle           | choose one of pgvector, Qdrant
            settings --dims 64 --format int4             | there is no format “int4”
            """)
    void badUsageIsTwoAndOneLine(String args, String message) {
        CliRun run = run(args);
        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).singleElement().asString().contains(message);
    }
}
