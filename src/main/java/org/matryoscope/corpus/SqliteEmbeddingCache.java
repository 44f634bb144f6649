package org.matryoscope.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.matryoscope.base.Installation;
import org.matryoscope.base.Problem;
import org.matryoscope.model.Role;

/**
 * An embedding cache in a folder on disk, bounded in size: the vectors used longest ago go first. Several instances may share
 * the folder. Where it cannot be used (read-only folder, full disk) the cache turns itself off, says so once, and the app
 * encodes without it.
 */
public final class SqliteEmbeddingCache implements EmbeddingCache {
    /** The size up to which the cache grows unless told otherwise: about 600 000 vectors of 768 dimensions. */
    static final long DEFAULT_BYTES = 2_000_000_000L;

    /** The vectors that come with the app, in the installation's folder. */
    static final String KNOWN = "assets/embeddings.sqlite";

    private static final Logger LOG = LoggerFactory.getLogger(SqliteEmbeddingCache.class);

    private final Path folder;
    private final long maxBytes;
    private final Consumer<Problem> trouble;
    private final InstantSource clock;
    private final Opener opener;
    private @Nullable Connection connection;
    private boolean off;

    /** Opens the database of a folder. */
    interface Opener {
        Connection open(Path folder) throws SQLException, IOException;
    }

    private interface Use<T> {
        T run(VectorTable table) throws SQLException;
    }

    SqliteEmbeddingCache(Path folder, long maxBytes, Consumer<Problem> trouble, InstantSource clock, Opener opener) {
        this.folder = folder;
        this.maxBytes = maxBytes;
        this.trouble = trouble;
        this.clock = clock;
        this.opener = opener;
    }

    /**
     * Prepares a cache; the folder is first touched when the cache is first used.
     *
     * @param folder where to keep it, made if it is missing
     * @param maxBytes the size it may reach, in bytes
     * @param trouble told once if the cache has to be turned off; called in the thread that uses the cache
     * @return the cache
     */
    public static EmbeddingCache in(Path folder, long maxBytes, Consumer<Problem> trouble) {
        return new SqliteEmbeddingCache(folder, maxBytes, trouble, InstantSource.system(), CacheDatabase::open);
    }

    /**
     * Prepares the app's own cache, in the platform's cache folder. It begins with the vectors that come with the app, so that a
     * first start need not encode the corpus that it shows; they are found by the content of model and text, as any others.
     *
     * @param trouble told once if the cache has to be turned off; called in the thread that uses the cache
     * @return the cache
     */
    public static EmbeddingCache standard(Consumer<Problem> trouble) {
        Path known = Installation.home().resolve(KNOWN);
        InstantSource clock = InstantSource.system();
        return new SqliteEmbeddingCache(CacheFolders.platform(), DEFAULT_BYTES, trouble, clock, folder -> {
            Connection connection = CacheDatabase.open(folder);
            if (Files.isRegularFile(known)) {
                try {
                    CacheDatabase.adopt(connection, known, clock.millis());
                } catch (SQLException slower) {
                    LOG.warn("The vectors that come with the app are not taken over; they are encoded", slower);
                }
            }
            return connection;
        });
    }

    @Override
    public synchronized Map<String, CachedVector> find(String fingerprint, Role role, List<String> texts) {
        return use(table -> table.find(new CacheKey(fingerprint, role), texts, clock.millis()), Map.of());
    }

    @Override
    public synchronized void store(String fingerprint, Role role, Map<String, CachedVector> vectors) {
        use(table -> {
            table.insert(new CacheKey(fingerprint, role), vectors, clock.millis());
            table.shrinkTo(maxBytes);
            return true;
        }, false);
    }

    @Override
    public synchronized void close() {
        off = true;
        disconnect();
    }

    private <T> T use(Use<T> use, T otherwise) {
        if (off) {
            return otherwise;
        }
        try {
            return use.run(new VectorTable(connected()));
        } catch (SQLException e) {
            disconnect();
            if (CacheDatabase.isDamage(e)) {
                beginAnew(e);
            } else if (!CacheDatabase.isBusy(e)) {
                turnOff(e);
            }
        } catch (IOException e) {
            turnOff(e);
        }
        return otherwise;
    }

    private Connection connected() throws SQLException, IOException {
        Connection current = connection;
        if (current == null) {
            current = opener.open(folder);
            connection = current;
        }
        return current;
    }

    private void beginAnew(SQLException reason) {
        try {
            CacheDatabase.moveAside(folder.resolve(CacheDatabase.FILE), reason);
        } catch (IOException e) {
            turnOff(e);
        }
    }

    private void turnOff(Exception reason) {
        off = true;
        disconnect();
        trouble.accept(new Problem(folder.toString(), "embeddings cannot be kept there (" + reason.getMessage() + ")",
                "Make the folder writable or free some disk space; until then texts are encoded anew at each start.",
                reason));
    }

    private void disconnect() {
        Connection closing = connection;
        connection = null;
        try {
            if (closing != null) {
                closing.close();
            }
        } catch (SQLException e) {
            LOG.debug("The embedding cache did not close", e);
        }
    }
}
