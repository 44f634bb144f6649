package org.matryoscope.corpus.vectors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Fuzzes every reader with Jazzer, guided by coverage, each in a JVM of its own ({@code mvn -Pslow verify}). What is found is
 * saved where {@link FuzzRegressionTest} finds it.
 */
public final class FuzzReaders {
    private static final String HEAP = "-Xmx512m";
    private static final int SECONDS_PER_INPUT = 10;
    /** Less than an input may take: that the Parquet library waits for itself for ever at some files is known. */
    private static final int PARQUET_SECONDS = 3;

    private FuzzReaders() {
    }

    /**
     * Runs the fuzzer.
     *
     * @param arguments how many inputs each reader gets, then the extensions to try; all where none is named
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        String runs = arguments[0];
        Collection<String> extensions = arguments.length > 1
                ? List.of(arguments).subList(1, arguments.length)
                : VectorFiles.extensions();
        List<String> failed = new ArrayList<>();
        for (String extension : extensions) {
            Path folder = Files.createDirectories(Path.of("target", "fuzz", extension).toAbsolutePath());
            int exit = fuzz(extension, runs, folder);
            System.out.printf("%s: %s inputs, %s%n", extension, runs, exit == 0 ? "nothing found" : "FAILED");
            if (exit != 0) {
                saveFindings(extension, folder);
                failed.add(extension);
            }
        }
        if (!failed.isEmpty()) {
            throw new IllegalStateException(
                    "see target/fuzz/*/fuzz.log and " + FuzzInputs.FOLDER + "/findings for the readers of " + failed);
        }
    }

    private static int fuzz(String extension, String runs, Path folder) throws IOException, InterruptedException {
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        Path seeds = Files.createDirectories(folder.resolve("seeds"));
        for (Path input : FuzzInputs.of(extension)) {
            Files.copy(input, seeds.resolve(input.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), HEAP,
                "-XX:+EnableDynamicAgentLoading", "--enable-native-access=ALL-UNNAMED",
                "-D" + ParquetColumn.PATIENCE_PROPERTY + "=" + PARQUET_SECONDS, "-cp",
                System.getProperty("java.class.path"), "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + VectorFileFuzz.class.getName(), "--target_args=" + extension,
                "--instrumentation_includes=org.matryoscope.**", "--reproducer_path=" + folder, "-runs=" + runs,
                "-seed=1", "-max_len=" + FuzzInputs.LONGEST, "-timeout=" + SECONDS_PER_INPUT, "-rss_limit_mb=4096",
                "-artifact_prefix=" + folder + "/", corpus.toString(), seeds.toString()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("fuzz.log").toFile())
                .start()
                .waitFor();
    }

    private static void saveFindings(String extension, Path folder) throws IOException {
        Path findings = Files.createDirectories(FuzzInputs.FOLDER.resolve("findings"));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.getFileName().toString().matches("(crash|timeout|oom)-\\w+"))
                    .toList()) {
                Files.copy(file, findings.resolve(file.getFileName() + "." + extension),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
