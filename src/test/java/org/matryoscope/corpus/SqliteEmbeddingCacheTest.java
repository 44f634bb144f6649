package org.matryoscope.corpus;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;

import org.matryoscope.base.Problem;
import org.matryoscope.corpus.EmbeddingCache.CachedVector;
import org.matryoscope.model.Role;

import static org.assertj.core.api.Assertions.assertThat;

class SqliteEmbeddingCacheTest {
    private static final String MODEL = CacheWriter.MODEL;
    private static final long HOUR = 3_600_000;

    @TempDir
    Path folder;
    private final List<Problem> troubles = new ArrayList<>();
    private final List<EmbeddingCache> opened = new ArrayList<>();
    private final AtomicLong now = new AtomicLong(1);
    private EmbeddingCache cache;

    @BeforeEach
    void open() {
        cache = cache(Long.MAX_VALUE, CacheDatabase::open);
    }

    @AfterEach
    void close() {
        opened.forEach(EmbeddingCache::close);
    }

    @Test
    void whatWasStoredIsFoundAgainBitForBitEvenByTheNextInstance() {
        cache.store(MODEL, Role.DOCUMENT, CacheWriter.batch(0, 20));
        cache.close();
        assertHolds(cache(Long.MAX_VALUE, CacheDatabase::open), 0, 20);
    }

    @Test
    void anotherModelOrRoleOrTextIsAnotherEntry() {
        cache.store(MODEL, Role.DOCUMENT, CacheWriter.batch(0, 1));
        assertThat(cache.find("other", Role.DOCUMENT, List.of("text 0"))).isEmpty();
        assertThat(cache.find(MODEL, Role.QUERY, List.of("text 0"))).isEmpty();
        assertThat(cache.find(MODEL, Role.DOCUMENT, List.of("text 0 "))).isEmpty();
        assertThat(cache.find(MODEL, Role.DOCUMENT, List.of("text 0"))).hasSize(1);
    }

    @Test
    void theVectorsUsedLongestAgoGoFirst() throws IOException {
        EmbeddingCache small = cache(10_000_000, CacheDatabase::open);
        small.store(MODEL, Role.DOCUMENT, CacheWriter.batch(0, 2000));
        now.addAndGet(HOUR);
        small.store(MODEL, Role.DOCUMENT, CacheWriter.batch(2000, 2000));
        now.addAndGet(HOUR);
        assertThat(small.find(MODEL, Role.DOCUMENT, texts(0, 100))).hasSize(100);
        for (int first = 4000; first < 9000; first += 1000) {
            now.addAndGet(HOUR);
            small.store(MODEL, Role.DOCUMENT, CacheWriter.batch(first, 1000));
            small.find(MODEL, Role.DOCUMENT, texts(0, 100));
        }
        assertHolds(small, 0, 100);
        assertHolds(small, 8000, 1000);
        assertThat(small.find(MODEL, Role.DOCUMENT, texts(100, 1900))).isEmpty();
        assertThat(Files.size(folder.resolve(CacheDatabase.FILE))).isLessThan(14_000_000);
    }

    @Test
    void twoInstancesOfTheAppShareIt() throws Exception {
        Process one = CacheWriter.start(folder, 0, 20);
        Process two = CacheWriter.start(folder, 1000, 20);
        for (int first = 4000; first < 6000; first += 100) {
            cache.store(MODEL, Role.DOCUMENT, CacheWriter.batch(first, 100));
        }
        assertThat(new String(one.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(".".repeat(20));
        assertThat(new String(two.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(".".repeat(20));
        assertThat(one.waitFor() + two.waitFor()).isZero();
        assertHolds(cache, 0, 3000);
        assertHolds(cache, 4000, 2000);
        assertThat(integrity()).isEqualTo("ok");
    }

    @Test
    void anInstanceThatIsKilledInMidWriteLeavesAWholeDatabase() throws Exception {
        Process writer = CacheWriter.start(folder, 0, 1_000_000);
        assertThat(writer.getInputStream().readNBytes(5)).isEqualTo(".....".getBytes(StandardCharsets.UTF_8));
        writer.destroyForcibly().waitFor();
        assertHolds(cache, 0, 5 * CacheWriter.BATCH);
        assertThat(integrity()).isEqualTo("ok");
    }

    @Test
    void aFileThatIsNoDatabaseIsMovedAside() throws IOException {
        Files.writeString(folder.resolve(CacheDatabase.FILE),
                "this was never a database, though it is long enough. ".repeat(50));
        cache.store(MODEL, Role.DOCUMENT, CacheWriter.batch(0, 10));
        assertHolds(cache, 0, 10);
        assertThat(folder.resolve(CacheDatabase.FILE + ".damaged")).exists();
        assertThat(troubles).isEmpty();
    }

    @Test
    void aDatabaseThatWasTruncatedIsMovedAsideAndBegunAnew() throws IOException {
        cache.store(MODEL, Role.DOCUMENT, CacheWriter.batch(0, 2000));
        cache.close();
        try (SeekableByteChannel channel = Files.newByteChannel(folder.resolve(CacheDatabase.FILE),
                StandardOpenOption.WRITE)) {
            channel.truncate(100_000);
            channel.position(4096).write(ByteBuffer.allocate(40_000));
        }
        EmbeddingCache next = cache(Long.MAX_VALUE, CacheDatabase::open);
        next.find(MODEL, Role.DOCUMENT, texts(0, 2000));
        next.store(MODEL, Role.DOCUMENT, CacheWriter.batch(0, 10));
        next.store(MODEL, Role.DOCUMENT, CacheWriter.batch(0, 10));
        assertHolds(next, 0, 10);
        assertThat(folder.resolve(CacheDatabase.FILE + ".damaged")).exists();
        assertThat(troubles).isEmpty();
    }

    @Test
    void aFolderThatCannotBeMadeTurnsTheCacheOffAndIsReportedOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("a file"), "");
        EmbeddingCache useless = cache(file.resolve("cache"), Long.MAX_VALUE, CacheDatabase::open);
        assertTurnsOff(useless);
        assertThat(troubles.getFirst()).hasMessageContaining("a file").hasMessageContaining("Make the folder writable");
    }

    @Test
    void aReadOnlyDatabaseTurnsTheCacheOff() {
        cache.store(MODEL, Role.DOCUMENT, CacheWriter.batch(0, 1));
        EmbeddingCache readOnly = cache(Long.MAX_VALUE, where -> {
            SQLiteConfig config = new SQLiteConfig();
            config.setReadOnly(true);
            Connection connection = config.createConnection("jdbc:sqlite:" + where.resolve(CacheDatabase.FILE));
            connection.setAutoCommit(false);
            return connection;
        });
        assertTurnsOff(readOnly);
    }

    @Test
    void aFullDiskTurnsTheCacheOff() {
        assertTurnsOff(cache(Long.MAX_VALUE, where -> {
            Connection connection = CacheDatabase.open(where);
            try (Statement statement = connection.createStatement()) {
                // SQLite answers as on a full disk when a file may not grow beyond so many pages.
                statement.execute("PRAGMA max_page_count = 10");
            }
            return connection;
        }));
    }

    private void assertTurnsOff(EmbeddingCache useless) {
        for (int i = 0; i < 3; i++) {
            useless.store(MODEL, Role.DOCUMENT, CacheWriter.batch(100, 200));
            assertThat(useless.find(MODEL, Role.DOCUMENT, texts(100, 200))).isEmpty();
        }
        assertThat(troubles).hasSize(1);
    }

    private static void assertHolds(EmbeddingCache cache, int first, int count) {
        Map<String, CachedVector> found = cache.find(MODEL, Role.DOCUMENT, texts(first, count));
        assertThat(found).hasSize(count);
        IntStream.range(first, first + count).forEach(i -> {
            CachedVector vector = Objects.requireNonNull(found.get("text " + i));
            assertThat(vector.vector()).isEqualTo(CacheWriter.vector(i).vector());
            assertThat(vector.cut()).isEqualTo(i % 7 == 0);
        });
    }

    private static List<String> texts(int first, int count) {
        return IntStream.range(first, first + count).mapToObj(i -> "text " + i).toList();
    }

    private String integrity() throws SQLException, IOException {
        try (Connection connection = CacheDatabase.open(folder);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA integrity_check")) {
            return row.getString(1);
        }
    }

    private EmbeddingCache cache(long maxBytes, SqliteEmbeddingCache.Opener opener) {
        return cache(folder, maxBytes, opener);
    }

    private EmbeddingCache cache(Path where, long maxBytes, SqliteEmbeddingCache.Opener opener) {
        EmbeddingCache made = new SqliteEmbeddingCache(where, maxBytes, troubles::add,
                () -> Instant.ofEpochMilli(now.get()), opener);
        opened.add(made);
        return made;
    }
}
