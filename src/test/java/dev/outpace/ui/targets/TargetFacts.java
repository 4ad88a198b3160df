package dev.outpace.ui.targets;

import dev.outpace.model.Address;
import dev.outpace.model.EndCause;
import dev.outpace.model.Json;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Stamps;
import dev.outpace.model.TargetStatus;
import dev.outpace.ui.live.Facts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Targets for tests of views. */
final class TargetFacts {
    private static final List<String> NAMES = List.of(
            "Viktor Malm",
            "Grace Adeyemi",
            "Henrik Dahl",
            "Lucía Ferrer",
            "Owen Prichard",
            "Mina Kobayashi",
            "Stefan Braun",
            "Eleni Papadaki",
            "Darius Kazemi",
            "Rosa Delgado",
            "Ilse Hartmann",
            "Marcus Oyelaran");

    private TargetFacts() {}

    /** A target that nobody has called. */
    static OutdialTarget fresh(int list, int number, String name, @Nullable String... destinations) {
        return target(list, number, name, TargetStatus.IDLE, 0, null, null, destinations);
    }

    @SuppressWarnings("NullAway") // compiled records don't show that a destination may be null
    static OutdialTarget target(
            int list,
            int number,
            String name,
            TargetStatus status,
            int tries,
            @Nullable Instant nextTryAt,
            @Nullable EndCause lastResult,
            @Nullable String... destinations) {
        var addresses = new ArrayList<@Nullable Address>();
        for (var destination : destinations) {
            addresses.add(
                    destination == null
                            ? null
                            : destination.contains("@") ? Address.sip(destination) : Address.tel(destination));
        }
        while (addresses.size() < 5) {
            addresses.add(null);
        }
        return new OutdialTarget(
                Facts.id(1_000 + number),
                Facts.id(list),
                0,
                name,
                "",
                "{\"policy_no\":\"HP-20" + number + "\"}",
                status,
                addresses,
                List.of(tries, 0, 0, 0, 0),
                nextTryAt,
                lastResult,
                Stamps.createdAt(Facts.NOW),
                Json.Obj.EMPTY);
    }

    /** Targets in every state but in a call. */
    static List<OutdialTarget> mixed(int list) {
        var results = List.of(EndCause.BUSY, EndCause.NO_ANSWER, EndCause.NORMAL, EndCause.BAD_NUMBER);
        return IntStream.range(0, 24)
                .mapToObj(i -> {
                    var name = NAMES.get(i % NAMES.size());
                    var first = "+1212555%04d".formatted(100 + i);
                    var second = i % 3 == 0 ? null : "+44207946%04d".formatted(100 + i);
                    var third = i % 4 == 1 ? "desk" + i + "@example.com" : null;
                    return i < 8
                            ? target(
                                    list,
                                    i,
                                    name,
                                    TargetStatus.IDLE,
                                    1,
                                    Instant.now().plusSeconds(i * 600L),
                                    results.get(i % 2),
                                    first,
                                    second,
                                    third)
                            : i < 14
                                    ? target(list, i, name, TargetStatus.IDLE, 0, null, null, first, second, third)
                                    : target(
                                            list,
                                            i,
                                            name,
                                            TargetStatus.DONE,
                                            2,
                                            null,
                                            results.get(i % 4),
                                            first,
                                            second,
                                            third);
                })
                .toList();
    }

    /** The sample of 200 contacts, three of them odd. */
    static Path sampleFile(Path folder) {
        try (var in = dev.outpace.formats.JacksonJson.class.getResourceAsStream("targets.csv")) {
            return Files.write(
                    folder.resolve("policies-wave-3.csv"),
                    java.util.Objects.requireNonNull(in).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
