package dev.outpace;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps the README and the pages true: every class, member and page that they name exists. */
class PagesTest {
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern LINK = Pattern.compile("]\\((?!http)([^)#]+)");
    /** A class with its room and a member, both optional: {@code flow/FlowRunner.execute}, {@code engine.Telephony}. */
    private static final Pattern CLASS = Pattern.compile(
            "(?<![\\w.$/…-])(?<room>(?:[a-z]+[./])*)(?<name>[A-Z][a-z0-9]\\w*)(?:\\.(?<member>[a-zA-Z]\\w*))?");

    private static final Pattern PLACEHOLDER = Pattern.compile("Xy.*|Part(Controller)?|V\\d+__.*");

    /** Names of the JDK, of JavaFX, of JSpecify, of the build, and words in paths and file formats. */
    private static final Set<String> FOREIGN = Set.of(
            "AgentRingNoAnswer",
            "Application",
            "AttendedTransfer",
            "BigDecimal",
            "BinaryStyles",
            "BlindTransfer",
            "Boolean",
            "ChanSpy",
            "CompletableFuture",
            "Consumer",
            "ConfBridge",
            "ControlPlayback",
            "Dial",
            "DialStatus",
            "Duration",
            "Echo",
            "HangupRequest",
            "Instant",
            "Integer",
            "Interface",
            "LastCall",
            "Library",
            "Long",
            "MixMonitor",
            "NullMarked",
            "OutpaceJ",
            "Parent",
            "Platform",
            "Playback",
            "QueueAdd",
            "QueuePause",
            "QueueRemove",
            "Redirect",
            "SendDTMF",
            "StopMixMonitor",
            "String",
            "Support",
            "System",
            "Thread",
            "Wrapuptime");

    private static final Set<String> CLASSES = new ClassFileImporter()
            .importPackages("dev.outpace").stream()
                    .map(JavaClass::getSimpleName)
                    .collect(Collectors.toSet());

    /** Source files by their name; two classes of tests may share one. */
    private static final Map<String, List<Path>> SOURCES = sources();

    private static Map<String, List<Path>> sources() {
        try (var files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.groupingBy(file -> file.getFileName().toString()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Stream<Path> pages() throws IOException {
        try (var files = Files.list(Path.of("src/site/markdown"))) {
            return Stream.concat(
                    Stream.of(Path.of("README.md")),
                    files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream());
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyNameInCodeStyleIsThatOfAClass(Path page) throws IOException {
        assertThat(names(page).map(name -> name.group("name"))).isSubsetOf(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyClassIsInTheRoomAndHasTheMemberThatAPageGivesIt(Path page) throws IOException {
        assertThat(names(page).filter(name -> !isTrue(name)).map(MatchResult::group))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsToAFile(Path page) throws IOException {
        assertThat(LINK.matcher(Files.readString(page)).results().map(link -> link.group(1)))
                .allSatisfy(link -> assertThat(page.resolveSibling(link)).exists());
    }

    private static Stream<MatchResult> names(Path page) throws IOException {
        return CODE.matcher(Files.readString(page))
                .results()
                .flatMap(code -> CLASS.matcher(code.group(1)).results())
                .filter(name -> !FOREIGN.contains(name.group("name")))
                .filter(name -> !PLACEHOLDER.matcher(name.group("name")).matches());
    }

    /** True for a nested class, which has no file of its own. */
    private static boolean isTrue(MatchResult name) {
        var all = SOURCES.getOrDefault(name.group("name") + ".java", List.of());
        var room = "/" + name.group("room").replace('.', '/');
        var member = name.group("member");
        return all.isEmpty()
                || all.stream()
                        .filter(file -> file.toString().contains(room))
                        .anyMatch(file -> member == null || member.equals("fxml") || has(file, member));
    }

    private static boolean has(Path file, String member) {
        try {
            return Pattern.compile("\\b" + member + "\\b")
                    .matcher(Files.readString(file))
                    .find();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
