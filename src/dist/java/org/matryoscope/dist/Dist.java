package org.matryoscope.dist;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the app image: a folder that runs on a machine without Java, with the app, its models and corpora, a runtime of just the
 * modules it needs, and a cache of its loaded classes, which halves the time of its start. Then what installs that image, where
 * the system's tools for it are there. {@code mvn -Pdist package} runs it.
 */
public final class Dist {
    private static final String NAME = "matryoscope";
    private static final String MAIN = "org.matryoscope.Main";
    private static final String CACHE = NAME + ".aot";
    /** What the app and its libraries refer to, and the file system of archives. */
    private static final String MODULES = "java.base,java.compiler,java.desktop,java.logging,java.management,java.naming,"
            + "java.net.http,java.sql,java.xml,jdk.jfr,jdk.unsupported,jdk.zipfs";
    /** Java writes to standard output where the cache does not fit any more; that is for results. */
    private static final String SILENT = "-Xlog:disable";
    /** Classes from the cache do not know where their jar is, once the image has been moved. */
    private static final String HOME = "-Dmatryoscope.home=";
    /** As in pom.xml, which says why. */
    private static final String GC_REGIONS = "-XX:G1HeapRegionSize=16m";
    private static final String NATIVE_ACCESS = "--enable-native-access=ALL-UNNAMED";

    private final Platform platform = Platform.current();
    private final Path project;
    private final Path built;
    private final Path target;
    private final String version;

    private Dist(Path project, String version) {
        this.project = project;
        this.version = version;
        built = project.resolve("target");
        target = built.resolve("dist");
    }

    /**
     * Makes image and installer in {@code target/dist}.
     *
     * @param args the project's folder, in which {@code target} holds the built jar and its libraries, and the version
     * @throws IOException if a file cannot be read or written
     * @throws InterruptedException if the training run is interrupted
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        new Dist(Path.of(args[0]).toAbsolutePath(), args[1]).make();
    }

    private void make() throws IOException, InterruptedException {
        Trees.delete(target);
        Path input = collect(Files.createDirectories(target.resolve("input")));
        Path runtime = target.resolve("runtime");
        tool("jlink", List.of("--add-modules", MODULES, "--strip-java-debug-attributes", "--no-header-files",
                "--no-man-pages", "--compress", "zip-9", "--output", runtime.toString()));
        Path icon = IconFile.make(project.resolve("assets/icons"), target, platform.icon());
        tool("jpackage",
                List.of("--type", "app-image", "--name", NAME, "--app-version", version, "--input", input.toString(),
                        "--main-jar", NAME + ".jar", "--main-class", MAIN, "--runtime-image", runtime.toString(),
                        "--java-options", NATIVE_ACCESS, "--java-options", HOME + "$APPDIR", "--java-options",
                        "-XX:AOTCache=$APPDIR/" + CACHE, "--java-options", SILENT, "--java-options", GC_REGIONS,
                        "--icon", icon.toString(), "--dest", target.toString()));
        train();
        Trees.delete(input);
        Trees.delete(runtime);
        Path image = target.resolve(platform == Platform.MAC ? NAME + ".app" : NAME);
        System.out.printf("%s: %d MB%n", image, Trees.size(image) / 1_000_000);
        if (platform == Platform.LINUX) {
            DebPackage.make(project, image, target, version);
        } else {
            install(image, icon);
        }
    }

    /** Puts together what is beside the main jar in the image. */
    private Path collect(Path input) throws IOException {
        Files.copy(built.resolve(NAME + ".jar"), input.resolve(NAME + ".jar"), StandardCopyOption.COPY_ATTRIBUTES);
        Path libraries = Files.createDirectory(input.resolve("lib"));
        for (Path library : list(built.resolve("lib"))) {
            SlimJar.copy(library, libraries.resolve(library.getFileName()), platform);
        }
        for (String folder : List.of("models", "assets")) {
            Trees.copy(built.resolve(folder), input.resolve(folder));
        }
        for (String file : List.of("LICENSE", "NOTICE")) {
            Files.copy(project.resolve(file), input.resolve(file));
        }
        return input;
    }

    /**
     * Draws the window as the first start shows it, and keeps the classes that were loaded. The class path is that of the image's
     * launcher, word for word, and its jars stay as they are: else Java would not use what is kept.
     */
    private void train() throws IOException, InterruptedException {
        Path app = target.resolve(platform.app());
        String classPath = Files.readAllLines(app.resolve(NAME + ".cfg"))
                .stream()
                .filter(line -> line.startsWith("app.classpath="))
                .map(line -> line.substring(line.indexOf('=') + 1).replace("$APPDIR", app.toString()))
                .collect(Collectors.joining(File.pathSeparator));
        Path scratch = Files.createDirectories(target.resolve("training"));
        List<String> command = List.of(
                target.resolve(platform.runtime()).resolve("bin").resolve(platform.program("java")).toString(),
                "-XX:AOTCacheOutput=" + app.resolve(CACHE), NATIVE_ACCESS, GC_REGIONS, HOME + app,
                "-Dmatryoscope.cache=" + scratch, "-cp", classPath, MAIN, "screenshot", "--view", "verdict", "--corpus",
                app.resolve("assets/corpora/encyclopedia").toString(), "--against",
                app.resolve("models/minilm-ordinary").toString(), "--out", scratch.resolve("window.png").toString());
        Path log = target.resolve("training.log");
        int code = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
        if (code != 0 || !Files.isRegularFile(app.resolve(CACHE))) {
            throw new IOException("The training run ended with " + code + " and without a cache; see " + log);
        }
        Trees.delete(scratch);
    }

    private void install(Path image, Path icon) throws IOException {
        Path session = Files.writeString(target.resolve("session.properties"),
                "mime-type=application/x-matryoscope-session\nextension=matryoscope\n"
                        + "description=Matryoscope session\nicon=" + icon.toString().replace('\\', '/') + "\n");
        List<String> arguments = new ArrayList<>(
                List.of("--type", platform.installer(), "--name", NAME, "--app-version", version, "--app-image",
                        image.toString(), "--description", "Looks inside text embeddings, one prefix length at a time",
                        "--vendor", "Matryoscope", "--license-file", project.resolve("LICENSE").toString(),
                        "--file-associations", session.toString(), "--dest", target.toString()));
        if (platform == Platform.WINDOWS) {
            Collections.addAll(arguments, "--win-shortcut", "--win-menu");
        }
        tool("jpackage", arguments);
    }

    private static void tool(String name, List<String> arguments) throws IOException {
        ToolProvider tool = ToolProvider.findFirst(name).orElseThrow();
        int code = tool.run(System.out, System.err, arguments.toArray(String[]::new));
        if (code != 0) {
            throw new IOException(name + " ended with " + code);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }
}
