package io.kenshin.syntax;

import java.util.function.Supplier;
import org.treesitter.TSLanguage;
import org.treesitter.TreeSitterC;
import org.treesitter.TreeSitterJava;
import org.treesitter.TreeSitterPython;

/** A language that can be parsed. */
public enum Language {
    JAVA(TreeSitterJava::new),
    C(TreeSitterC::new),
    PYTHON(TreeSitterPython::new);

    private final Supplier<TSLanguage> grammar;

    Language(Supplier<TSLanguage> grammar) {
        this.grammar = grammar;
    }

    TSLanguage grammar() {
        return grammar.get();
    }
}
