package org.matryoscope.corpus.vectors;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

import org.matryoscope.base.NativeLibrary;
import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;

/** Rows of a table of an SQLite database. A vector is a cell of little-endian float32, or a text. The file is only read. */
final class SqliteTable implements TableRows {
    static {
        NativeLibrary.SQLITE.prepare();
    }

    /** Rows of a table that are looked at to see whether it holds vectors. */
    private static final int LOOKED_AT = 20;
    private static final int REPORTED_ROWS = 256;

    private final Path file;
    private final String table;
    private final List<String> tables;
    private final boolean given;
    private final List<String> columns;

    private SqliteTable(Path file, String table, List<String> tables, boolean given, List<String> columns) {
        this.file = file;
        this.table = table;
        this.tables = tables;
        this.given = given;
        this.columns = columns;
    }

    /** Does something with an open database. */
    @FunctionalInterface
    private interface Work<T> {
        T with(Statement statement) throws SQLException;
    }

    private static <T> T read(Path file, Work<T> work) {
        try (Connection connection = connect(file); Statement statement = connection.createStatement()) {
            // What the schema of a file from elsewhere calls must be harmless.
            statement.execute("PRAGMA trusted_schema = OFF");
            return work.with(statement);
        } catch (SQLException e) {
            throw new Problem(file.toString(),
                    "it cannot be read as an SQLite database ("
                            + String.valueOf(e.getMessage()).replaceAll("\\s*\\R\\s*", " ") + ")",
                    "Close the program that writes it, or copy the file again; it may be damaged.", e);
        }
    }

    private static Connection connect(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.enableLoadExtension(false);
        return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
    }

    /**
     * Opens a file and looks for a table with vectors.
     *
     * @param path the file
     * @param reading names the table, or leaves it to be found
     * @throws Problem if there is no such table, or none with vectors, or the file is damaged
     */
    static SqliteTable open(Path path, Reading reading) {
        return read(path, statement -> {
            List<String> tables = tables(statement);
            String wanted = reading.table();
            if (wanted != null && !tables.contains(wanted)) {
                throw new Problem(path.toString(), "there is no table “" + wanted + "” in it", choose(tables));
            }
            String table = wanted == null ? withVectors(path, statement, tables) : wanted;
            if (table == null) {
                throw new Problem(path.toString(), "none of its tables holds vectors", tables.isEmpty()
                        ? "Choose a database with a table."
                        : "Write vectors as bytes of little-endian float32, or name one of " + named(tables) + ".");
            }
            return new SqliteTable(path, table, tables, wanted != null, columns(statement, table));
        });
    }

    private static String choose(List<String> tables) {
        return tables.isEmpty() ? "Choose another file." : "Choose one of " + named(tables) + ".";
    }

    private static String named(List<String> tables) {
        return tables.stream().map(each -> "“" + each + "”").collect(Collectors.joining(", "));
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        // Virtual tables, which have no page, need code that is not here.
        try (ResultSet rows = statement.executeQuery(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static @Nullable String withVectors(Path path, Statement statement, List<String> tables)
            throws SQLException {
        TableRow row = new TableRow(path);
        for (String table : tables) {
            List<String> columns = columns(statement, table);
            try (ResultSet rows = statement.executeQuery(select(columns, table) + " LIMIT " + LOOKED_AT)) {
                while (rows.next()) {
                    row.begin("row", 1, null);
                    fill(row, rows, columns, Wanted.EVERYTHING);
                    if (!row.vectors().isEmpty()) {
                        return table;
                    }
                }
            }
        }
        return null;
    }

    private static List<String> columns(Statement statement, String table) throws SQLException {
        try (ResultSet none = statement.executeQuery("SELECT * FROM " + quoted(table) + " LIMIT 0")) {
            ResultSetMetaData meta = none.getMetaData();
            List<String> columns = new ArrayList<>();
            for (int i = 1; i <= meta.getColumnCount(); i++) {
                columns.add(meta.getColumnName(i));
            }
            return columns;
        }
    }

    /** In the order of the table, also where an index holds all that is asked for. */
    private static String select(List<String> columns, String table) {
        String what = columns.isEmpty()
                ? "1"
                : columns.stream().map(SqliteTable::quoted).collect(Collectors.joining(", "));
        return "SELECT " + what + " FROM " + quoted(table) + " NOT INDEXED";
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public List<String> tables() {
        return tables;
    }

    @Override
    public Reading reading(Reading asked) {
        return asked.withTable(table);
    }

    @Override
    public List<String> assumed() {
        return given || tables.size() == 1 ? List.of() : List.of("the table is “" + table + "”, of " + named(tables));
    }

    @Override
    public void forEach(Wanted wanted, Progress progress, Predicate<TableRow> sink) {
        List<String> needed = columns.stream().filter(each -> wanted.vector(each) || wanted.cell(each)).toList();
        read(file, statement -> {
            TableRow row = new TableRow(file);
            try (ResultSet rows = statement.executeQuery(select(needed, table))) {
                for (long number = 1; rows.next(); number++) {
                    if (number % REPORTED_ROWS == 0) {
                        progress.report(number, 0);
                    }
                    row.begin("row", number, null);
                    fill(row, rows, needed, wanted);
                    if (!sink.test(row)) {
                        break;
                    }
                }
            }
            return row;
        });
    }

    private static void fill(TableRow row, ResultSet rows, List<String> columns, Wanted wanted) throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            String name = columns.get(i);
            switch (rows.getObject(i + 1)) {
                case null -> {
                    if (wanted.cell(name)) {
                        row.cell(name, "");
                    } else {
                        row.missing(name, "the cell is null");
                    }
                }
                case byte[] bytes -> FloatBytes.readAsWanted(row, name, ByteBuffer.wrap(bytes), wanted);
                case Object value -> TextVector.readAsWanted(row, name, value.toString(), wanted);
            }
        }
    }
}
