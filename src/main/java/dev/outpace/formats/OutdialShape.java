package dev.outpace.formats;

import dev.outpace.model.Json;
import dev.outpace.model.Outdial;

/** The published list. Its {@code targets}, which Outpace adds in a set-up, are read and written apart. */
final class OutdialShape {
    static final String TARGETS = "targets";

    private OutdialShape() {}

    static Outdial read(Fields fields, NewIds ids) {
        fields.drop(TARGETS);
        return new Outdial(
                ids.orNew(fields.id("id")),
                fields.id("campaign_id"),
                fields.text("name", Fields.MAX_NAME),
                fields.text("detail", Fields.MAX_TEXT),
                fields.text("data", Fields.MAX_TEXT),
                fields.stamps(),
                fields.rest());
    }

    static Json.Obj write(Outdial outdial) {
        return new Shape(outdial.unknown())
                .id("id", outdial.id())
                .id("campaign_id", outdial.campaignId())
                .text("name", outdial.name())
                .text("detail", outdial.detail())
                .text("data", outdial.data())
                .stamps(outdial.stamps())
                .toJson();
    }
}
