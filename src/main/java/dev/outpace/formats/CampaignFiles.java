package dev.outpace.formats;

import dev.outpace.model.Campaign;
import dev.outpace.numbers.NumberReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import tools.jackson.core.exc.JacksonIOException;

/**
 * Campaigns and whole set-ups in the published JSON format: one campaign, an array of campaigns, or an object with
 * {@code outplans}, {@code outdials} (with {@code targets}), {@code queues}, {@code agents}, {@code rules} and {@code campaigns}.
 */
public final class CampaignFiles {
    private final NewIds ids;

    /** @param ids new ids for what has none in a file */
    public CampaignFiles(Supplier<UUID> ids) {
        this.ids = new NewIds(ids);
    }

    /** Reads files as {@link #read(List, String)} does, with numbers without a country of {@link NumberReader#FIRST_REGION}. */
    public SetUp read(List<Path> files) {
        return read(files, NumberReader.FIRST_REGION);
    }

    /**
     * Reads the files of one command as one set-up. Nothing is thrown: what is wrong stands in its problems.
     *
     * @param region two letters, for numbers without a country; empty refuses those
     */
    public SetUp read(List<Path> files, String region) {
        return read(files, region, file -> file);
    }

    /** @param through what the bytes of each file pass; what it throws unchecked ends the reading */
    public SetUp read(List<Path> files, String region, UnaryOperator<InputStream> through) {
        return read(files, new SetUpReader(ids, through, new NumberReader(region), false));
    }

    /** Also takes arrays of actions, as the editor's JSON and the templates are: each as a campaign named after its file. */
    public SetUp readFlows(List<Path> files) {
        return read(files, new SetUpReader(ids, file -> file, new NumberReader(NumberReader.FIRST_REGION), true));
    }

    private static SetUp read(List<Path> files, SetUpReader reader) {
        files.forEach(reader::read);
        return reader.setUp();
    }

    /** The campaign alone. The stream is flushed and stays open. */
    public void write(Campaign campaign, OutputStream out) throws IOException {
        writing(out, json -> json.value(CampaignShape.write(campaign)));
    }

    /**
     * A set-up of the campaigns and all that they refer to: list with targets, outplan, queue with its agents, next
     * campaigns. The stream is flushed and stays open. Targets pass through one by one.
     */
    public void writeWithReferences(List<Campaign> campaigns, ReferenceSource source, OutputStream out)
            throws IOException {
        var references = ReferencedResources.of(campaigns, source);
        writing(out, json -> references.write(json, source));
    }

    private static void writing(OutputStream out, Consumer<JsonWriter> content) throws IOException {
        var text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        try (var json = JsonWriter.pretty(text)) {
            content.accept(json);
            json.endOfFile();
        } catch (JacksonIOException failed) {
            throw new IOException(failed.getOriginalMessage(), failed);
        }
        text.flush();
    }
}
