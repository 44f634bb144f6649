package org.matryoscope.base;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import ai.onnxruntime.OrtEnvironment;

/** A start of the app that uses its native libraries and is then killed; {@link NativeLibraryTest} runs it. */
final class NativeStart {
    private NativeStart() {
    }

    /** Takes the folder for native code; without it, libraries do as they do by themselves. */
    public static void main(String[] args) throws SQLException {
        if (args.length > 0) {
            NativeLibrary.keepIn(Path.of(args[0]));
            NativeLibrary.ONNX_RUNTIME.prepare();
            NativeLibrary.SQLITE.prepare();
        }
        OrtEnvironment.getEnvironment();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            connection.createStatement().execute("select 1");
        }
        Runtime.getRuntime().halt(0);
    }
}
