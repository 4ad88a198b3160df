package dev.outpace.journal;

import dev.outpace.engine.EngineClock;
import dev.outpace.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journals of a workspace. {@code journal/2026-11-27-001.ojl} is the first file of that day in UTC. Each opening begins a
 * file, and so does each midnight during an opening.
 */
public final class JournalFolder {
    private static final Logger LOG = LoggerFactory.getLogger(JournalFolder.class);
    private static final Pattern NAME = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})-(\\d{3,9})\\.ojl");

    private final Path folder;

    private JournalFolder(Path folder) {
        this.folder = folder;
    }

    public static JournalFolder of(Path workspace) {
        return new JournalFolder(workspace.resolve("journal"));
    }

    /** A file, identified by its name. */
    record Place(Path file, LocalDate day, int number) {
        String name() {
            return String.valueOf(file.getFileName());
        }
    }

    /** A file with its header. */
    record Known(Place place, FileHeader header) {}

    /**
     * Begins to record an opening.
     *
     * @param speed engine seconds per wall-clock second
     * @param days number of days for which files are kept
     * @param onFailure called once if the journal can't be written and ends
     */
    public EngineJournal record(EngineClock clock, double speed, IntSupplier days, Consumer<Exception> onFailure) {
        return new EngineJournal(this, clock, speed, days, onFailure);
    }

    /** The name of the next file of a day. */
    Place next(LocalDate day) throws IOException {
        if (!Files.isDirectory(folder)) {
            PrivateFiles.makeFolder(folder);
        }
        int last = places().stream()
                .filter(place -> place.day().equals(day))
                .mapToInt(Place::number)
                .max()
                .orElse(0);
        return new Place(folder.resolve("%s-%03d.ojl".formatted(day, last + 1)), day, last + 1);
    }

    /** All files, oldest first; empty if the folder does not exist. */
    List<Place> places() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.flatMap(file -> place(file).stream())
                    .sorted(Comparator.comparing(Place::day).thenComparingInt(Place::number))
                    .toList();
        }
    }

    private static Optional<Place> place(Path file) {
        var name = NAME.matcher(String.valueOf(file.getFileName()));
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Place(file, LocalDate.parse(name.group(1)), Integer.parseInt(name.group(2))));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /** The days that have files, oldest first. */
    public List<LocalDate> days() throws IOException {
        return places().stream().map(Place::day).distinct().toList();
    }

    /**
     * The openings of a day, oldest first. An opening that began on an earlier day is included from its beginning: the day
     * can't be replayed without what came before.
     *
     * @throws JournalException if a file can't be read or is missing
     */
    public List<JournalSession> sessions(LocalDate day) throws IOException {
        var files = new ArrayList<Known>();
        for (var place : places()) {
            if (place.day().equals(day)) {
                JournalReader.header(place.file()).ifPresent(header -> files.add(new Known(place, header)));
            }
        }
        var names =
                files.stream().map(known -> known.header().session()).distinct().toList();
        if (files.stream().anyMatch(known -> known.header().part() > 0)) {
            files.addAll(before(day));
        }
        return names.stream()
                .map(name -> JournalSession.of(
                        name,
                        files.stream()
                                .filter(known -> known.header().session().equals(name))
                                .toList()))
                .toList();
    }

    /** The files of earlier days. Unreadable files are left out; if one of them is needed, it is reported as missing. */
    private List<Known> before(LocalDate day) throws IOException {
        var files = new ArrayList<Known>();
        for (var place : places()) {
            if (place.day().isBefore(day)) {
                try {
                    JournalReader.header(place.file()).ifPresent(header -> files.add(new Known(place, header)));
                } catch (JournalException unreadable) {
                    LOG.warn("A file of the journal can't be read and is ignored: {}", unreadable.getMessage());
                }
            }
        }
        return files;
    }

    /** Deletes files that are older than {@code days}, except those that a younger file continues. */
    void removeOld(LocalDate today, int days, String session) throws IOException {
        var oldest = today.minusDays(days - 1L);
        var places = places();
        if (places.isEmpty() || !places.getFirst().day().isBefore(oldest)) {
            return;
        }
        var needed = new HashSet<String>();
        needed.add(session);
        for (var place : places) {
            if (!place.day().isBefore(oldest)) {
                needed.add(sessionOf(place));
            }
        }
        for (var place : places) {
            if (place.day().isBefore(oldest) && !needed.contains(sessionOf(place))) {
                Files.deleteIfExists(place.file());
            }
        }
    }

    /** The session in the file's header; the file's own name if the header can't be read. */
    private static String sessionOf(Place place) throws IOException {
        try {
            return JournalReader.header(place.file()).map(FileHeader::session).orElse(place.name());
        } catch (JournalException unreadable) {
            return place.name();
        }
    }

    /** Deletes all files. */
    public void erase() throws IOException {
        for (var place : places()) {
            Files.deleteIfExists(place.file());
        }
    }
}
