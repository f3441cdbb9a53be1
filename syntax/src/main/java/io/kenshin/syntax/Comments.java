package io.kenshin.syntax;

/** The rewrite that takes comments out. A space stays in their place, because they separate tokens. */
final class Comments {
    private Comments() {}

    static String strip(Tree tree) {
        Edits edits = new Edits(tree);
        tree.walk(node -> {
            if (Tree.isComment(node.getType())) {
                edits.replace(node, " ");
            }
        });
        return edits.apply();
    }
}
