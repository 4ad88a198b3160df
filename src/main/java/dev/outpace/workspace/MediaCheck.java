package dev.outpace.workspace;

import dev.outpace.flow.MediaOrder;
import dev.outpace.model.Action;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignType;
import dev.outpace.model.Problem;
import dev.outpace.model.ResourceBook;
import dev.outpace.telephony.asterisk.MediaRules;
import dev.outpace.telephony.asterisk.MediaRules.Objection;
import java.util.ArrayList;
import java.util.List;

/** Finds what stands in a flow that the exchange could not carry out, instead of leaving it out in every call. */
record MediaCheck(MediaRules rules) {
    List<Problem> check(Campaign campaign, ResourceBook book) {
        var problems = new ArrayList<Problem>();
        if (campaign.type() == CampaignType.CALL) {
            new WholeFlow(campaign, book)
                    .forEach((number, _, action) -> MediaOrder.asWritten(action)
                            .flatMap(rules::objection)
                            .ifPresent(objection -> problems.add(problem(campaign, number, action, objection))));
        }
        return problems;
    }

    private static Problem problem(Campaign campaign, int number, Action action, Objection objection) {
        var name = campaign.name();
        var type = action.type();
        var value = objection.value();
        return switch (objection.fault()) {
            case SOUND -> Problem.error("start.sound_not_played", name, number, type, value);
            case KEYS -> Problem.error("start.keys_not_sent", name, number, type, value);
            case FORMAT -> Problem.error("start.format_not_recorded", name, number, type, value, formats());
            case DESTINATION -> Problem.error("start.number_not_dialed", name, number, type, value);
            case SOURCE -> Problem.error("start.source_not_shown", name, number, type, value);
            case CONFERENCE -> Problem.error("start.conference_without_id", name, number, type);
        };
    }

    private static String formats() {
        return String.join(", ", MediaRules.recordingFormats());
    }
}
