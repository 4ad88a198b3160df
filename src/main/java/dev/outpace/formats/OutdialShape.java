package dev.outpace.formats;

import dev.outpace.model.Json;
import dev.outpace.model.Outdial;
import dev.outpace.model.TargetOrder;
import java.util.List;

/** The published list. Its {@code targets}, which Outpace adds in a set-up, are read and written apart. */
final class OutdialShape {
    static final String TARGETS = "targets";
    private static final String OUTPACE = "outpace";
    private static final String ORDER = "order";

    private OutdialShape() {}

    static Outdial read(Fields fields, NewIds ids) {
        fields.drop(TARGETS);
        var order = order(fields);
        return new Outdial(
                ids.orNew(fields.id("id")),
                fields.id("campaign_id"),
                fields.text("name", Fields.MAX_NAME),
                fields.text("detail", Fields.MAX_TEXT),
                fields.text("data", Fields.MAX_TEXT),
                order,
                fields.stamps(),
                fields.rest());
    }

    private static TargetOrder order(Fields fields) {
        var own = fields.object(OUTPACE);
        if (own == null) {
            return TargetOrder.OLDEST;
        }
        var order = own.word(ORDER, List.of(TargetOrder.values()), TargetOrder::text, TargetOrder.OLDEST);
        fields.keep(OUTPACE, own);
        return order;
    }

    static Json.Obj write(Outdial outdial) {
        var shape = new Shape(outdial.unknown())
                .id("id", outdial.id())
                .id("campaign_id", outdial.campaignId())
                .text("name", outdial.name())
                .text("detail", outdial.detail())
                .text("data", outdial.data())
                .stamps(outdial.stamps());
        if (outdial.order() != TargetOrder.OLDEST) {
            var kept = outdial.unknown().get(OUTPACE) instanceof Json.Obj own ? own : Json.Obj.EMPTY;
            shape.put(
                    OUTPACE, new Shape(kept).text(ORDER, outdial.order().text()).toJson());
        }
        return shape.toJson();
    }
}
