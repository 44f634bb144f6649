package org.matryoscope.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteErrorCode;

import org.matryoscope.base.NativeLibrary;
import org.matryoscope.base.PrivateFolder;

/**
 * The cache's database file. Its write-ahead log lets several instances read and write it and makes a write that is cut off
 * leave no trace; a file that is damaged all the same is moved aside.
 */
final class CacheDatabase {
    static {
        NativeLibrary.SQLITE.prepare();
    }

    static final String FILE = "embeddings.sqlite";

    private static final Logger LOG = LoggerFactory.getLogger(CacheDatabase.class);
    private static final int BUSY_MILLIS = 5000;
    private static final String SCHEMA = """
            CREATE TABLE IF NOT EXISTS vectors (
                id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, vector BLOB NOT NULL,
                cut INTEGER NOT NULL, used INTEGER NOT NULL)""";

    private CacheDatabase() {
    }

    /** Opens the database of a folder, which is made if it is missing. */
    static Connection open(Path folder) throws SQLException, IOException {
        PrivateFolder.make(folder);
        Path file = folder.resolve(FILE);
        try {
            return connect(file);
        } catch (SQLException e) {
            if (!isDamage(e)) {
                throw e;
            }
            moveAside(file, e);
            return connect(file);
        }
    }

    /**
     * Takes over the vectors of another such file, unless those of its version were taken over before.
     *
     * @param connection the cache, open
     * @param file the other file; only read
     * @param now the time of use that they get, in milliseconds
     */
    static void adopt(Connection connection, Path file, long now) throws SQLException {
        connection.setAutoCommit(true);
        try (PreparedStatement attach = connection.prepareStatement("ATTACH DATABASE ? AS other");
                Statement statement = connection.createStatement()) {
            attach.setString(1, file.toString());
            attach.execute();
            long version = pragma(statement, "other.user_version");
            if (pragma(statement, "user_version") != version) {
                statement.execute("INSERT OR IGNORE INTO vectors(key, vector, cut, used) SELECT key, vector, cut, "
                        + now + " FROM other.vectors");
                statement.execute("PRAGMA user_version = " + version);
            }
            statement.execute("DETACH DATABASE other");
        } finally {
            connection.setAutoCommit(false);
        }
    }

    /** Returns the value of a pragma that is a whole number. */
    static long pragma(Statement statement, String name) throws SQLException {
        try (ResultSet row = statement.executeQuery("PRAGMA " + name)) {
            return row.getLong(1);
        }
    }

    /** Whether a failure says that the file's content is damaged, rather than that it cannot be used now. */
    static boolean isDamage(SQLException e) {
        return is(e, SQLiteErrorCode.SQLITE_CORRUPT) || is(e, SQLiteErrorCode.SQLITE_NOTADB);
    }

    /** Whether another instance holds the file longer than we wait. */
    static boolean isBusy(SQLException e) {
        return is(e, SQLiteErrorCode.SQLITE_BUSY) || is(e, SQLiteErrorCode.SQLITE_LOCKED);
    }

    /** Puts the database of a folder out of the way, so that the next opening starts an empty one. */
    static void moveAside(Path file, SQLException reason) throws IOException {
        LOG.warn("The embedding cache {} is damaged ({}); it is moved aside and begun anew", file, reason.getMessage());
        for (String suffix : List.of("", "-wal", "-shm")) {
            Path part = file.resolveSibling(file.getFileName() + suffix);
            if (Files.exists(part)) {
                Files.move(part, part.resolveSibling(part.getFileName() + ".damaged"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static boolean is(SQLException e, SQLiteErrorCode code) {
        // The low byte is the primary code; extended codes refine it.
        return (e.getErrorCode() & 0xFF) == code.code;
    }

    private static Connection connect(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.NORMAL);
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute(SCHEMA);
            statement.execute("CREATE INDEX IF NOT EXISTS by_use ON vectors(used)");
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
