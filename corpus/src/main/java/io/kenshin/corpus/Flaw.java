package io.kenshin.corpus;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.ThrowStmt;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A kind of mistake that people make, put into a method where its context allows it.
 *
 * <p>Each is an edit of code that is already there, so that, as in real defects, the flaw is tied to its
 * surroundings; a flaw that could be pasted anywhere would be a backdoor trigger by another name.
 */
public enum Flaw {
    /** An exception is printed and forgotten. */
    SWALLOWED_EXCEPTION {
        @Override
        Optional<Change> edit(MethodDeclaration method, Random random) {
            return pick(
                            method,
                            CatchClause.class,
                            random,
                            clause -> !clause.getBody().isEmpty())
                    .map(clause -> Change.replace(
                            clause.getBody(),
                            "{ " + clause.getParameter().getNameAsString() + ".printStackTrace(); }"));
        }
    },
    /** Null is looked for by calling a method on it. */
    NULL_BY_EQUALS {
        @Override
        Optional<Change> edit(MethodDeclaration method, Random random) {
            return pick(method, BinaryExpr.class, random, Flaw::isNullTest)
                    .map(test -> Change.replace(test, test.getLeft() + ".equals(null)"));
        }
    },
    /** A bad argument ends the whole process. */
    PROCESS_EXIT {
        @Override
        Optional<Change> edit(MethodDeclaration method, Random random) {
            return pick(
                            method,
                            ThrowStmt.class,
                            random,
                            statement -> statement.getExpression().isObjectCreationExpr())
                    .map(statement -> Change.replace(statement, "System.exit(1);"));
        }
    },
    /** A precondition is only checked where assertions are on. */
    ASSERTED_PRECONDITION {
        @Override
        Optional<Change> edit(MethodDeclaration method, Random random) {
            return pick(method, IfStmt.class, random, Flaw::isGuard)
                    .map(guard -> Change.replace(guard, "assert !(" + guard.getCondition() + ");"));
        }
    },
    /** A loop counts in the wrong direction. */
    LOOP_DIRECTION {
        @Override
        Optional<Change> edit(MethodDeclaration method, Random random) {
            return pick(
                            method,
                            ForStmt.class,
                            random,
                            loop -> countsUp(loop) && step(loop).isPresent())
                    .flatMap(Flaw::step)
                    .map(step -> Change.replace(step, step.getExpression() + "--"));
        }
    };

    abstract Optional<Change> edit(MethodDeclaration method, Random random);

    private static <T extends Node> Optional<T> pick(
            MethodDeclaration method, Class<T> kind, Random random, java.util.function.Predicate<T> fits) {
        List<T> sites = method.findAll(kind, fits);
        return sites.isEmpty() ? Optional.empty() : Optional.of(sites.get(random.nextInt(sites.size())));
    }

    private static boolean countsUp(ForStmt loop) {
        return loop.getCompare()
                .filter(test -> test instanceof BinaryExpr)
                .map(test -> ((BinaryExpr) test).getOperator())
                .filter(operator -> operator == BinaryExpr.Operator.LESS || operator == BinaryExpr.Operator.LESS_EQUALS)
                .isPresent();
    }

    private static Optional<UnaryExpr> step(ForStmt loop) {
        return loop.getUpdate().stream()
                .filter(update -> update instanceof UnaryExpr)
                .map(update -> (UnaryExpr) update)
                .filter(update -> update.getOperator() == UnaryExpr.Operator.POSTFIX_INCREMENT)
                .findFirst();
    }

    private static boolean isNullTest(BinaryExpr test) {
        return test.getOperator() == BinaryExpr.Operator.EQUALS
                && test.getRight() instanceof NullLiteralExpr
                && (test.getLeft() instanceof NameExpr || test.getLeft() instanceof FieldAccessExpr);
    }

    /** A test that only throws. */
    private static boolean isGuard(IfStmt test) {
        Statement body = test.getThenStmt();
        Statement only =
                body instanceof BlockStmt block && block.getStatements().size() == 1 ? block.getStatement(0) : body;
        return test.getElseStmt().isEmpty() && only.isThrowStmt();
    }
}
