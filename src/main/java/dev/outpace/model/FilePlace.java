package dev.outpace.model;

/** Where in the files something stands: {@code FILE campaigns[2].service_level}, or {@code FILE} for the whole. */
public record FilePlace(String file, String path) {
    public static FilePlace whole(String file) {
        return new FilePlace(file, "");
    }

    public FilePlace field(String name) {
        return new FilePlace(file, path.isEmpty() ? name : path + '.' + name);
    }

    public FilePlace item(int index) {
        return new FilePlace(file, path + '[' + index + ']');
    }

    @Override
    public String toString() {
        return path.isEmpty() ? file : file + ' ' + path;
    }
}
