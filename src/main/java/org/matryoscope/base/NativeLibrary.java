package org.matryoscope.base;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A library with native code, which is unpacked once into a folder of the app's own. By itself it unpacks the code anew into the
 * temporary folder at each start, and leaves it there when the program is killed.
 */
public final class NativeLibrary {
    /** ONNX Runtime. */
    public static final NativeLibrary ONNX_RUNTIME = new NativeLibrary("onnxruntime",
            "ai/onnxruntime/native/" + Name.ONNX, "onnxruntime.native.path", "", "onnxruntime", "onnxruntime4j_jni");
    /** SQLite. */
    public static final NativeLibrary SQLITE = new NativeLibrary("sqlite", "org/sqlite/native/" + Name.XERIAL,
            "org.sqlite.lib.path", "org.sqlite.lib.name", "sqlitejdbc");
    /** The compression of Parquet files. */
    public static final NativeLibrary SNAPPY = new NativeLibrary("snappy", "org/xerial/snappy/native/" + Name.XERIAL,
            "org.xerial.snappy.lib.path", "org.xerial.snappy.lib.name", "snappyjava");

    private static final List<NativeLibrary> ALL = List.of(ONNX_RUNTIME, SQLITE, SNAPPY);

    private static volatile @Nullable Path home;

    private final String label;
    private final String resources;
    private final String pathProperty;
    private final String nameProperty;
    private final List<String> files;
    private boolean prepared;

    /**
     * @param label how its folder begins
     * @param resources the folder in its jar for this system; where it is not there, the library is left to itself
     * @param pathProperty the system property that tells it where its code lies
     * @param nameProperty the one that tells it the first file's name; "" where it knows
     * @param libraries its shared libraries, without the system's prefix and extension
     */
    private NativeLibrary(String label, String resources, String pathProperty, String nameProperty,
            String... libraries) {
        this.label = label;
        this.resources = resources;
        this.pathProperty = pathProperty;
        this.nameProperty = nameProperty;
        this.files = Stream.of(libraries).map(System::mapLibraryName).toList();
    }

    /** How the libraries name this system. */
    private static final class Name {
        private static final String OS = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        private static final boolean ARM = System.getProperty("os.arch").equals("aarch64");
        private static final String ONNX = named("win", "osx", "linux") + (ARM ? "-aarch64" : "-x64");
        private static final String XERIAL = named("Windows", "Mac", "Linux") + (ARM ? "/aarch64" : "/x86_64");

        private static String named(String windows, String mac, String linux) {
            return OS.startsWith("windows") ? windows : OS.startsWith("mac") ? mac : linux;
        }
    }

    /**
     * Says where native code is kept, and begins to unpack it in the background. Without this call libraries do as they do by
     * themselves.
     *
     * @param folder a folder that only the user can write, such as one in the app's cache; made when it is needed
     */
    public static void keepIn(Path folder) {
        home = folder;
        // The tokenizers keep their library unpacked, but in a folder of their own in the user's home.
        set("ENGINE_CACHE_DIR", folder.toString());
        Thread.ofPlatform().daemon().name("native-libraries").start(() -> ALL.forEach(NativeLibrary::prepare));
    }

    /**
     * Unpacks what is not there yet, and tells the library, unless that was done before. To be called before the library is first
     * used. Where the folder cannot be written, the library does as it does by itself.
     */
    public synchronized void prepare() {
        Path folder = home;
        if (prepared || folder == null) {
            return;
        }
        prepared = true;
        try {
            Optional<Path> there = unpacked(folder.toAbsolutePath());
            if (there.isPresent()) {
                set(pathProperty, there.get().toString());
                if (!nameProperty.isEmpty()) {
                    set(nameProperty, files.getFirst());
                }
            }
        } catch (IOException untidy) {
            // The library then unpacks its code into the temporary folder; better that than not to start.
        }
    }

    private Optional<Path> unpacked(Path folder) throws IOException {
        Optional<URL> first = resource(files.getFirst());
        if (first.isEmpty()) {
            return Optional.empty();
        }
        Path there = folder.resolve(label + "-" + checksum(first.get()));
        if (!Files.isDirectory(there)) {
            PrivateFolder.make(folder);
            // Only its owner can write into a folder made so.
            Path being = Files.createTempDirectory(folder, ".unpacking-");
            for (String file : files) {
                Optional<URL> resource = resource(file);
                if (resource.isPresent()) {
                    try (InputStream in = resource.get().openStream()) {
                        Files.copy(in, being.resolve(file));
                    }
                }
            }
            moveOrLeave(being, there);
            deleteOthers(folder, there);
        }
        return Optional.of(there);
    }

    private Optional<URL> resource(String file) {
        return Optional.ofNullable(NativeLibrary.class.getClassLoader().getResource(resources + "/" + file));
    }

    /** Tells versions apart without reading the content: by the checksum that the jar holds. */
    private static String checksum(URL resource) throws IOException {
        URLConnection connection = resource.openConnection();
        return Long.toHexString(connection instanceof JarURLConnection jar
                ? jar.getJarEntry().getCrc()
                : connection.getContentLengthLong());
    }

    /** Another start may have unpacked the same at the same time. */
    private static void moveOrLeave(Path being, Path there) throws IOException {
        try {
            Files.move(being, there, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            delete(being);
            if (!Files.isDirectory(there)) {
                throw e;
            }
        }
    }

    /** Deletes what other versions have left. */
    private void deleteOthers(Path folder, Path kept) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            entries.filter(other -> other.getFileName().toString().startsWith(label + "-") && !other.equals(kept))
                    .toList()
                    .forEach(NativeLibrary::delete);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException inUse) {
            // Windows keeps what a running program has loaded; a later version's first start deletes it.
        }
    }

    private static void set(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
