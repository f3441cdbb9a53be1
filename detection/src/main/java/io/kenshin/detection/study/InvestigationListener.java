package io.kenshin.detection.study;

/** Somebody who wants to know how far an investigation is. */
@FunctionalInterface
public interface InvestigationListener {
    /** Nobody. */
    InvestigationListener NONE = (stage, done, total) -> {};

    /** Told before each step and after the last one. */
    void stage(Stage stage, int done, int total);
}
