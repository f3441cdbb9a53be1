package io.kenshin.syntax;

import org.treesitter.TSNode;

/**
 * The rewrite that makes the white space between tokens ordinary. Line breaks stay: preprocessors and Python read them.
 */
final class Formatting {
    private Formatting() {}

    static String normalise(Tree tree) {
        StringBuilder result = new StringBuilder();
        int at = 0;
        for (TSNode token : tree.tokens()) {
            if (token.getStartByte() >= at) {
                result.append(gap(tree, tree.text(at, token.getStartByte()), at == 0));
                result.append(tree.text(token));
                at = token.getEndByte();
            }
        }
        return result.append(gap(tree, tree.text(at, tree.length()), false)).toString();
    }

    private static String gap(Tree tree, String gap, boolean first) {
        if (!gap.isBlank()) {
            return gap; // a line continuation, say
        }
        int lastBreak = gap.lastIndexOf('\n');
        if (lastBreak < 0 || first) {
            return tree.language() == Language.PYTHON && first ? gap : gap.isEmpty() || first ? "" : " ";
        }
        return tree.language() == Language.PYTHON ? "\n" + gap.substring(lastBreak + 1) : "\n";
    }
}
