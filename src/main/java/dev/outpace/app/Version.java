package dev.outpace.app;

import java.util.Locale;
import java.util.ResourceBundle;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote down. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"Outpace " + number()};
    }

    static String number() {
        return ResourceBundle.getBundle("dev.outpace.app.version", Locale.ROOT).getString("version");
    }
}
