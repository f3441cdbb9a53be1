package io.kenshin.syntax;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TSTree;

/** A parsed piece of code; nodes count in bytes of UTF-8. */
final class Tree {
    private final Language language;
    private final byte[] source;
    private final TSNode root;

    private Tree(Language language, byte[] source, TSNode root) {
        this.language = language;
        this.source = source;
        this.root = root;
    }

    /** The tree in the first language that reads the code without an error, or null. */
    static @Nullable Tree of(String code) {
        for (Language language : Language.values()) {
            Tree tree = of(code, language);
            if (tree != null) {
                return tree;
            }
        }
        return null;
    }

    /** The tree, or null where the code is not of that language. */
    static @Nullable Tree of(String code, Language language) {
        try (TSParser parser = new TSParser()) {
            parser.setLanguage(language.grammar());
            TSTree tree = parser.parseString(null, code);
            if (tree == null || tree.getRootNode().hasError()) {
                return null;
            }
            // The node keeps its tree alive.
            return new Tree(language, code.getBytes(StandardCharsets.UTF_8), tree.getRootNode());
        }
    }

    Language language() {
        return language;
    }

    TSNode root() {
        return root;
    }

    String text(TSNode node) {
        return text(node.getStartByte(), node.getEndByte());
    }

    String text(int from, int to) {
        return new String(source, from, to - from, StandardCharsets.UTF_8);
    }

    int length() {
        return source.length;
    }

    /** Visits every node, parents first. */
    void walk(Consumer<TSNode> visitor) {
        walk(root, visitor);
    }

    static void walk(TSNode node, Consumer<TSNode> visitor) {
        visitor.accept(node);
        for (int i = 0; i < node.getChildCount(); i++) {
            walk(node.getChild(i), visitor);
        }
    }

    /** Tokens in their order; strings and comments are one each, whatever they are made of. */
    List<TSNode> tokens() {
        List<TSNode> tokens = new ArrayList<>();
        collect(root, tokens);
        return tokens;
    }

    private static void collect(TSNode node, List<TSNode> tokens) {
        if (node.getChildCount() == 0 || isOpaque(node.getType())) {
            if (node.getEndByte() > node.getStartByte()) {
                tokens.add(node);
            }
            return;
        }
        for (int i = 0; i < node.getChildCount(); i++) {
            collect(node.getChild(i), tokens);
        }
    }

    private static boolean isOpaque(String type) {
        return isComment(type)
                || type.startsWith("string")
                || type.equals("char_literal")
                || type.startsWith("preproc");
    }

    static boolean isComment(String type) {
        return type.endsWith("comment");
    }

    static @Nullable TSNode field(TSNode node, String name) {
        TSNode child = node.getChildByFieldName(name);
        return child == null || child.isNull() ? null : child;
    }
}
