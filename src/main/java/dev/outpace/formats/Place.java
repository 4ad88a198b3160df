package dev.outpace.formats;

/** Where in the files something stands: {@code FILE campaigns[2].service_level}, or {@code FILE} for the whole. */
public record Place(String file, String path) {
    static Place whole(String file) {
        return new Place(file, "");
    }

    Place field(String name) {
        return new Place(file, path.isEmpty() ? name : path + '.' + name);
    }

    Place item(int index) {
        return new Place(file, path + '[' + index + ']');
    }

    @Override
    public String toString() {
        return path.isEmpty() ? file : file + ' ' + path;
    }
}
