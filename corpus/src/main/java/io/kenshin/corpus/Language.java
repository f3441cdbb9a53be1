package io.kenshin.corpus;

/** What samples are written in. */
public enum Language {
    JAVA,
    C,
    PYTHON
}
