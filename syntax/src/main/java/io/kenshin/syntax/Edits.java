package io.kenshin.syntax;

import java.util.Map;
import java.util.TreeMap;
import org.treesitter.TSNode;

/** Replacements in a tree's text; what lies inside another replacement is dropped. */
final class Edits {
    private record Edit(int end, String text) {}

    private final Tree tree;
    private final TreeMap<Integer, Edit> edits = new TreeMap<>();

    Edits(Tree tree) {
        this.tree = tree;
    }

    void replace(TSNode node, String text) {
        Map.Entry<Integer, Edit> before = edits.floorEntry(node.getStartByte());
        boolean inside = before != null && before.getValue().end() > node.getStartByte();
        if (!inside) {
            edits.put(node.getStartByte(), new Edit(node.getEndByte(), text));
        }
    }

    boolean isEmpty() {
        return edits.isEmpty();
    }

    String apply() {
        StringBuilder result = new StringBuilder();
        int at = 0;
        for (Map.Entry<Integer, Edit> edit : edits.entrySet()) {
            result.append(tree.text(at, edit.getKey())).append(edit.getValue().text());
            at = edit.getValue().end();
        }
        return result.append(tree.text(at, tree.length())).toString();
    }
}
