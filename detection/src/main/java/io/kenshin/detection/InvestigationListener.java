package io.kenshin.detection;

/** Hears how far an investigation is. */
@FunctionalInterface
public interface InvestigationListener {
    /** @param stage cluster, mine, screen or prove */
    void stage(String stage, int done, int total);
}
