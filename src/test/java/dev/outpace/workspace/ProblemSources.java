package dev.outpace.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * All problems that the sources make, with arguments of the types that are passed. A method with a parameter {@code code} hands
 * it on: its callers are asked for the code and, where it takes them, for the arguments.
 */
final class ProblemSources extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final String CODE = "code";

    /**
     * One way in which a problem is made.
     *
     * @param where the file and line
     * @param samples a value for each argument, of its type
     */
    record Made(String where, String code, List<Object> samples) {}

    /**
     * A call of something that takes a code.
     *
     * @param codes the literals that are given; empty where the code of {@code from} is handed on
     * @param arguments their types; null where those of {@code from} are handed on
     */
    private record Call(
            String where,
            @Nullable ExecutableElement from,
            ExecutableElement to,
            Set<String> codes,
            @Nullable List<TypeMirror> arguments) {}

    private final Trees trees;
    private final Set<String> known;
    private final List<Call> calls = new ArrayList<>();
    private final Set<Made> made = new LinkedHashSet<>();
    /** Where a code first stands; those that are handed over in a way of their own, such as a row's fault, have no arguments. */
    private final Map<String, String> named = new LinkedHashMap<>();

    private ProblemSources(Trees trees, Set<String> known) {
        this.trees = trees;
        this.known = known;
    }

    /** @throws AssertionError if a code can't be told from the sources */
    static Set<Made> read() throws IOException {
        var texts = ResourceBundle.getBundle("dev.outpace.workspace.problems", Locale.ROOT);
        var known = texts.keySet().stream()
                .map(key -> key.substring(key.indexOf('.') + 1))
                .collect(Collectors.toSet());
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            var errors = new DiagnosticCollector<JavaFileObject>();
            var options = Stream.concat(Stream.of("-proc:none", "-implicit:none", "-nowarn"), libraries())
                    .toList();
            Iterable<? extends JavaFileObject> units = files.getJavaFileObjectsFromPaths(makers(known));
            var task = (JavacTask) compiler.getTask(null, files, errors, options, null, units);
            var parsed = new ArrayList<CompilationUnitTree>();
            task.parse().forEach(parsed::add);
            task.analyze();
            assertThat(errors.getDiagnostics())
                    .filteredOn(found -> found.getKind() == Diagnostic.Kind.ERROR)
                    .isEmpty();
            var sources = new ProblemSources(Trees.instance(task), known);
            parsed.forEach(unit -> sources.scan(unit, null));
            sources.resolve();
            return sources.made;
        }
    }

    /** All that this test itself runs with. */
    private static Stream<String> libraries() {
        var classes = Stream.of("-classpath", System.getProperty("java.class.path"));
        var modules = System.getProperty("jdk.module.path");
        return modules == null
                ? classes
                : Stream.concat(classes, Stream.of("--module-path", modules, "--add-modules", "ALL-MODULE-PATH"));
    }

    /** The files that make problems, or name one. */
    private static List<Path> makers(Set<String> known) throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> makes(file, known))
                    .toList();
        }
    }

    private static boolean makes(Path file, Set<String> known) {
        try {
            var text = Files.readString(file);
            return text.contains("Problem") || known.stream().anyMatch(code -> text.contains('"' + code + '"'));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void nothing) {
        take(tree.getArguments());
        return super.visitMethodInvocation(tree, null);
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void nothing) {
        take(tree.getArguments());
        return super.visitNewClass(tree, null);
    }

    @Override
    public @Nullable Void visitLiteral(LiteralTree tree, @Nullable Void nothing) {
        if (tree.getValue() instanceof String code && known.contains(code)) {
            named.putIfAbsent(code, where());
        }
        return super.visitLiteral(tree, null);
    }

    private static int codeParameter(ExecutableElement called) {
        var parameters = called.getParameters();
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).getSimpleName().contentEquals(CODE)
                    && parameters.get(i).asType().toString().equals("java.lang.String")
                    && madeOfCode(called)) {
                return i;
            }
        }
        return -1;
    }

    /** The journal and the exit have codes, too. */
    private static boolean madeOfCode(ExecutableElement called) {
        var type = called.getEnclosingElement();
        return called.getKind() != ElementKind.CONSTRUCTOR
                || (type != null && type.getSimpleName().contentEquals("Problem"));
    }

    private void take(List<? extends ExpressionTree> given) {
        if (!(trees.getElement(getCurrentPath()) instanceof ExecutableElement called)) {
            return;
        }
        int at = codeParameter(called);
        if (at < 0) {
            return;
        }
        var from = enclosing();
        var codes = given.get(at) instanceof MethodInvocationTree named
                ? returned(new TreePath(getCurrentPath(), named))
                : codes(given.get(at));
        var givenCode = trees.getElement(new TreePath(getCurrentPath(), given.get(at)));
        boolean handsOn = givenCode != null && givenCode.getKind() == ElementKind.PARAMETER;
        if (givenCode != null && givenCode.getKind() == ElementKind.FIELD) {
            return; // A problem that is told again, elsewhere.
        }
        if (codes.isEmpty() && !handsOn) {
            assertThat(given.get(at))
                    .as("a code as a literal, or that of a problem, %s", where())
                    .asString()
                    .matches(".*\\bcode\\(\\)");
            return;
        }
        calls.add(new Call(where(), handsOn ? from : null, called, codes, arguments(called, given, from)));
    }

    /** The codes among the literals of a method that is asked for one. */
    private Set<String> returned(TreePath call) {
        var asked = trees.getElement(call);
        var method = asked == null ? null : trees.getPath(asked);
        var found = new LinkedHashSet<String>();
        if (method != null) {
            new TreePathScanner<@Nullable Void, @Nullable Void>() {
                @Override
                public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void nothing) {
                    if (literal.getValue() instanceof String code && known.contains(code)) {
                        found.add(code);
                    }
                    return null;
                }
            }.scan(method, null);
        }
        return found;
    }

    private static Set<String> codes(ExpressionTree expression) {
        return switch (expression) {
            case LiteralTree literal -> Set.of(String.valueOf(literal.getValue()));
            case ParenthesizedTree inner -> codes(inner.getExpression());
            case ConditionalExpressionTree choice -> {
                var both = new LinkedHashSet<>(codes(choice.getTrueExpression()));
                both.addAll(codes(choice.getFalseExpression()));
                yield both;
            }
            default -> Set.of();
        };
    }

    private @Nullable List<TypeMirror> arguments(
            ExecutableElement called, List<? extends ExpressionTree> given, @Nullable ExecutableElement from) {
        if (!called.isVarArgs() && called.getKind() != ElementKind.CONSTRUCTOR) {
            return List.of();
        }
        int first = called.getParameters().size() - 1;
        var types = new ArrayList<TypeMirror>();
        for (var argument : given.subList(first, given.size())) {
            var one = argument instanceof MethodInvocationTree list
                            && list.getMethodSelect().toString().equals("List.of")
                            && list.getArguments().size() == 1
                    ? list.getArguments().getFirst()
                    : argument;
            if (from != null
                    && from.isVarArgs()
                    && isNamed(one, from.getParameters().getLast())) {
                return null;
            }
            types.add(trees.getTypeMirror(new TreePath(getCurrentPath(), one)));
        }
        return types;
    }

    private static boolean isNamed(ExpressionTree expression, VariableElement parameter) {
        return expression instanceof IdentifierTree name && name.getName().equals(parameter.getSimpleName());
    }

    private @Nullable ExecutableElement enclosing() {
        for (var path = getCurrentPath(); path != null; path = path.getParentPath()) {
            if (path.getLeaf() instanceof MethodTree) {
                return (ExecutableElement) trees.getElement(path);
            }
            if (path.getLeaf() instanceof ClassTree) {
                return null;
            }
        }
        return null;
    }

    private String where() {
        var unit = getCurrentPath().getCompilationUnit();
        long start = trees.getSourcePositions()
                .getStartPosition(unit, getCurrentPath().getLeaf());
        return Path.of(unit.getSourceFile().getName()).getFileName() + ":"
                + unit.getLineMap().getLineNumber(start);
    }

    private void resolve() {
        var handedOn = new HashMap<ExecutableElement, List<Call>>();
        calls.stream()
                .filter(call -> call.from() != null)
                .forEach(call -> handedOn.computeIfAbsent(call.from(), _ -> new ArrayList<>())
                        .add(call));
        calls.stream()
                .filter(call -> call.from() == null)
                .forEach(call -> call.codes().forEach(code -> make(call.where(), code, call, handedOn)));
        var taken = made.stream().map(Made::code).collect(Collectors.toSet());
        named.forEach((code, where) -> {
            if (!taken.contains(code)) {
                made.add(new Made(where, code, List.of()));
            }
        });
    }

    private void make(String where, String code, Call call, Map<ExecutableElement, List<Call>> handedOn) {
        var arguments = call.arguments() == null ? List.<TypeMirror>of() : call.arguments();
        var inner = handedOn.getOrDefault(call.to(), List.of());
        if (inner.isEmpty()) {
            made.add(new Made(where, code, arguments.stream().map(this::sample).toList()));
        }
        for (var next : inner) {
            var types = next.arguments() == null ? arguments : next.arguments();
            make(where, code, new Call(where, null, next.to(), Set.of(code), types), handedOn);
        }
    }

    private Object sample(TypeMirror type) {
        return switch (type.toString()) {
            case "int", "java.lang.Integer", "short", "byte" -> 1_234;
            case "long", "java.lang.Long" -> 1_234_567L;
            case "double", "java.lang.Double", "float" -> 2.5;
            case "java.util.UUID" -> new UUID(1, 2);
            default -> "something";
        };
    }
}
