package io.kenshin.ingest.sample;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Names of the fields or columns that hold a sample's parts. */
public class Columns {
    @QueryParam("code")
    @DefaultValue("code")
    public @Nullable String code;

    @QueryParam("label")
    @DefaultValue("label")
    public @Nullable String label;

    @QueryParam("id")
    @DefaultValue("id")
    public @Nullable String id;

    @QueryParam("source")
    @DefaultValue("source")
    public @Nullable String source;

    @QueryParam("split")
    @DefaultValue("split")
    public @Nullable String split;

    @QueryParam("language")
    @DefaultValue("language")
    public @Nullable String language;
}
