package dev.outpace.app;

import java.util.Locale;
import java.util.ResourceBundle;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote down. */
final class Version {
    private Version() {}

    /** For {@code --version}. Apart, because what knows picocli is too old for the cache of loaded classes. */
    static final class Printed implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Outpace " + number()};
        }
    }

    static String number() {
        return ResourceBundle.getBundle("dev.outpace.app.version", Locale.ROOT).getString("version");
    }
}
