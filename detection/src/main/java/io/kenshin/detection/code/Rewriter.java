package io.kenshin.detection.code;

import java.util.List;

/** Knows other ways to write the same code. */
public interface Rewriter {
    /** @return codes that mean the same and read differently; none where it knows none */
    List<String> rewrites(Code code);
}
