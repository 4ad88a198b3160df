package dev.outpace;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.outpace.app.Main;
import dev.outpace.engine.EngineClock;
import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineListener;
import dev.outpace.engine.EngineState;
import dev.outpace.engine.FactLog;
import dev.outpace.engine.Snapshot;
import dev.outpace.engine.TargetPool;
import dev.outpace.engine.Telephony;
import dev.outpace.whatif.WhatIfAnswer;
import dev.outpace.whatif.WhatIfProgress;
import dev.outpace.whatif.WhatIfQuestion;
import dev.outpace.whatif.WhatIfRun;
import dev.outpace.whatif.WhatIfSetting;
import dev.outpace.whatif.WhatIfStart;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.commons.annotation.Testable;

/** The plan of the house: which room may use which, and what stays inside one room. */
class ArchitectureTest {
    private static final String HOUSE = "dev.outpace";
    private static final JavaClasses PRODUCTION =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(HOUSE);

    private static final DescribedPredicate<JavaClass> ENGINE_PORTS = belongToAnyOf(
                    Telephony.class,
                    Snapshot.class,
                    TargetPool.class,
                    FactLog.class,
                    EngineClock.class,
                    EngineListener.class,
                    EngineInput.class,
                    EngineState.class)
            .as("ports of the engine");

    /** What a view shows of a simulation; the simulation itself is behind the workspace. */
    private static final DescribedPredicate<JavaClass> WHAT_IF_ANSWERS = belongToAnyOf(
                    WhatIfQuestion.class,
                    WhatIfSetting.class,
                    WhatIfStart.class,
                    WhatIfProgress.class,
                    WhatIfRun.class,
                    WhatIfAnswer.class)
            .as("questions and answers of whatif");

    /** A room, what it may use of the house besides itself, and why no more. */
    record Room(String name, DescribedPredicate<JavaClass> mayUse, String reason) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Room> rooms() {
        return Stream.of(
                new Room("files", nothing(), "a file is kept whole whatever stands in it"),
                new Room("model", nothing(), "facts are facts, whoever computes, stores or shows them"),
                new Room("numbers", inRooms("model"), "a number is the same, whoever reads it"),
                new Room(
                        "rules",
                        inRooms("model", "numbers"),
                        "whom one may call depends on rules, facts and the moment alone, whoever asks"),
                new Room("flow", inRooms("model"), "a flow is checked and run without knowing who dials or shows it"),
                new Room("floor", inRooms("model"), "what is counted is counted once, whoever decides by it"),
                new Room(
                        "pacing",
                        inRooms("model", "floor"),
                        "a policy reads a snapshot and the floor, and knows of no engine"),
                new Room(
                        "engine",
                        inRooms("model", "flow", "floor", "pacing"),
                        "everything that influences a decision comes through the engine's own ports"),
                new Room("speech", inRooms("files"), "a text sounds the same, whoever has it spoken"),
                new Room(
                        "telephony",
                        ENGINE_PORTS.or(inRooms("model", "flow", "files", "speech")),
                        "an adapter can be exchanged as long as it knows nothing but the port it serves"),
                new Room(
                        "simulation",
                        inRooms("engine", "pacing", "floor", "telephony.simulated", "model", "flow", "rules"),
                        "the laboratory drives the same engine in the same simulated world, without store or views"),
                new Room(
                        "journal",
                        inRooms("engine", "pacing", "model", "flow", "files"),
                        "a day is run again by the engine alone, without its store, exchange or window"),
                new Room(
                        "store",
                        ENGINE_PORTS.or(inRooms("model", "numbers", "files", "rules")),
                        "the store keeps facts; what they lead to is decided elsewhere"),
                new Room(
                        "formats",
                        inRooms("model", "flow", "numbers", "files"),
                        "a file is read before anything is stored or started"),
                new Room(
                        "whatif",
                        ENGINE_PORTS.or(
                                inRooms("simulation", "telephony.simulated", "journal", "formats", "pacing", "model")),
                        "a question is answered by simulated and recorded days alone, and changes nothing that is"
                                + " stored"),
                new Room(
                        "workspace",
                        not(inRooms("ui", "app")).as("every room but ui and app"),
                        "what a user can do is the same from a window and from the command line"),
                new Room(
                        "ui",
                        WHAT_IF_ANSWERS.or(inRooms("workspace", "model", "pacing", "flow", "numbers")),
                        "a view asks the workspace and shows what comes back; it never reaches behind it"),
                new Room("app", anyRoom(), "the program is put together in one place"));
    }

    @Test
    void theRoomsOfThePlanAreTheRoomsThatThereAre() {
        var built = PRODUCTION.stream()
                .map(type -> type.getPackageName().substring(HOUSE.length() + 1))
                .map(name -> name.contains(".") ? name.substring(0, name.indexOf('.')) : name)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(rooms().map(Room::name)).containsExactlyInAnyOrderElementsOf(built);
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomUsesOnlyWhatThePlanAllows(Room room) {
        holds(classes()
                .that(inRooms(room.name()))
                .should(onlyDependOnClassesThat(resideOutsideOfPackage(HOUSE + "..")
                        .or(inRooms(room.name()))
                        .or(room.mayUse())
                        .as("are outside the house, in " + room.name() + ", or "
                                + room.mayUse().getDescription())))
                .because(room.reason()));
    }

    @Test
    void theModelUsesTheJdkOnly() {
        holds(classes()
                .that(inRooms("model"))
                .should(onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "org.jspecify.annotations..", HOUSE + ".model..")))
                .because("a fact must not change because a library does"));
    }

    @Test
    void roomsAreFreeOfCycles() {
        holds(slices().matching(HOUSE + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("a room that can be reached from itself cannot be understood alone"));
    }

    @Test
    void viewsAreFreeOfCycles() {
        holds(slices().matching(HOUSE + ".ui.(*)..")
                .should()
                .beFreeOfCycles()
                .because("one screen must be readable without the others"));
    }

    @Test
    void javafxStaysInUiAndApp() {
        onlyIn(
                inRooms("ui", "app"),
                resideInAnyPackage("javafx..", "atlantafx..", "org.controlsfx..", "org.kordamp.ikonli.."),
                "the engine, the store and the command line run without a toolkit");
    }

    @Test
    void jdbcAndTheDatabaseStayInTheStore() {
        onlyIn(
                inRooms("store"),
                resideInAnyPackage("java.sql..", "javax.sql..", "org.h2..", "org.jdbi..", "org.flywaydb.."),
                "one writer orders all facts, and nobody else can block on the database");
    }

    @Test
    void jacksonStaysInFormats() {
        onlyIn(
                inRooms("formats"),
                resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson.."),
                "the published format is read and written in one place, without deserialisation into our own types");
    }

    @Test
    void onlyThePulseAndTheTaskRunnerHandWorkToTheFxThread() {
        onlyAccessIn(
                inRooms("ui.live"),
                target("javafx.application.Platform", "runLater"),
                "anything else could flood the FX thread");
    }

    @Test
    void noRoomReadsTheWallClockBehindTheEngineClock() {
        onlyAccessIn(
                ownersOfTimeAndThreads(),
                target("java.lang.System", "currentTimeMillis", "nanoTime")
                        .or(target("java.time.Instant", "now"))
                        .or(target("java.time.LocalDate", "now"))
                        .or(target("java.time.LocalTime", "now"))
                        .or(target("java.time.LocalDateTime", "now"))
                        .or(target("java.time.ZonedDateTime", "now"))
                        .or(target("java.time.OffsetDateTime", "now"))
                        .or(target("java.time.Clock", "systemUTC", "systemDefaultZone", "system"))
                        .or(noArgumentConstructor("java.util.Date")),
                "the same inputs must give the same decisions, in real and in virtual time");
    }

    @Test
    void chanceIsSeeded() {
        onlyAccessIn(
                ownersOfTimeAndThreads(),
                target("java.lang.Math", "random")
                        .or(target("java.util.concurrent.ThreadLocalRandom", "current"))
                        .or(noArgumentConstructor("java.util.Random"))
                        .or(noArgumentConstructor("java.util.SplittableRandom")),
                "a run can be repeated from its seed");
    }

    @Test
    void threadsAreMadeWhereTheProgramIsPutTogether() {
        onlyAccessIn(
                ownersOfTimeAndThreads()
                        .or(inRooms("store"))
                        .as("in app, the store, an engine clock, or an adapter to the outside world"),
                target("java.lang.Thread", "<init>", "startVirtualThread"),
                "the few threads of the house have names, an owner and an ordered end");
    }

    @Test
    void everyPackageSaysWhatItIsAndIsNullMarked() {
        var unmarked = PRODUCTION.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(room -> !room.getClasses().isEmpty())
                .filter(room -> room.tryGetPackageInfo().isEmpty()
                        || !room.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                .toList();
        assertThat(unmarked).isEmpty();
    }

    /** Listeners of a binding or a wrapped list are only held weakly by what it is made from. */
    @Test
    void whatIsListenedToIsKept() {
        holds(noClasses()
                .should(accessTargetWhere(DescribedPredicate.describe(
                        "listens to a binding",
                        access -> access.getTargetOwner().getPackageName().equals("javafx.beans.binding")
                                && Set.of("addListener", "subscribe")
                                        .contains(access.getTarget().getName()))))
                .because("nobody keeps the binding, so the first garbage collection ends what listens to it"));
        holds(noClasses()
                .should(accessTargetWhere(target("javafx.collections.FXCollections", "unmodifiableObservableList")
                        .and(DescribedPredicate.describe(
                                "outside of a constructor",
                                access -> !access.getOrigin().getName().equals("<init>")))))
                .because("a list that is wrapped anew at each call is kept by nobody who listens to it"));
    }

    @Test
    void aCommandKnowsNothingOfTheProgramThatListsIt() {
        holds(noClasses()
                .that(not(belongToAnyOf(Main.class)))
                .should(dependOnClassesThat(belongToAnyOf(Main.class)))
                .because("what commands share has a name of its own, and a new command is added to one list"));
    }

    @Test
    void aClassIsNamedAfterWhatItIs() {
        holds(noClasses()
                .should()
                .haveNameMatching(".*(Helper|Helpers|Support|Manager|Util|Utils|Impl)")
                .because("such a name hides that a class has no subject of its own"));
    }

    @Test
    void noTwoClassesShareASimpleName() {
        var packagesByName = topLevel(PRODUCTION)
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName,
                        TreeMap::new,
                        Collectors.mapping(JavaClass::getPackageName, Collectors.toCollection(TreeSet::new))));
        packagesByName.values().removeIf(packages -> packages.size() == 1);
        assertThat(packagesByName)
                .as("packages that have a class of this name, too")
                .isEmpty();
    }

    @Test
    void aClassWithTestsIsNamedTestOrBenchAndNoOtherIs() {
        var all =
                new ClassFileImporter().withImportOption(new OnlyIncludeTests()).importPackages(HOUSE);
        assertThat(topLevel(all))
                .isNotEmpty()
                .allSatisfy(test -> assertThat(test.getSimpleName().matches(".*(Test|Bench)"))
                        .as("%s has tests, or is named as if it had", test.getName())
                        .isEqualTo(hasTests(test)));
    }

    /** Tests that a class inherits from a contract count as its own. */
    private static boolean hasTests(JavaClass type) {
        return type.getAllMethods().stream().anyMatch(method -> method.isMetaAnnotatedWith(Testable.class));
    }

    private static Stream<JavaClass> topLevel(JavaClasses classes) {
        return classes.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"));
    }

    private static void onlyIn(DescribedPredicate<JavaClass> home, DescribedPredicate<JavaClass> types, String reason) {
        holds(noClasses().that(not(home)).should(dependOnClassesThat(types)).because(reason));
    }

    private static void onlyAccessIn(
            DescribedPredicate<JavaClass> home, DescribedPredicate<JavaAccess<?>> access, String reason) {
        holds(noClasses().that(not(home)).should(accessTargetWhere(access)).because(reason));
    }

    private static void holds(ArchRule rule) {
        rule.allowEmptyShould(true).check(PRODUCTION);
    }

    private static DescribedPredicate<JavaClass> inRooms(String... names) {
        var packages = Stream.of(names).map(name -> HOUSE + "." + name + "..").toArray(String[]::new);
        return resideInAnyPackage(packages).as("in " + String.join(", ", names));
    }

    private static DescribedPredicate<JavaClass> anyRoom() {
        return resideInAPackage(HOUSE + "..").as("any room");
    }

    private static DescribedPredicate<JavaClass> nothing() {
        return DescribedPredicate.<JavaClass>alwaysFalse().as("nothing");
    }

    private static DescribedPredicate<JavaClass> ownersOfTimeAndThreads() {
        return inRooms("app")
                .or(assignableTo(EngineClock.class))
                .or(inRooms("speech"))
                .or(inRooms("telephony").and(not(resideInAPackage(HOUSE + ".telephony.simulated.."))))
                .as("in app, an engine clock, or an adapter to the outside world");
    }

    private static DescribedPredicate<JavaAccess<?>> target(String owner, String... names) {
        var wanted = Set.of(names);
        return DescribedPredicate.describe(
                "uses " + owner + "." + String.join("/", names),
                access -> access.getTargetOwner().getName().equals(owner)
                        && wanted.contains(access.getTarget().getName()));
    }

    private static DescribedPredicate<JavaAccess<?>> noArgumentConstructor(String owner) {
        return target(owner, "<init>")
                .and(DescribedPredicate.describe(
                        "without arguments",
                        access -> access.getTarget() instanceof CodeUnitAccessTarget unit
                                && unit.getRawParameterTypes().isEmpty()));
    }
}
