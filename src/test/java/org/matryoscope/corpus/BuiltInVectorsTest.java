package org.matryoscope.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.matryoscope.base.Installation;
import org.matryoscope.base.Progress;
import org.matryoscope.corpus.EmbeddingCache.CachedVector;
import org.matryoscope.model.BuiltInModels;
import org.matryoscope.model.Encoder;
import org.matryoscope.model.Encoders;
import org.matryoscope.model.Encoding;
import org.matryoscope.model.ModelOverrides;
import org.matryoscope.model.Role;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The vectors that come with the app are those that its models give; with {@code -Dmatryoscope.vectors=write} the file is written
 * anew, which a change of the models or of the encyclopedia asks for.
 */
class BuiltInVectorsTest {
    private static final String CORPUS = "encyclopedia";
    private static final float ROUNDING = 2e-6f;
    /** Every so many texts are encoded again: all of them would take the better part of this suite's time. */
    private static final int EVERY = 25;

    @TempDir
    Path folder;

    private EmbeddingCache cache = EmbeddingCache.NONE;

    @BeforeEach
    void begin() throws SQLException, IOException {
        System.setProperty(CacheFolders.FOLDER_PROPERTY, folder.resolve("cache").toString());
        if ("write".equals(System.getProperty("matryoscope.vectors"))) {
            write(Path.of(SqliteEmbeddingCache.KNOWN));
            Files.copy(Path.of(SqliteEmbeddingCache.KNOWN), Installation.home().resolve(SqliteEmbeddingCache.KNOWN),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        cache = SqliteEmbeddingCache.standard(problem -> {
            throw problem;
        });
    }

    @AfterEach
    void end() {
        cache.close();
        System.clearProperty(CacheFolders.FOLDER_PROPERTY);
    }

    @Test
    void areThoseThatTheModelsGive() {
        for (Path model : BuiltInModels.folders()) {
            try (Encoder encoder = encoder(model)) {
                texts().forEach((role, texts) -> {
                    Map<String, CachedVector> known = cache.find(encoder.profile().fingerprint(), role, texts);
                    assertThat(known).as("%s as %s; see this class's comment", model.getFileName(), role)
                            .containsOnlyKeys(texts);
                    List<String> some = IntStream.iterate(0, i -> i < texts.size(), i -> i + EVERY)
                            .mapToObj(texts::get)
                            .toList();
                    encoded(encoder, some, role).forEach(
                            (text, vector) -> assertThat(Objects.requireNonNull(known.get(text)).vector()).as(text)
                                    .usingComparatorWithPrecision(ROUNDING)
                                    .containsExactly(vector.vector()));
                });
            }
        }
    }

    @Test
    void areTakenOverOnce() throws SQLException, IOException {
        assertThat(known()).isPositive();
        cache.close();
        Path file = folder.resolve("cache");
        try (Connection connection = CacheDatabase.open(file); Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM vectors");
            connection.commit();
        }
        cache = SqliteEmbeddingCache.standard(problem -> {
            throw problem;
        });
        assertThat(known()).as("what was dropped to make room stays dropped").isZero();
    }

    private int known() {
        try (Encoder encoder = encoder(BuiltInModels.folders().getFirst())) {
            return cache
                    .find(encoder.profile().fingerprint(), Role.QUERY, Objects.requireNonNull(texts().get(Role.QUERY)))
                    .size();
        }
    }

    private static Encoder encoder(Path model) {
        return Encoders.load(model, ModelOverrides.NONE, Runtime.getRuntime().availableProcessors(), Progress.NONE);
    }

    private static Map<Role, List<String>> texts() {
        Corpus corpus = BuiltInCorpora.load(CORPUS);
        return Map.of(Role.DOCUMENT, corpus.documents().stream().map(Document::text).distinct().toList(), Role.QUERY,
                corpus.queries().stream().map(JudgedQuery::text).distinct().toList());
    }

    private static Map<String, CachedVector> encoded(Encoder encoder, List<String> texts, Role role) {
        Encoding encoding = encoder.encode(texts, role, Progress.NONE);
        Map<String, CachedVector> vectors = new LinkedHashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            int row = i;
            vectors.put(texts.get(i),
                    new CachedVector(encoding.vectors()[i], IntStream.of(encoding.cut()).anyMatch(cut -> cut == row)));
        }
        return vectors;
    }

    private void write(Path target) throws SQLException, IOException {
        Path made = folder.resolve("made");
        try (EmbeddingCache written = SqliteEmbeddingCache.in(made, Long.MAX_VALUE, problem -> {
            throw problem;
        })) {
            for (Path model : BuiltInModels.folders()) {
                try (Encoder encoder = encoder(model)) {
                    texts().forEach((role, texts) -> written.store(encoder.profile().fingerprint(), role,
                            encoded(encoder, texts, role)));
                }
            }
        }
        int version = Files.exists(target) ? version(target.toAbsolutePath()) + 1 : 1;
        Files.deleteIfExists(target);
        try (Connection connection = CacheDatabase.open(made); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.execute("PRAGMA user_version = " + version);
            // One file, without the write-ahead log's two others.
            statement.execute("VACUUM INTO '" + target + "'");
        }
    }

    private static int version(Path file) throws SQLException {
        try (Connection connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            return (int) CacheDatabase.pragma(statement, "user_version");
        }
    }
}
