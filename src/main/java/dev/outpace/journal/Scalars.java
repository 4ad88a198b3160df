package dev.outpace.journal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Parts for the plain types that records are made of. */
final class Scalars {
    static final Part BOOLEAN = new Part() {
        @Override
        public void write(ByteSink to, @Nullable Object value) {
            to.put(value == null ? 2 : (Boolean) value ? 1 : 0);
        }

        @Override
        public @Nullable Object read(ByteSource from) {
            int value = from.take();
            return value == 2 ? null : (Boolean) (value == 1);
        }
    };

    static final Part INT = new Part() {
        @Override
        public void write(ByteSink to, @Nullable Object value) {
            to.signed((Integer) Objects.requireNonNull(value));
        }

        @Override
        public Object read(ByteSource from) {
            long value = from.signed();
            if (value != (int) value) {
                throw new BadFrame("a number is too large: " + value);
            }
            return (int) value;
        }
    };

    static final Part LONG = new Part() {
        @Override
        public void write(ByteSink to, @Nullable Object value) {
            to.signed((Long) Objects.requireNonNull(value));
        }

        @Override
        public Object read(ByteSource from) {
            return from.signed();
        }
    };

    static final Part NULLABLE_INT = new OrNull(INT);
    static final Part NULLABLE_LONG = new OrNull(LONG);

    static final Part DOUBLE = new Part() {
        @Override
        public void write(ByteSink to, @Nullable Object value) {
            to.fixed(Double.doubleToRawLongBits((Double) Objects.requireNonNull(value)));
        }

        @Override
        public Object read(ByteSource from) {
            return Double.longBitsToDouble(from.fixed());
        }
    };

    static final Part TEXT = new Part() {
        @Override
        public void write(ByteSink to, @Nullable Object value) {
            to.text((String) value);
        }

        @Override
        public @Nullable Object read(ByteSource from) {
            return from.text();
        }
    };

    static final Part CHARACTER = new Part() {
        @Override
        public void write(ByteSink to, @Nullable Object value) {
            to.number((Character) Objects.requireNonNull(value));
        }

        @Override
        public Object read(ByteSource from) {
            int value = from.integer();
            if (value != (char) value) {
                throw new BadFrame("no character: " + value);
            }
            return (char) value;
        }
    };

    static final Part ID = new Part() {
        @Override
        public void write(ByteSink to, @Nullable Object value) {
            to.id((UUID) value);
        }

        @Override
        public @Nullable Object read(ByteSource from) {
            return from.id();
        }
    };

    static final Part MOMENT = new Part() {
        @Override
        public void write(ByteSink to, @Nullable Object value) {
            to.moment((Instant) value);
        }

        @Override
        public @Nullable Object read(ByteSource from) {
            return from.moment();
        }
    };

    static final Part DURATION = new OrNull(new Part() {
        @Override
        public void write(ByteSink to, @Nullable Object value) {
            var duration = (Duration) Objects.requireNonNull(value);
            to.signed(duration.getSeconds());
            to.number(duration.getNano());
        }

        @Override
        public Object read(ByteSource from) {
            return Duration.ofSeconds(from.signed(), from.integer());
        }
    });

    static final Part DATE = new OrNull(new Part() {
        @Override
        public void write(ByteSink to, @Nullable Object value) {
            to.signed(((LocalDate) Objects.requireNonNull(value)).toEpochDay());
        }

        @Override
        public Object read(ByteSource from) {
            long day = from.signed();
            if (day < LocalDate.MIN.toEpochDay() || day > LocalDate.MAX.toEpochDay()) {
                throw new BadFrame("no day: " + day);
            }
            return LocalDate.ofEpochDay(day);
        }
    });

    static final Part PERIOD = new OrNull(new Part() {
        @Override
        public void write(ByteSink to, @Nullable Object value) {
            var period = (Period) Objects.requireNonNull(value);
            INT.write(to, period.getYears());
            INT.write(to, period.getMonths());
            INT.write(to, period.getDays());
        }

        @Override
        public Object read(ByteSource from) {
            return Period.of(whole(from), whole(from), whole(from));
        }

        private static int whole(ByteSource from) {
            return (Integer) Objects.requireNonNull(INT.read(from));
        }
    });

    static final Part DECIMAL = new OrNull(new Part() {
        @Override
        public void write(ByteSink to, @Nullable Object value) {
            var decimal = (BigDecimal) Objects.requireNonNull(value);
            to.signed(decimal.scale());
            var digits = decimal.unscaledValue().toByteArray();
            to.number(digits.length);
            for (byte digit : digits) {
                to.put(digit);
            }
        }

        @Override
        public Object read(ByteSource from) {
            int scale = (Integer) Objects.requireNonNull(INT.read(from));
            var digits = new byte[from.count()];
            for (int i = 0; i < digits.length; i++) {
                digits[i] = (byte) from.take();
            }
            if (digits.length == 0) {
                throw new BadFrame("a number without digits");
            }
            return new BigDecimal(new BigInteger(digits), scale);
        }
    });

    private Scalars() {}

    /** One of the constants of an enum. */
    @SuppressWarnings("EnumOrdinal") // Of the same program: the print of the shapes tells.
    record Constant(List<?> constants) implements Part {
        @Override
        public void write(ByteSink to, @Nullable Object value) {
            to.number(value == null ? 0 : ((Enum<?>) value).ordinal() + 1L);
        }

        @Override
        public @Nullable Object read(ByteSource from) {
            int number = from.integer();
            if (number < 0 || number > constants.size()) {
                throw new BadFrame("unknown constant " + number);
            }
            return number == 0 ? null : constants.get(number - 1);
        }
    }

    private record OrNull(Part part) implements Part {
        @Override
        public void write(ByteSink to, @Nullable Object value) {
            to.put(value == null ? 0 : 1);
            if (value != null) {
                part.write(to, value);
            }
        }

        @Override
        public @Nullable Object read(ByteSource from) {
            return from.take() == 0 ? null : part.read(from);
        }
    }
}
