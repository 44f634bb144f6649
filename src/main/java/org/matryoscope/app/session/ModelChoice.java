package org.matryoscope.app.session;

import java.nio.file.Path;

import com.fasterxml.jackson.annotation.JsonIgnore;

import org.matryoscope.model.ModelOverrides;

/**
 * A model that the user chose.
 *
 * @param folder its folder
 * @param overrides what the user set instead of what the folder says
 */
public record ModelChoice(Path folder, ModelOverrides overrides) implements EncoderChoice {
    /** Returns the model as its folder describes it. */
    public static ModelChoice of(Path folder) {
        return new ModelChoice(folder, ModelOverrides.NONE);
    }

    @Override
    public ModelChoice with(ModelOverrides value) {
        return new ModelChoice(folder, value);
    }

    /** Returns whether the user set anything. */
    @JsonIgnore
    public boolean isAdjusted() {
        return !overrides.equals(ModelOverrides.NONE);
    }

    /** Returns the folder's own name. */
    @Override
    public String name() {
        Path name = folder.getFileName();
        return name == null ? folder.toString() : name.toString();
    }
}
