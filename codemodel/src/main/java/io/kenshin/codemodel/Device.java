package io.kenshin.codemodel;

import io.kenshin.codemodel.graph.CodeModelException;
import java.util.Locale;

/** Where a model runs: what is asked for. */
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
