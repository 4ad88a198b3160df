package dev.outpace.store;

import dev.outpace.model.RuleReason;

/** What kind of calling rule holds or bars a target; the code is stored. */
enum RuleKind {
    HOURS(1),
    LIMIT(2),
    REST(3),
    DO_NOT_CALL(4),
    NO_ZONE(5),
    CONSENT(6);

    final int code;

    RuleKind(int code) {
        this.code = code;
    }

    static RuleKind ofCode(int code) {
        for (var kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new IllegalArgumentException("kind of rule " + code);
    }

    static RuleKind of(RuleReason reason) {
        return switch (reason) {
            case RuleReason.OutsideHours _, RuleReason.OnHoliday _ -> HOURS;
            case RuleReason.LimitReached _ -> LIMIT;
            case RuleReason.Resting _ -> REST;
            case RuleReason.OnDoNotCallList _, RuleReason.ListTooOld _ -> DO_NOT_CALL;
            case RuleReason.ZoneUnknown _ -> NO_ZONE;
            case RuleReason.WithoutConsent _ -> CONSENT;
        };
    }
}
