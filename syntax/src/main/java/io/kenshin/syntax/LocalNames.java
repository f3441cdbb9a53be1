package io.kenshin.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.treesitter.TSNode;

/**
 * The rewrite that gives local variables and parameters ordinary names. A name is left alone unless every place where
 * it stands is the local: within the scope of a declaration of it, and nothing in the code makes that unsure (nested
 * types, other names for the scope, evaluated strings).
 */
final class LocalNames {
    private static final Set<String> SCOPES = Set.of(
            "block",
            "compound_statement",
            "for_statement",
            "enhanced_for_statement",
            "catch_clause",
            "try_with_resources_statement",
            "lambda_expression",
            "method_declaration",
            "constructor_declaration",
            "function_definition",
            "switch_block");
    /** What makes it unsure whose a name is. */
    private static final Set<String> UNSURE = Set.of(
            "class_body",
            "global_statement",
            "nonlocal_statement",
            "lambda",
            "list_comprehension",
            "dictionary_comprehension",
            "set_comprehension",
            "generator_expression",
            "class_definition",
            "preproc_def",
            "preproc_function_def",
            "switch_expression");

    private final Tree tree;
    private final List<TSNode> identifiers = new ArrayList<>();
    private final Map<String, List<TSNode>> scopes = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();
    private boolean unsure;
    private int functions;

    private LocalNames(Tree tree) {
        this.tree = tree;
    }

    static String makeOrdinary(Tree tree) {
        LocalNames names = new LocalNames(tree);
        tree.walk(names::visit);
        return names.rename();
    }

    private void visit(TSNode node) {
        String type = node.getType();
        unsure |= UNSURE.contains(type);
        functions += type.equals("function_definition") || type.equals("method_declaration") ? 1 : 0;
        if (!node.isNamed() || !type.endsWith("identifier")) {
            return;
        }
        String name = tree.text(node);
        taken.add(name);
        unsure |= Set.of("eval", "exec", "locals", "vars").contains(name) && tree.language() == Language.PYTHON;
        if (!type.equals("identifier") || isMember(node)) {
            return;
        }
        identifiers.add(node);
        TSNode scope = scopeOfDeclared(node);
        if (scope != null) {
            scopes.computeIfAbsent(name, key -> new ArrayList<>()).add(scope);
        }
    }

    /** Whether the name is that of a field, a method, a label or an argument: nobody's local. */
    private boolean isMember(TSNode node) {
        TSNode parent = node.getParent();
        if (parent == null || parent.isNull()) {
            return true;
        }
        return switch (parent.getType()) {
            case "field_access" -> is(parent, "field", node);
            case "method_invocation", "method_declaration", "function_definition", "keyword_argument" ->
                is(parent, "name", node);
            case "function_declarator" -> is(parent, "declarator", node);
            case "attribute" -> is(parent, "attribute", node);
            case "method_reference" -> !TSNode.eq(parent.getChild(0), node);
            case "labeled_statement",
                    "break_statement",
                    "continue_statement",
                    "annotation",
                    "marker_annotation",
                    "element_value_pair",
                    "scoped_identifier",
                    "dotted_name",
                    "aliased_import",
                    "enumerator" -> true;
            default -> false;
        };
    }

    private static boolean is(TSNode parent, String field, TSNode node) {
        TSNode child = Tree.field(parent, field);
        return child != null && TSNode.eq(child, node);
    }

    /** The scope of the local that the identifier declares, or null if it declares none. */
    private @Nullable TSNode scopeOfDeclared(TSNode node) {
        if (!(tree.language() == Language.PYTHON ? declaresInPython(node) : declares(node))) {
            return null;
        }
        TSNode at = node.getParent();
        boolean python = tree.language() == Language.PYTHON;
        while (at != null && !at.isNull()) {
            if (python ? at.getType().equals("function_definition") : SCOPES.contains(at.getType())) {
                return at;
            }
            at = at.getParent();
        }
        return null;
    }

    private static boolean declares(TSNode node) {
        TSNode inner = node;
        TSNode parent = node.getParent();
        // C wraps what it declares: int *names[4] = {...}
        while (parent.getType().endsWith("declarator") && !parent.getType().equals("function_declarator")) {
            if (parent.getType().equals("variable_declarator") && !is(parent, "name", inner)) {
                return false;
            }
            boolean declared = Tree.field(parent, "declarator") == null || is(parent, "declarator", inner);
            if (!declared) {
                return false;
            }
            inner = parent;
            parent = parent.getParent();
        }
        return switch (parent.getType()) {
            case "local_variable_declaration", "declaration" ->
                !TSNode.eq(inner, node) || is(parent, "declarator", node);
            case "formal_parameter", "catch_formal_parameter", "enhanced_for_statement", "resource" ->
                is(parent, "name", inner) || !TSNode.eq(inner, node);
            case "spread_parameter" -> !TSNode.eq(inner, node);
            case "parameter_declaration" -> is(parent, "declarator", inner);
            case "inferred_parameters" -> true;
            case "lambda_expression" -> is(parent, "parameters", node);
            default -> false;
        };
    }

    /** Parameters keep their names, which callers may use; what is assigned is local. */
    private static boolean declaresInPython(TSNode node) {
        TSNode inner = node;
        TSNode parent = node.getParent();
        while (Set.of("pattern_list", "tuple_pattern").contains(parent.getType())) {
            inner = parent;
            parent = parent.getParent();
        }
        return Set.of("assignment", "for_statement").contains(parent.getType()) && is(parent, "left", inner);
    }

    private String rename() {
        if (unsure || (tree.language() == Language.PYTHON && functions != 1)) {
            return tree.text(0, tree.length());
        }
        Edits edits = new Edits(tree);
        int count = 0;
        for (Map.Entry<String, List<TSNode>> declared : scopes.entrySet()) {
            String name = declared.getKey();
            List<TSNode> places = identifiers.stream()
                    .filter(node -> tree.text(node).equals(name))
                    .toList();
            boolean sure = places.stream()
                            .allMatch(place -> declared.getValue().stream().anyMatch(scope -> within(scope, place)))
                    && !isParameterInPython(places);
            if (sure) {
                String ordinary;
                do {
                    ordinary = "v" + ++count;
                } while (taken.contains(ordinary));
                for (TSNode place : places) {
                    edits.replace(place, ordinary);
                }
            }
        }
        return edits.apply();
    }

    private boolean isParameterInPython(List<TSNode> places) {
        return tree.language() == Language.PYTHON
                && places.stream().anyMatch(place -> {
                    String parent = place.getParent().getType();
                    return parent.endsWith("parameters")
                            || parent.endsWith("parameter")
                            || parent.endsWith("splat_pattern");
                });
    }

    private static boolean within(TSNode scope, TSNode node) {
        return scope.getStartByte() <= node.getStartByte() && node.getEndByte() <= scope.getEndByte();
    }
}
