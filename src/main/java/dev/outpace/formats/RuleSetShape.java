package dev.outpace.formats;

import dev.outpace.model.Json;
import dev.outpace.model.RuleSet;
import dev.outpace.model.RuleShape;

/** A set of calling rules with its times; the published format has none. */
final class RuleSetShape {
    private RuleSetShape() {}

    static RuleSet read(Fields fields, NewIds ids) {
        var stamps = fields.stamps();
        return fields.asRules().ruleSet(ids::orNew, stamps);
    }

    static Json.Obj write(RuleSet set) {
        var shape = new Shape(Json.Obj.EMPTY);
        RuleShape.of(set).fields().forEach(shape::put);
        return shape.stamps(set.stamps()).toJson();
    }
}
