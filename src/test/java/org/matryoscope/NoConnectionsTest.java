package org.matryoscope;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import org.matryoscope.corpus.CacheFolders;

import static org.assertj.core.api.Assertions.assertThat;

/** Nobody is connected to unasked, by the app or by the native code of its libraries: the system itself is asked what is open. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the sockets of a process are read from /proc")
class NoConnectionsTest {
    private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)]");
    private static final long STARTED_WITHIN_SECONDS = 60;
    private static final long WATCHED_AFTERWARDS_SECONDS = 5;
    private static final long EVERY_MILLIS = 10;

    @TempDir
    Path folder;

    @Test
    void theWatchSeesASocket() throws IOException {
        // Other tests in this process may have left some.
        int before = internetSockets(ProcessHandle.current().pid()).size();
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(internetSockets(ProcessHandle.current().pid())).as(socket.toString()).hasSize(before + 1);
        }
    }

    @Test
    void theWindowOpensNone() throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        Process app = app(log);
        Set<String> seen = new TreeSet<>();
        try {
            long latest = System.nanoTime() + TimeUnit.SECONDS.toNanos(STARTED_WITHIN_SECONDS);
            long end = latest;
            boolean ranked = false;
            while (System.nanoTime() < end) {
                assertThat(app.isAlive()).as(() -> read(log)).isTrue();
                seen.addAll(internetSockets(app.pid()));
                if (!ranked && read(log).split("StartTimes: ranking", -1).length == 3) {
                    ranked = true;
                    end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WATCHED_AFTERWARDS_SECONDS);
                }
                TimeUnit.MILLISECONDS.sleep(EVERY_MILLIS);
            }
            assertThat(ranked).as(() -> "both models ranked; " + read(log)).isTrue();
        } finally {
            app.destroyForcibly().waitFor();
        }
        assertThat(seen).isEmpty();
    }

    private Process app(Path log) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-Dglass.platform=Headless", "-Dprism.order=sw",
                "-Dmatryoscope.log=INFO", "-D" + CacheFolders.FOLDER_PROPERTY + "=" + folder.resolve("cache"),
                "-Dmatryoscope.config=" + folder.resolve("config"), "-cp", System.getProperty("java.class.path"),
                Main.class.getName()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    /** The sockets of a process that are neither local nor pipes, as "kind inode". */
    private static List<String> internetSockets(long process) throws IOException {
        Path proc = Path.of("/proc", Long.toString(process));
        Set<String> own = new TreeSet<>();
        try (Stream<Path> open = Files.list(proc.resolve("fd"))) {
            for (Path each : open.toList()) {
                try {
                    Matcher socket = SOCKET.matcher(Files.readSymbolicLink(each).toString());
                    if (socket.matches()) {
                        own.add(socket.group(1));
                    }
                } catch (NoSuchFileException closedMeanwhile) {
                    // It is not open any more.
                }
            }
        }
        List<String> found = new ArrayList<>();
        for (String kind : List.of("tcp", "tcp6", "udp", "udp6")) {
            Path table = proc.resolve("net").resolve(kind);
            if (Files.isReadable(table)) {
                Files.readAllLines(table)
                        .stream()
                        .map(line -> line.strip().split("\\s+"))
                        .filter(columns -> columns.length > 9 && own.contains(columns[9]))
                        .forEach(columns -> found.add(kind + " " + columns[2]));
            }
        }
        return found;
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
