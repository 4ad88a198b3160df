package dev.outpace.ui.campaign;

import dev.outpace.model.AbandonDenominator;
import dev.outpace.model.AbandonFrom;
import dev.outpace.model.AbandonWindow;
import dev.outpace.model.Action;
import dev.outpace.model.CallRecording;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignOptions;
import dev.outpace.model.CampaignType;
import dev.outpace.model.Compliance;
import dev.outpace.model.EndHandle;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.PacingChoice;
import dev.outpace.model.PacingMode;
import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** A field of a campaign that a person edits, by the name that it has in files and that problems name as their place. */
final class CampaignField<T> {
    static final CampaignField<String> NAME = new CampaignField<>("name", Campaign::name);
    static final CampaignField<String> DETAIL = new CampaignField<>("detail", Campaign::detail);
    static final CampaignField<CampaignType> TYPE = new CampaignField<>("type", Campaign::type);
    static final CampaignField<Integer> SERVICE_LEVEL = new CampaignField<>("service_level", Campaign::serviceLevel);
    static final CampaignField<EndHandle> END_HANDLE = new CampaignField<>("end_handle", Campaign::endHandle);
    static final CampaignField<List<Action>> ACTIONS =
            new CampaignField<>("actions", Campaign::actions, CampaignField::sameActions);
    static final CampaignField<UUID> OUTPLAN = new CampaignField<>("outplan_id", Campaign::outplanId);
    static final CampaignField<UUID> LIST = new CampaignField<>("outdial_id", Campaign::outdialId);
    static final CampaignField<UUID> QUEUE = new CampaignField<>("queue_id", Campaign::queueId);
    static final CampaignField<UUID> RULES = new CampaignField<>(
            "outpace.rules_id", campaign -> campaign.options().rulesId());
    /** In percent. */
    static final CampaignField<Integer> FRESH_SHARE = new CampaignField<>(
            "outpace.fresh_share", campaign -> campaign.options().freshShare());

    static final CampaignField<UUID> NEXT = new CampaignField<>("next_campaign_id", Campaign::nextCampaignId);

    static final CampaignField<PacingMode> POLICY = new CampaignField<>(
            "outpace.pacing.policy", campaign -> pacing(campaign).mode());
    static final CampaignField<Double> ABANDON_TARGET = new CampaignField<>(
            "outpace.pacing.abandon_target", campaign -> pacing(campaign).abandonTarget());
    static final CampaignField<AbandonWindow> WINDOW = new CampaignField<>(
            "outpace.pacing.window", campaign -> pacing(campaign).window());
    static final CampaignField<AbandonDenominator> DENOMINATOR = new CampaignField<>(
            "outpace.pacing.denominator", campaign -> pacing(campaign).denominator());
    static final CampaignField<Boolean> HOLD_AT_TARGET = new CampaignField<>(
            "outpace.pacing.hold_at_target", campaign -> pacing(campaign).holdAtTarget());
    static final CampaignField<Double> MACHINE_ERRORS = new CampaignField<>(
            "outpace.pacing.machine_errors", campaign -> pacing(campaign).machineErrors());
    static final CampaignField<String> ABANDON_MESSAGE = new CampaignField<>(
            "outpace.compliance.abandon_message", campaign -> rules(campaign).abandonMessage());
    /** In milliseconds. */
    static final CampaignField<Integer> ABANDON_AFTER = new CampaignField<>(
            "outpace.compliance.abandon_after", campaign -> rules(campaign).abandonAfter());

    static final CampaignField<AbandonFrom> ABANDON_FROM = new CampaignField<>(
            "outpace.compliance.abandon_from", campaign -> rules(campaign).abandonFrom());
    static final CampaignField<Boolean> COUNTS_WAITS = new CampaignField<>(
            "outpace.compliance.abandon_counts_waits",
            campaign -> rules(campaign).countsWaits());

    static final CampaignField<Integer> REDIAL_HOURS = new CampaignField<>(
            "outpace.compliance.redial_hours", campaign -> rules(campaign).redialHours());
    static final CampaignField<Boolean> REDIAL_WITH_AGENT = new CampaignField<>(
            "outpace.compliance.redial_with_agent", campaign -> rules(campaign).redialWithAgent());
    /** In milliseconds. */
    static final CampaignField<Integer> MINIMUM_RING = new CampaignField<>(
            "outpace.compliance.minimum_ring", campaign -> rules(campaign).minimumRing());

    static final CampaignField<Boolean> RECORD_CALLS = new CampaignField<>(
            "outpace.record_calls", campaign -> campaign.options().recording().on());
    static final CampaignField<Integer> KEEP_RECORDINGS = new CampaignField<>(
            "outpace.keep_recordings_days",
            campaign -> campaign.options().recording().keepDays());

    /** Where the cards of the flow lie; Outpace's own. */
    static final CampaignField<Json.Obj> LAYOUT = new CampaignField<>("outpace", CampaignField::layout);

    static final List<CampaignField<?>> ALL = List.of(
            NAME,
            DETAIL,
            TYPE,
            SERVICE_LEVEL,
            POLICY,
            ABANDON_TARGET,
            WINDOW,
            DENOMINATOR,
            HOLD_AT_TARGET,
            MACHINE_ERRORS,
            ABANDON_MESSAGE,
            ABANDON_AFTER,
            ABANDON_FROM,
            COUNTS_WAITS,
            REDIAL_HOURS,
            REDIAL_WITH_AGENT,
            MINIMUM_RING,
            RECORD_CALLS,
            KEEP_RECORDINGS,
            END_HANDLE,
            ACTIONS,
            OUTPLAN,
            LIST,
            QUEUE,
            RULES,
            FRESH_SHARE,
            NEXT,
            LAYOUT);

    /** A value for each field. */
    interface Values {
        <T> T of(CampaignField<T> field);
    }

    private static final String LAYOUT_NAME = "layout";

    private final String place;
    private final Function<Campaign, T> of;
    private final BiPredicate<T, T> same;

    private CampaignField(String place, Function<Campaign, T> of) {
        this(place, of, Object::equals);
    }

    private CampaignField(String place, Function<Campaign, T> of, BiPredicate<T, T> same) {
        this.place = place;
        this.of = of;
        this.same = same;
    }

    String place() {
        return place;
    }

    T of(Campaign campaign) {
        return of.apply(campaign);
    }

    boolean same(T one, T other) {
        return same.test(one, other);
    }

    private static PacingChoice pacing(Campaign campaign) {
        return campaign.options().pacing();
    }

    private static Compliance rules(Campaign campaign) {
        return campaign.options().compliance();
    }

    /** The campaign with other values of the fields. */
    static Campaign compose(Campaign campaign, Values values) {
        return new Campaign(
                campaign.id(),
                values.of(TYPE),
                values.of(NAME),
                values.of(DETAIL),
                campaign.status(),
                values.of(SERVICE_LEVEL),
                values.of(END_HANDLE),
                values.of(ACTIONS),
                values.of(OUTPLAN),
                values.of(LIST),
                values.of(QUEUE),
                values.of(NEXT),
                withLayout(options(campaign, values), values.of(LAYOUT)),
                campaign.stamps(),
                campaign.unknown());
    }

    private static CampaignOptions options(Campaign campaign, Values values) {
        return campaign.options()
                .withPacing(new PacingChoice(
                        values.of(POLICY),
                        values.of(ABANDON_TARGET),
                        values.of(WINDOW),
                        values.of(DENOMINATOR),
                        values.of(HOLD_AT_TARGET),
                        values.of(MACHINE_ERRORS),
                        pacing(campaign).unknown()))
                .withCompliance(new Compliance(
                        values.of(ABANDON_MESSAGE),
                        values.of(ABANDON_AFTER),
                        values.of(ABANDON_FROM),
                        values.of(COUNTS_WAITS),
                        values.of(REDIAL_HOURS),
                        values.of(REDIAL_WITH_AGENT),
                        values.of(MINIMUM_RING),
                        rules(campaign).unknown()))
                .withRecording(new CallRecording(values.of(RECORD_CALLS), values.of(KEEP_RECORDINGS)))
                .withRules(values.of(RULES))
                .withFreshShare(values.of(FRESH_SHARE));
    }

    private static Json.Obj layout(Campaign campaign) {
        return campaign.options().unknown().get(LAYOUT_NAME) instanceof Json.Obj layout ? layout : Json.Obj.EMPTY;
    }

    private static CampaignOptions withLayout(CampaignOptions options, Json.Obj layout) {
        var rest = options.unknown();
        if (layout.isEmpty() && rest.get(LAYOUT_NAME) == null) {
            return options;
        }
        return options.withUnknown(layout.isEmpty() ? rest.without(LAYOUT_NAME) : rest.with(LAYOUT_NAME, layout));
    }

    /** An id that was not assigned yet is given by saving, which is no other value. */
    private static boolean sameActions(List<Action> edited, List<Action> saved) {
        if (edited.size() != saved.size()) {
            return false;
        }
        for (int i = 0; i < edited.size(); i++) {
            var action = edited.get(i);
            var other = saved.get(i);
            var wanted = Ids.isNil(action.id()) ? action.withId(other.id()) : action;
            if (!wanted.equals(Ids.isNil(other.id()) ? other.withId(wanted.id()) : other)) {
                return false;
            }
        }
        return true;
    }
}
