package dev.outpace.journal;

import dev.outpace.model.Address;
import dev.outpace.model.AttemptLimit;
import dev.outpace.model.CallWindow;
import dev.outpace.model.ClosedDestinations;
import dev.outpace.model.ExchangeQueue;
import dev.outpace.model.Outplan;
import dev.outpace.model.Phone;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Any value of a type, by its shape. */
@SuppressWarnings("NullAway")
final class RandomValues {
    /** So many destinations has a target, whatever else is in a list. */
    private static final int ITEMS = 5;

    private static final int DEEPEST = 7;

    private final SplittableRandom random;
    private int depth;

    RandomValues(long seed) {
        random = new SplittableRandom(seed);
    }

    Object of(Class<?> type) {
        return value(type);
    }

    private Object value(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class) && random.nextInt(3) == 0 ? null : value(type.getType());
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType generic) {
            return many(generic);
        }
        var plain = (Class<?>) type;
        if (plain == Phone.class) {
            return new Phone("PJSIP", "agent" + random.nextInt(100));
        }
        if (plain == ExchangeQueue.class) {
            return new ExchangeQueue("queue" + random.nextInt(100));
        }
        if (plain == ClosedDestinations.class) {
            return new ClosedDestinations(random.nextInt(1 << Outplan.DESTINATIONS));
        }
        if (plain == CallWindow.class) {
            return new CallWindow(random.nextInt(CallWindow.DAY), random.nextInt(CallWindow.DAY + 1));
        }
        if (plain == AttemptLimit.class) {
            return new AttemptLimit(
                    1 + random.nextInt(100),
                    Duration.ofHours(1 + random.nextInt(1_000)),
                    random.nextBoolean() ? AttemptLimit.Per.NUMBER : AttemptLimit.Per.PERSON);
        }
        if (plain.isRecord()) {
            return record(plain);
        }
        if (plain.isEnum()) {
            return one(List.of(plain.getEnumConstants()));
        }
        if (plain.isSealed()) {
            return value(
                    depth > DEEPEST ? leafWithoutParts(plain) : one(Arrays.asList(plain.getPermittedSubclasses())));
        }
        return scalar(plain);
    }

    private Object scalar(Class<?> type) {
        if (type == boolean.class) {
            return random.nextBoolean();
        } else if (type == int.class || type == Integer.class) {
            return random.nextInt() >> random.nextInt(32);
        } else if (type == long.class || type == Long.class) {
            return random.nextLong() >> random.nextInt(64);
        } else if (type == double.class) {
            return random.nextDouble() * random.nextInt();
        } else if (type == char.class) {
            return (char) random.nextInt(Character.MAX_VALUE + 1);
        } else if (type == String.class) {
            return text();
        } else if (type == UUID.class) {
            return id();
        } else if (type == Instant.class) {
            return Instant.ofEpochSecond(
                    random.nextLong(-62_000_000_000L, 253_000_000_000L), random.nextInt(1_000_000_000));
        } else if (type == Duration.class) {
            return Duration.ofSeconds(random.nextInt(), random.nextInt(1_000_000_000));
        } else if (type == LocalDate.class) {
            return LocalDate.ofEpochDay(random.nextInt());
        } else if (type == Period.class) {
            return Period.of(random.nextInt(), random.nextInt(), random.nextInt());
        } else if (type == BigDecimal.class) {
            return new BigDecimal(BigInteger.valueOf(random.nextLong()), random.nextInt(-50, 50));
        }
        throw new IllegalArgumentException("no random " + type);
    }

    /** Mostly one of a few, as in a journal. */
    private UUID id() {
        return random.nextInt(4) == 0
                ? new UUID(random.nextLong(), random.nextLong())
                : new UUID(0, random.nextInt(30));
    }

    private String text() {
        var text = new StringBuilder();
        int length = random.nextInt(4) == 0 ? random.nextInt(200) : random.nextInt(6);
        for (int i = 0; i < length; i++) {
            text.append((char) (random.nextInt(5) == 0 ? random.nextInt(0x10000) : 'a' + random.nextInt(3)));
        }
        return text.toString();
    }

    private Object many(ParameterizedType generic) {
        int count = depth > DEEPEST ? 0 : random.nextInt(4);
        var arguments = generic.getActualTypeArguments();
        var raw = (Class<?>) generic.getRawType();
        if (raw == Map.class) {
            var map = new LinkedHashMap<Object, Object>();
            for (int i = 0; i < count; i++) {
                map.put(value(arguments[0]), value(arguments[1]));
            }
            return map;
        }
        var all = new ArrayList<Object>();
        int items = raw == List.class && holdsFive(arguments[0]) ? ITEMS : count;
        for (int i = 0; i < items; i++) {
            all.add(value(arguments[0]));
        }
        return raw == List.class ? all : new LinkedHashSet<>(all);
    }

    private static boolean holdsFive(Type item) {
        return item == Integer.class || item == Address.class;
    }

    private Object record(Class<?> type) {
        depth++;
        var components = type.getRecordComponents();
        var values = Arrays.stream(components)
                .map(component -> value(component.getAnnotatedType()))
                .toArray();
        depth--;
        try {
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(type.getName(), impossible);
        }
    }

    private static Class<?> leafWithoutParts(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .filter(each -> each.isRecord() && each.getRecordComponents().length <= 1)
                .findFirst()
                .orElse(sealed.getPermittedSubclasses()[0]);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
