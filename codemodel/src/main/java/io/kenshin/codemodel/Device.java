package io.kenshin.codemodel;

import io.kenshin.codemodel.graph.CodeModelException;
import java.util.Locale;

/** A place for a model to run, as it is asked for. */
public enum Device {
    /** CUDA when it is there, else the CPU. */
    AUTO,
    CPU,
    /** CUDA or an error. */
    CUDA;

    public static Device parse(String name) {
        try {
            return valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new CodeModelException("unknown device '" + name + "': use auto, cpu or cuda");
        }
    }
}
