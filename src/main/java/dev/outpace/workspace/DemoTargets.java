package dev.outpace.workspace;

import dev.outpace.model.Address;
import dev.outpace.model.Json;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Outplan;
import dev.outpace.model.Stamps;
import dev.outpace.model.TargetStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Made-up people with numbers from ranges that are reserved for fiction: 555 01xx of any area, and London's 7946 0xxx. */
final class DemoTargets implements Iterator<OutdialTarget> {
    private static final List<String> FIRST = List.of(
            "Aiko", "Anneli", "Ben", "Bianca", "Clara", "Darius", "Eleni", "Elif", "Emre", "Freya", "Grace", "Greta",
            "Gustav", "Hana", "Henrik", "Hugo", "Ilse", "Imran", "Iris", "Jamal", "Jonas", "Julia", "Kofi", "Lena",
            "Lucia", "Marcus", "Marta", "Mateo", "Mina", "Nadia", "Nils", "Noor", "Olga", "Oskar", "Owen", "Priya",
            "Rita", "Rosa", "Samuel", "Selma", "Sofia", "Stefan", "Tariq", "Theo", "Tom", "Uma", "Vera", "Viktor",
            "Wim", "Yara", "Zoe");
    private static final List<String> LAST = List.of(
            "Adeyemi",
            "Ahlgren",
            "Aziz",
            "Berg",
            "Braun",
            "Dahl",
            "Delgado",
            "Demir",
            "Doyle",
            "Eklund",
            "Falk",
            "Ferrer",
            "Fischer",
            "Grant",
            "Haddad",
            "Hartmann",
            "Holm",
            "Horak",
            "Ivanova",
            "Kaya",
            "Kazemi",
            "Kobayashi",
            "Kowal",
            "Lindahl",
            "Lindgren",
            "Lund",
            "Malm",
            "Martin",
            "Mendes",
            "Mensah",
            "Moreau",
            "Nair",
            "Novak",
            "Okafor",
            "Orlova",
            "Oyelaran",
            "Papas",
            "Petrova",
            "Prichard",
            "Qureshi",
            "Raman",
            "Reed",
            "Rossi",
            "Ruiz",
            "Saleh",
            "Sato",
            "Silva",
            "Stone",
            "Tanaka",
            "Vogel",
            "Weber",
            "Whitford");
    private static final double WITH_SECOND_NUMBER = 0.35;

    private final UUID outdialId;
    private final int size;
    private final SplittableRandom random;
    private final Instant now;
    private int made;

    DemoTargets(UUID outdialId, int size, SplittableRandom random, Instant now) {
        this.outdialId = outdialId;
        this.size = size;
        this.random = random;
        this.now = now;
    }

    static String name(SplittableRandom random) {
        return FIRST.get(random.nextInt(FIRST.size())) + ' ' + LAST.get(random.nextInt(LAST.size()));
    }

    static UUID id(SplittableRandom random) {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        return new UUID(high, (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
    }

    @Override
    public boolean hasNext() {
        return made < size;
    }

    @Override
    public OutdialTarget next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        made++;
        var destinations = new ArrayList<@Nullable Address>();
        destinations.add(Address.tel(american()));
        boolean second = random.nextDouble() < WITH_SECOND_NUMBER;
        destinations.add(second ? Address.tel("+442079460%03d".formatted(random.nextInt(1_000))) : null);
        while (destinations.size() < Outplan.DESTINATIONS) {
            destinations.add(null);
        }
        return new OutdialTarget(
                id(random),
                outdialId,
                0,
                name(random),
                "",
                "{\"policy_no\":\"HP-" + (200_000 + made) + "\"}",
                TargetStatus.IDLE,
                destinations,
                List.of(0, 0, 0, 0, 0),
                null,
                null,
                Stamps.createdAt(now),
                Json.Obj.EMPTY);
    }

    /** Area codes are 2 to 9, then two digits that are not both 1. */
    private String american() {
        int area;
        do {
            area = 201 + random.nextInt(789);
        } while (area % 100 == 11 || area % 100 / 10 == 9);
        return "+1" + area + "55501" + "%02d".formatted(random.nextInt(100));
    }
}
