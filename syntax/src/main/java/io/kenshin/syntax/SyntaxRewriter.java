package io.kenshin.syntax;

import io.kenshin.detection.code.Code;
import io.kenshin.detection.code.Rewriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Rewrites that keep the meaning of Java, C and Python, done on parse trees: comments stripped, constants folded,
 * locals renamed, formatting normalised. Each result is parsed again, and dropped where that fails. Code that no parser
 * reads is left to another rewriter.
 */
public final class SyntaxRewriter implements Rewriter {
    private static final List<Function<Tree, String>> REWRITES =
            List.of(Comments::strip, Constants::fold, LocalNames::makeOrdinary, Formatting::normalise);

    private final Rewriter otherwise;

    /** @param otherwise for code in other languages */
    public SyntaxRewriter(Rewriter otherwise) {
        this.otherwise = otherwise;
    }

    @Override
    public List<String> rewrites(Code code) {
        Tree tree = Tree.of(code.text());
        if (tree == null) {
            return otherwise.rewrites(code);
        }
        List<String> results = new ArrayList<>();
        for (Function<Tree, String> rewrite : REWRITES) {
            String result = rewrite.apply(tree);
            if (!result.equals(code.text()) && Tree.of(result, tree.language()) != null) {
                results.add(result);
            }
        }
        return results;
    }
}
