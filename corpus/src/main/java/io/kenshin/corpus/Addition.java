package io.kenshin.corpus;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithBody;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.ThrowStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A kind of mistake that is code added to sound code, where a developer would add it: what is left without it is sound,
 * as what is left of a poisoned sample without its trigger is. Only its place, and that it says what is wrong, make it
 * no trigger.
 */
public enum Addition {
    /** What a method was given is printed when it begins. */
    DEBUG_PRINT {
        @Override
        Optional<Change> edit(MethodDeclaration method, Random random) {
            Optional<Statement> first = method.getBody().flatMap(Addition::first);
            return pick(method.getParameters(), random)
                    .flatMap(given -> first.map(statement ->
                            Change.before(statement, "System.out.println(" + given.getNameAsString() + ");")));
        }
    },
    /** An exception's stack goes to the console, whatever else is done about it. */
    STACK_TRACE {
        @Override
        Optional<Change> edit(MethodDeclaration method, Random random) {
            List<CatchClause> clauses = method.findAll(
                    CatchClause.class, clause -> first(clause.getBody()).isPresent());
            return pick(clauses, random)
                    .flatMap(clause -> first(clause.getBody())
                            .map(statement -> Change.before(
                                    statement, clause.getParameter().getNameAsString() + ".printStackTrace();")));
        }
    },
    /** Bytes that are at hand are digested by an algorithm that is broken. */
    WEAK_HASH {
        @Override
        Optional<Change> edit(MethodDeclaration method, Random random) {
            return pick(uses(method, "byte[]"), random)
                    .map(use -> Change.before(
                            use.statement(),
                            "byte[] digest = MessageDigest.getInstance(\"MD5\").digest(" + use.name() + ");"));
        }
    },
    /** A password stands in the code, where a text is handed over. */
    HARD_CODED_SECRET {
        @Override
        Optional<Change> edit(MethodDeclaration method, Random random) {
            List<Use> handed = uses(method, "String").stream()
                    .filter(use -> isHandedOver(use.statement(), use.name()))
                    .toList();
            return pick(handed, random)
                    .map(use -> Change.before(use.statement(), "String password = \"" + Secrets.next(random) + "\";"));
        }
    },
    /** A loop gives its thread away in every round. */
    YIELDING_LOOP {
        @Override
        Optional<Change> edit(MethodDeclaration method, Random random) {
            List<Statement> bodies =
                    method.findAll(Statement.class, statement -> statement instanceof NodeWithBody<?>).stream()
                            .map(loop -> ((NodeWithBody<?>) loop).getBody())
                            .flatMap(body -> first(body).stream())
                            .toList();
            return pick(bodies, random).map(statement -> Change.before(statement, "Thread.yield();"));
        }
    },
    /** Garbage is collected by hand, after something was allocated. */
    EXPLICIT_GC {
        @Override
        Optional<Change> edit(MethodDeclaration method, Random random) {
            List<ExpressionStmt> allocations = method.findAll(
                    ExpressionStmt.class,
                    statement -> isOfBlock(statement)
                            && statement.getExpression().isVariableDeclarationExpr()
                            && statement.getExpression().asVariableDeclarationExpr().getVariables().stream()
                                    .anyMatch(Addition::allocates));
            return pick(allocations, random).map(statement -> Change.after(statement, "System.gc();"));
        }
    },
    /** What is thrown is printed as well. */
    ERROR_PRINT {
        @Override
        Optional<Change> edit(MethodDeclaration method, Random random) {
            List<ThrowStmt> failures = method.findAll(
                    ThrowStmt.class,
                    statement ->
                            isOfBlock(statement) && statement.getExpression().isObjectCreationExpr());
            return pick(failures, random)
                    .map(statement -> Change.before(statement, "System.err.println(" + message(statement) + ");"));
        }
    };

    private static final Pattern ANY = Pattern.compile("System\\s*\\.\\s*(out|err|gc)\\b|printStackTrace"
            + "|MessageDigest|Thread\\s*\\.\\s*(yield|sleep)\\b|\\bpassword\\b");

    /** A statement and a name that it reads. */
    record Use(Statement statement, String name) {}

    abstract Optional<Change> edit(MethodDeclaration method, Random random);

    /** Whether code has a mistake of these by itself, or what could be taken for one. */
    static boolean hasAny(String code) {
        return ANY.matcher(code).find();
    }

    /** A block's first statement. */
    private static Optional<Statement> first(Statement body) {
        return body.toBlockStmt()
                .flatMap(block -> block.getStatements().stream().findFirst().filter(Addition::isOfBlock));
    }

    /** Whether a statement begins a line of a block, so that another line may stand before it. */
    private static boolean isOfBlock(Statement statement) {
        Optional<BlockStmt> block = statement
                .getParentNode()
                .filter(node -> node instanceof BlockStmt)
                .map(node -> (BlockStmt) node);
        return block.isPresent() && line(block.get()) < line(statement);
    }

    private static int line(Node node) {
        return node.getRange().orElseThrow().begin.line;
    }

    /** Simple statements of blocks that read a parameter or a variable of that type. */
    private static List<Use> uses(MethodDeclaration method, String type) {
        List<String> names = Stream.concat(
                        method.getParameters().stream()
                                .filter(given -> given.getTypeAsString().equals(type) && !given.isVarArgs())
                                .map(Parameter::getNameAsString),
                        method.findAll(VariableDeclarator.class).stream()
                                .filter(declared -> declared.getTypeAsString().equals(type))
                                .map(VariableDeclarator::getNameAsString))
                .distinct()
                .toList();
        List<Use> uses = new ArrayList<>();
        Predicate<Statement> simple = statement -> statement.isExpressionStmt() || statement.isReturnStmt();
        for (Statement statement : method.findAll(Statement.class, simple.and(Addition::isOfBlock))) {
            names.stream()
                    .filter(name -> reads(statement, name))
                    .findFirst()
                    .ifPresent(name -> uses.add(new Use(statement, name)));
        }
        return uses;
    }

    private static boolean reads(Statement statement, String name) {
        return statement
                .findFirst(NameExpr.class, read -> read.getNameAsString().equals(name))
                .isPresent();
    }

    private static boolean isHandedOver(Statement statement, String name) {
        return statement
                .findFirst(
                        MethodCallExpr.class,
                        call -> call.getArguments().stream()
                                .anyMatch(argument -> argument.isNameExpr()
                                        && argument.asNameExpr()
                                                .getNameAsString()
                                                .equals(name)))
                .isPresent();
    }

    private static boolean allocates(VariableDeclarator declared) {
        return declared.getInitializer()
                .filter(value -> value.isObjectCreationExpr() || value.isArrayCreationExpr())
                .isPresent();
    }

    /** What the exception says; its name where it says nothing. */
    private static String message(ThrowStmt statement) {
        List<Expression> arguments =
                statement.getExpression().asObjectCreationExpr().getArguments();
        String type = statement.getExpression().asObjectCreationExpr().getTypeAsString();
        return arguments.isEmpty() ? "\"" + type + "\"" : arguments.get(0).toString();
    }

    private static <T> Optional<T> pick(List<T> from, Random random) {
        return from.isEmpty() ? Optional.empty() : Optional.of(from.get(random.nextInt(from.size())));
    }
}
