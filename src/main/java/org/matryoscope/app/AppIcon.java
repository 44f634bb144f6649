package org.matryoscope.app;

import java.nio.file.Path;
import java.util.List;

import javafx.scene.image.Image;

import org.matryoscope.base.Installation;

/** The app's icon: three dolls, each inside the next, in every size a desktop asks for. */
final class AppIcon {
    static final List<Integer> SIZES = List.of(16, 32, 64, 128, 256);

    private AppIcon() {
    }

    /** Reads the icon's files; sizes that the installation lacks are left out. */
    static List<Image> images() {
        Path folder = Installation.home().resolve("assets/icons");
        return SIZES.stream()
                .map(size -> new Image(folder.resolve("matryoscope-" + size + ".png").toUri().toString()))
                .filter(image -> !image.isError())
                .toList();
    }
}
