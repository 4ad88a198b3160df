package dev.outpace.workspace;

import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignType;
import dev.outpace.model.Phone;
import dev.outpace.model.Problem;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a supervisor hears calls of a real exchange, as a person enters it. It may be wrong; see {@link #problems}.
 *
 * @param phone on which talks are heard, such as {@code PJSIP/supervisor}; empty for none
 * @param recordings folder of this computer in which the exchange's folder of recordings can be reached; empty for none
 */
public record Monitoring(String phone, String recordings) {
    public static final Monitoring NONE = new Monitoring("", "");

    /** What is wrong with the values; places are names of fields. */
    public List<Problem> problems() {
        var found = new ArrayList<Problem>();
        if (!phone.isEmpty() && Phone.read(phone).isEmpty()) {
            found.add(Problem.error("monitoring.phone", "supervisor_phone"));
        }
        if (!recordings.isEmpty() && folder().filter(Path::isAbsolute).isEmpty()) {
            found.add(Problem.error("monitoring.recordings", "recordings"));
        }
        return found;
    }

    /** Warns if calls are recorded into files that nobody here will see or delete. */
    List<Problem> warnings(Campaign campaign) {
        var recording = campaign.options().recording();
        return campaign.type() == CampaignType.CALL && recording.on() && folder().isEmpty()
                ? List.of(Problem.warning("start.recordings_unlisted", campaign.name(), recording.keepDays()))
                : List.of();
    }

    Optional<Phone> supervisor() {
        return Phone.read(phone);
    }

    /** Empty where none was entered. */
    Optional<Path> folder() {
        try {
            return recordings.isEmpty() ? Optional.empty() : Optional.of(Path.of(recordings));
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }
}
