package dev.outpace.app;

import dev.outpace.model.Json;
import dev.outpace.workspace.CheckLine;
import dev.outpace.workspace.secrets.SecretAccess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks the telephony of a workspace that is not running; nobody is rung. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        resourceBundle = "dev.outpace.app.commands",
        sortOptions = false)
final class TelephonyCheckCommand extends OfflineCommand implements Callable<Integer> {
    @Option(names = "--json")
    private boolean json;

    @Mixin
    private final PassphraseOption passphrase = new PassphraseOption();

    @Override
    SecretAccess secrets() {
        return passphrase.access();
    }

    @Override
    public Integer call() {
        List<CheckLine> lines;
        try (var orders = open("telephony")) {
            lines = orders.checkTelephony(line -> {
                if (!json) {
                    print(line);
                }
            });
        }
        boolean ok = lines.stream().noneMatch(line -> line.state() == CheckLine.State.FAIL);
        if (json) {
            var all = new LinkedHashMap<String, Json>();
            all.put(
                    "checks",
                    new Json.Array(
                            lines.stream().map(TelephonyCheckCommand::asJson).toList()));
            all.put("ok", new Json.Bool(ok));
            Printed.json(new Json.Obj(all));
        }
        return ok ? 0 : ExitCode.REFUSED;
    }

    private static Json asJson(CheckLine line) {
        var fields = new LinkedHashMap<String, Json>();
        fields.put("name", new Json.Text(line.name()));
        fields.put("state", new Json.Text(word(line.state())));
        fields.put("detail", new Json.Text(line.detail()));
        if (!line.paste().isEmpty()) {
            fields.put("file", new Json.Text(line.file()));
            fields.put("paste", new Json.Text(line.paste()));
        }
        return new Json.Obj(fields);
    }

    private static String word(CheckLine.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static void print(CheckLine line) {
        System.out.printf(
                Locale.ROOT, "%-5s %-21s %s%n", word(line.state()), line.title(), Printed.plain(line.detail()));
        if (!line.paste().isEmpty()) {
            System.out.println("      " + new Printed().text("text.telephony.paste", line.file()));
            line.paste().lines().forEach(each -> System.out.println("          " + each));
        }
    }
}
