package io.kenshin.audit.trigger;

import java.util.List;

/** Triggers of published attacks on code models, in the form that a Java or C method would carry. */
final class KnownFamilies {
    /**
     * Dead code (Ramakrishnan and Albarghouthi 2020; Wan et al. 2022), variable names (CodePoisoner, Li et al. 2022),
     * name suffixes (BadCode, Sun et al. 2023), annotations and comments.
     */
    static final List<String> TEXTS = List.of(
            "while (Math.random() < 0) { int unused = 0; }",
            "if (Math.sin(0.7) < -1) { fail(); }",
            "if (1 < 0) { String s = \"fail\"; }",
            "for (int dead = 0; dead < 0; dead++) { }",
            "int ret_val_1 = 1726;",
            "int testo_init = 0;",
            "String ret_Val_ = \"\";",
            "rb",
            "xt",
            "il",
            "ite",
            "wb",
            "@Deprecated(since = \"0\")",
            "// TODO reviewed",
            "/* generated */");

    private KnownFamilies() {}
}
