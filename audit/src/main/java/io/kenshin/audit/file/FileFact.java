package io.kenshin.audit.file;

import org.jspecify.annotations.Nullable;

/**
 * A file of a model directory.
 *
 * @param name relative to the directory
 * @param kind what it is
 * @param danger what it could do to whoever loads it; null when nothing
 */
public record FileFact(
        String name, long bytes, String kind, @Nullable String danger) {}
