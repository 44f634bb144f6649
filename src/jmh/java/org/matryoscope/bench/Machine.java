package org.matryoscope.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import com.sun.management.OperatingSystemMXBean;

/** What the benchmarks ran on. */
final class Machine {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private Machine() {
    }

    /** Returns cores, processor, memory, system and Java in one line. */
    static String words() throws IOException {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return String.format(Locale.ROOT, "%d cores of %s, %.0f GB of memory, %s, Java %s",
                system.getAvailableProcessors(), processor(), system.getTotalMemorySize() / 1e9, system.getName(),
                Runtime.version().toString());
    }

    /** Returns the load average of the last minute. */
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static String processor() throws IOException {
        String otherwise = System.getProperty("os.arch");
        if (!Files.exists(PROCESSORS)) {
            return otherwise;
        }
        return Files.readAllLines(PROCESSORS)
                .stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(otherwise);
    }
}
