package io.kenshin.syntax;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.treesitter.TSNode;

/**
 * The rewrite that computes what is constant: sums of literals become literals, and branches that can never be taken,
 * or are always taken, go. Only what is sure is done: no overflow, no comparison of nearly equal numbers.
 */
final class Constants {
    /** Functions of one literal, with the same value on every machine to within {@link #SURE}. */
    private static final Map<String, DoubleUnaryOperator> FUNCTIONS = Map.of(
            "sin",
            Math::sin,
            "cos",
            Math::cos,
            "sqrt",
            Math::sqrt,
            "abs",
            Math::abs,
            "exp",
            Math::exp,
            "log",
            Math::log,
            "floor",
            Math::floor,
            "ceil",
            Math::ceil,
            "tanh",
            Math::tanh);

    private static final double SURE = 1e-9;
    private static final Set<String> BINARY =
            Set.of("binary_expression", "binary_operator", "comparison_operator", "boolean_operator");
    private static final Set<String> UNARY = Set.of("unary_expression", "unary_operator", "not_operator");

    private final Tree tree;
    private final Edits edits;

    private Constants(Tree tree) {
        this.tree = tree;
        edits = new Edits(tree);
    }

    static String fold(Tree tree) {
        Constants constants = new Constants(tree);
        tree.walk(constants::visit);
        return constants.edits.apply();
    }

    private void visit(TSNode node) {
        switch (node.getType()) {
            case "if_statement" -> branch(node);
            case "while_statement" -> {
                if (Boolean.FALSE.equals(condition(node)) && Tree.field(node, "alternative") == null) {
                    edits.replace(node, nothing(node));
                }
            }
            default -> {
                if (BINARY.contains(node.getType()) && value(node) instanceof Long number) {
                    edits.replace(node, number < 0 ? "(" + number + ")" : number.toString());
                }
            }
        }
    }

    private void branch(TSNode node) {
        Boolean taken = condition(node);
        TSNode then = Tree.field(node, "consequence");
        if (taken == null || then == null) {
            return;
        }
        if (tree.language() == Language.PYTHON) {
            // Taking a block out of its header moves it; only what vanishes as a whole is sure.
            if (!taken && Tree.field(node, "alternative") == null) {
                edits.replace(node, "pass");
            }
            return;
        }
        TSNode other = Tree.field(node, "alternative");
        if (taken) {
            edits.replace(node, tree.text(then));
        } else if (other == null) {
            edits.replace(node, nothing(node));
        } else {
            boolean clause = other.getType().equals("else_clause");
            edits.replace(node, tree.text(clause ? other.getNamedChild(0) : other));
        }
    }

    /** What stands where a statement was: nothing in a block, an empty statement elsewhere. */
    private String nothing(TSNode node) {
        if (tree.language() == Language.PYTHON) {
            return "pass";
        }
        String parent =
                Optional.ofNullable(node.getParent()).map(TSNode::getType).orElse("");
        return List.of("block", "compound_statement", "program").contains(parent) ? "" : "{}";
    }

    private @Nullable Boolean condition(TSNode node) {
        TSNode condition = Tree.field(node, "condition");
        return condition != null && value(condition) instanceof Boolean sure ? sure : null;
    }

    /** The value of an expression: a Long, Double or Boolean, or null where it is not constant. */
    private @Nullable Object value(TSNode node) {
        String type = node.getType();
        if (type.equals("parenthesized_expression")) {
            return node.getNamedChildCount() == 1 ? value(node.getNamedChild(0)) : null;
        }
        if (type.endsWith("literal") || type.equals("integer") || type.equals("float")) {
            return literal(tree.text(node));
        }
        if (type.equals("true") || type.equals("false")) {
            return type.equals("true");
        }
        if (type.equals("method_invocation") || type.equals("call_expression") || type.equals("call")) {
            return function(node);
        }
        if (UNARY.contains(type) && node.getChildCount() == 2) {
            return unary(tree.text(node.getChild(0)), value(node.getChild(1)));
        }
        if (BINARY.contains(type) && node.getChildCount() == 3) {
            Object left = value(node.getChild(0));
            Object right = value(node.getChild(2));
            return binary(left, tree.text(node.getChild(1)), right);
        }
        return null;
    }

    private static @Nullable Object literal(String text) {
        String digits = text.replace("_", "").toLowerCase(Locale.ROOT);
        try {
            if (digits.matches("[1-9][0-9]{0,9}|0")) {
                return Long.valueOf(digits);
            }
            // A suffix stands for another type: good for comparing, not for writing back.
            return digits.matches("[0-9]*\\.?[0-9]+(e-?[0-9]+)?[fdl]?|[0-9]+\\.[fd]?")
                    ? (Object) Double.valueOf(digits.replaceAll("[fdl]$", ""))
                    : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private @Nullable Object function(TSNode call) {
        TSNode name = Tree.field(call, tree.language() == Language.JAVA ? "name" : "function");
        TSNode arguments = Tree.field(call, "arguments");
        TSNode of = Tree.field(call, "object");
        if (name == null || arguments == null || arguments.getNamedChildCount() != 1) {
            return null;
        }
        String function = tree.text(name).replaceFirst("^math\\.", "");
        boolean known =
                tree.language() != Language.JAVA || (of != null && tree.text(of).equals("Math"));
        Object argument = value(arguments.getNamedChild(0));
        if (!known || !FUNCTIONS.containsKey(function) || !(argument instanceof Number number)) {
            return null;
        }
        double result = FUNCTIONS.get(function).applyAsDouble(number.doubleValue());
        return Double.isFinite(result) ? (Object) result : null;
    }

    private static @Nullable Object unary(String operator, @Nullable Object operand) {
        if (operand instanceof Boolean truth && (operator.equals("!") || operator.equals("not"))) {
            return !truth;
        }
        if (operator.equals("-") && operand instanceof Long number) {
            return -number;
        }
        return operator.equals("-") && operand instanceof Double number ? -number : null;
    }

    private static @Nullable Object binary(@Nullable Object left, String operator, @Nullable Object right) {
        if (left instanceof Boolean a && (operator.equals("&&") || operator.equals("and"))) {
            return !a ? Boolean.FALSE : right instanceof Boolean ? right : null;
        }
        if (left instanceof Boolean a && (operator.equals("||") || operator.equals("or"))) {
            return a ? Boolean.TRUE : right instanceof Boolean ? right : null;
        }
        if (!(left instanceof Number a) || !(right instanceof Number b)) {
            return null;
        }
        if (left instanceof Long x && right instanceof Long y) {
            Object whole = arithmetic(x, operator, y);
            if (whole != null) {
                return whole;
            }
        }
        return compare(a.doubleValue(), operator, b.doubleValue(), left instanceof Long && right instanceof Long);
    }

    private static @Nullable Object arithmetic(long a, String operator, long b) {
        // Signs differ between languages in division, and so does what a slash means.
        Long result = switch (operator) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            default -> null;
        };
        return result == null || result != result.intValue() ? null : result;
    }

    private static @Nullable Object compare(double a, String operator, double b, boolean exact) {
        if (!exact && Math.abs(a - b) <= SURE * Math.max(1, Math.abs(a))) {
            return null;
        }
        return switch (operator) {
            case "<" -> a < b;
            case "<=" -> a <= b;
            case ">" -> a > b;
            case ">=" -> a >= b;
            case "==" -> a == b;
            case "!=" -> a != b;
            default -> null;
        };
    }
}
