package dev.outpace.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outpace.model.Problem;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files with numbers that must not be called: the shapes that are met, and those that mean harm. */
class DoNotCallFilesTest {
    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return file(text.getBytes(StandardCharsets.UTF_8));
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("list.txt"), bytes);
    }

    private Path zip(Map<String, byte[]> entries) throws IOException {
        var file = folder.resolve("list.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }

    private static DoNotCallRead read(Path file) throws FileRefused {
        return new DoNotCallFiles("US").read(file, false, in -> in);
    }

    private static DoNotCallRead changes(Path file) throws FileRefused {
        return new DoNotCallFiles("US").read(file, true, in -> in);
    }

    private static List<Long> added(DoNotCallRead read) {
        return IntStream.range(0, read.added().numbers())
                .mapToObj(read.added()::number)
                .toList();
    }

    private static void refused(Path file, String code) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        FileRefused.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }

    @Test
    void oneNumberALineInAnyUsualForm() throws Exception {
        var read = read(file("""
            # of the first of the month
            2125550102
            +12125550101
            12125550103

            (212) 555-0104
            +442079460001
            2125550102
            """));
        assertThat(added(read)).containsExactly(12125550101L, 12125550102L, 12125550103L, 12125550104L, 442079460001L);
        assertThat(read.lines()).isEqualTo(6);
        assertThat(read.repeated()).isEqualTo(1);
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void aLineThatCantBeReadIsToldWithItsNumber() throws Exception {
        var path = file("phone\n2125550101\nnobody\n\n911\n+1900*\n900*\n");
        var read = read(path);
        assertThat(added(read)).containsExactly(12125550101L);
        assertThat(read.added().prefixes()).containsExactly(1900L);
        assertThat(read.rejected()).isEqualTo(3);
        assertThat(read.lines()).isEqualTo(5);
        assertThat(read.problems()).extracting(Problem::place).containsExactly(path + ":3", path + ":5", path + ":7");
        assertThat(read.problems())
                .extracting(Problem::code)
                .containsExactly("number.not_a_number", "number.emergency", "dnc.no_prefix");
    }

    @Test
    void linesOfTheUsRegistry() throws Exception {
        var read = read(file("212,5550101\r\n212,5550102\r\n718,5550101\r\n"));
        assertThat(added(read)).containsExactly(12125550101L, 12125550102L, 17185550101L);
    }

    @Test
    void changesOfTheUsRegistryAndTheLastWordCounts() throws Exception {
        var read = changes(file("""
            212,5550101,A,2026-11-01
            212,5550102,D,2026-11-01
            212,5550103,A,2026-11-01
            212,5550103,D,2026-11-02
            """));
        assertThat(added(read)).containsExactly(12125550101L);
        assertThat(read.removed().numbers()).isEqualTo(2);
        assertThat(read.removed().hasNumber(12125550103L)).isTrue();
        assertThat(read.repeated()).isEqualTo(1);
    }

    @Test
    void aListOfChangesIsNotTakenForAWholeOne() throws Exception {
        refused(file("212,5550101,A\n212,5550102,D\n"), "dnc.is_change_list");
    }

    @Test
    void changesWithoutALetterAdd() throws Exception {
        assertThat(added(changes(file("2125550101\n2125550102\n")))).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void aColumnOfACsvFile(String delimiter) throws Exception {
        var read = read(file(String.join(delimiter, "id", "name", "Phone number")
                + "\n"
                + String.join(delimiter, "2125550199", "\"Ann" + delimiter + " Lee\"", "\"(212) 555-0101\"")
                + "\n"
                + String.join(delimiter, "2125550198", "Bob", "2125550102")
                + "\n"
                + String.join(delimiter, "3", "Eve")
                + "\n"));
        assertThat(added(read)).containsExactly(12125550101L, 12125550102L);
        assertThat(read.problems()).extracting(Problem::code).containsExactly("dnc.line_too_short");
    }

    @Test
    void aColumnThatIsGuessedByItsValues() throws Exception {
        assertThat(added(read(file("1;2026-11-01;+12125550101\n2;2026-11-01;+12125550102\n"))))
                .containsExactly(12125550101L, 12125550102L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "windows-1252", "UTF-8"})
    void anyCharacterSet(String charset) throws Exception {
        var read = read(file("téléphone\n2125550101\n2125550102\n".getBytes(Charset.forName(charset))));
        assertThat(added(read)).containsExactly(12125550101L, 12125550102L);
    }

    @Test
    void zippedFilesOfAreaCodes() throws Exception {
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("codes/", new byte[0]);
        entries.put("codes/212.txt", "212,5550101\n".getBytes(StandardCharsets.UTF_8));
        entries.put("codes/718.txt", "718,5550101\n718,x\n".getBytes(StandardCharsets.UTF_8));
        var path = zip(entries);
        var read = read(path);
        assertThat(added(read)).contains(12125550101L);
        assertThat(read.problems()).extracting(Problem::place).contains(path + "!codes/718.txt:2");
    }

    @Test
    void aZipBombIsCutAtItsLimit() throws Exception {
        var path = zip(Map.of("zeros.txt", "2125550101\n".repeat(200_000).getBytes(StandardCharsets.UTF_8)));
        assertThat(Files.size(path)).isLessThan(20_000);
        assertThatThrownBy(() -> new DoNotCallFiles("US", 1 << 20).read(path, false, in -> in))
                .isInstanceOfSatisfying(
                        FileRefused.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("dnc.zip_too_big"));
    }

    @Test
    void anArchiveOfTooManyFiles() throws Exception {
        var entries = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i <= DoNotCallFiles.MAX_ENTRIES; i++) {
            entries.put(i + ".txt", new byte[0]);
        }
        refused(zip(entries), "dnc.zip_entries");
    }

    @Test
    void aZipInAZipAndAWorkbook() throws Exception {
        var inner = Files.readAllBytes(zip(Map.of("a.txt", new byte[10])));
        refused(zip(Map.of("inner.zip", inner)), "dnc.zip_in_zip");
        refused(zip(Map.of("[Content_Types].xml", new byte[10])), "dnc.workbook");
    }

    @Test
    void aZipThatIsCut() throws Exception {
        var whole = Files.readAllBytes(
                zip(Map.of("a.txt", "2125550101\n".repeat(9_000).getBytes(StandardCharsets.UTF_8))));
        assertThatThrownBy(() -> read(file(Arrays.copyOf(whole, 80)))).isInstanceOf(FileRefused.class);
    }

    /** Far more than the memory of the test, were it held. */
    @Test
    void oneLineOfAGigabyte() throws Exception {
        var path = folder.resolve("long.txt");
        try (var out = Files.newOutputStream(path)) {
            var part = "2".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 64; i++) {
                out.write(part);
            }
            out.write("\n2125550101\n".getBytes(StandardCharsets.UTF_8));
        }
        var read = read(path);
        assertThat(added(read)).containsExactly(12125550101L);
        assertThat(read.problems()).extracting(Problem::code).containsExactly("row.line_too_long");
    }

    @Test
    void whatIsNoList() throws Exception {
        refused(file(""), "csv.empty");
        refused(file("\n\n"), "csv.empty");
        refused(file("2125550101\n21255\0\0501\n"), "csv.binary");
        refused(folder, "file.folder");
        refused(folder.resolve("nowhere"), "file.missing");
    }

    @Test
    void aPipeIsNotWaitedFor() throws Exception {
        var pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        refused(pipe, "dnc.no_file");
    }

    @Test
    void anUnclosedQuoteCostsItsOwnLine() throws Exception {
        var read = read(file("name,phone\n\"Ann,2125550101\nBob,2125550102\nEve,2125550103\n"));
        assertThat(added(read)).containsExactly(12125550102L, 12125550103L);
        assertThat(read.rejected()).isEqualTo(1);
    }
}
