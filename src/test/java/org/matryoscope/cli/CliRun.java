package org.matryoscope.cli;

import java.io.BufferedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.matryoscope.corpus.CacheFolders;
import org.matryoscope.question.Questions;

/**
 * What a command did, run in this process.
 *
 * @param code its exit code
 * @param out what it printed
 * @param err what it printed on standard error
 * @param shots the screenshots it asked for
 */
record CliRun(int code, String out, String err, List<ScreenshotRequest> shots) {
    static CliRun of(Path cache, String... args) {
        System.setProperty(CacheFolders.FOLDER_PROPERTY, cache.toString());
        try {
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            Camera camera = new Camera();
            int code = Cli.run(args, new PrintWriter(new BufferedWriter(out)), new PrintWriter(err), false,
                    Questions.ALL, camera);
            return new CliRun(code, out.toString(), err.toString(), camera.shots);
        } finally {
            System.clearProperty(CacheFolders.FOLDER_PROPERTY);
        }
    }

    /** Returns what takes no pictures. */
    static Screenshooter camera() {
        return new Camera();
    }

    private static final class Camera implements Screenshooter {
        private final List<ScreenshotRequest> shots = new ArrayList<>();

        @Override
        public List<String> views() {
            return List.of("scores", "energy");
        }

        @Override
        public void shoot(ScreenshotRequest request) {
            shots.add(request);
        }
    }
}
