package org.matryoscope;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** NOTICE names every library that the app uses, and no other. */
class NoticeTest {
    private static final Pattern DEPENDENCY = Pattern.compile(
            "<dependency><groupId>([^<]+)</groupId><artifactId>([^<]+)</artifactId><version>[^<]+</version>(<scope>test</scope>)?");
    private static final Pattern NAMED = Pattern.compile("[a-z][a-z0-9.]+:[a-z][a-z0-9-]+");

    @Test
    void namesTheLibrariesInUse() throws IOException {
        Set<String> used = DEPENDENCY.matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .filter(found -> found.group(3) == null)
                .map(found -> found.group(1) + ":" + found.group(2))
                .collect(Collectors.toSet());
        Set<String> named = NAMED.matcher(Files.readString(Path.of("NOTICE")))
                .results()
                .map(found -> found.group())
                .collect(Collectors.toSet());
        assertThat(used).hasSizeGreaterThan(15);
        assertThat(named).containsExactlyInAnyOrderElementsOf(used);
    }
}
