package dev.outpace.simulation;

import dev.outpace.model.Campaign;
import dev.outpace.model.PacingChoice;
import dev.outpace.simulation.CampaignPolicy.Adaptive;
import dev.outpace.simulation.CampaignPolicy.ServiceLevel;
import dev.outpace.simulation.baseline.FlooredMultiplier;
import dev.outpace.simulation.baseline.FreeAgentMultiplier;
import dev.outpace.simulation.baseline.Issabel;
import dev.outpace.simulation.baseline.OmniDialer;
import dev.outpace.simulation.baseline.OpenLoop;
import dev.outpace.simulation.baseline.StaticRisk;
import dev.outpace.simulation.baseline.StaticRoot;
import dev.outpace.simulation.baseline.Vicidial;
import dev.outpace.simulation.baseline.Vicidial.OverLimit;
import dev.outpace.simulation.baseline.VoipbinCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The policies of the laboratory by the names that users type: {@code name} or {@code name:number}. */
public final class LabPolicies {
    public static final String SERVICE_LEVEL = "service_level";
    public static final String ADAPTIVE = "adaptive";
    private static final String PROGRESSIVE = "progressive";
    private static final String BOOST = "boost";
    private static final String FREE_FLOOR = "free_floor";
    private static final String STATIC_RISK = "static_risk";
    /** So many lines for each free agent. */
    private static final Set<String> CONSTANT = Set.of(SERVICE_LEVEL, PROGRESSIVE, BOOST, FREE_FLOOR);

    /**
     * A policy with at most one number.
     *
     * @param otherwise default of the number; null if the number is required
     */
    private record Law(
            double lowest, double highest, @Nullable Double otherwise, Maker maker) {}

    @FunctionalInterface
    private interface Maker {
        LabPolicy make(String name, double number);
    }

    private static final double MAX_LINES = 100;
    private static final double MAX_PER_SECOND = 1_000;
    private static final double MAX_MARGIN = 10;

    private final Map<String, Law> laws = new LinkedHashMap<>();

    public LabPolicies() {
        number(
                SERVICE_LEVEL,
                0,
                Campaign.MAX_SERVICE_LEVEL,
                null,
                (name, level) -> new ServiceLevel(name, (int) level));
        number(
                ADAPTIVE,
                PacingChoice.LOWEST_TARGET,
                PacingChoice.HIGHEST_TARGET,
                PacingChoice.ABANDON_TARGET,
                Adaptive::new);
        plain(PROGRESSIVE, name -> new ServiceLevel(name, CampaignPolicy.PROGRESSIVE));
        published();
        vicidial();
        truthTold();
    }

    private void published() {
        number(
                "voipbin_code",
                0,
                Campaign.MAX_SERVICE_LEVEL,
                null,
                (name, level) ->
                        law(name, (campaign, queue, now) -> new VoipbinCode(campaign, queue, now.waker(), level)));
        number(
                BOOST,
                0,
                MAX_LINES,
                null,
                (name, boost) -> law(
                        name,
                        (campaign, queue, now) -> FreeAgentMultiplier.of(campaign.id(), queue, now.waker(), boost)));
        number("free_floor", 0, MAX_LINES, null, (name, lines) -> law(name, (_, _, _) -> new FlooredMultiplier(lines)));
        number(
                "omnidialer",
                1,
                MAX_PER_SECOND,
                1.0,
                (name, perSecond) -> law(
                        name, (campaign, queue, now) -> OmniDialer.of(campaign.id(), queue, now.waker(), perSecond)));
        plain(
                "issabel",
                name -> law(name, (campaign, queue, now) -> Issabel.of(campaign.id(), queue, now.waker(), false)));
        plain(
                "issabel_overcommit",
                name -> law(name, (campaign, queue, now) -> Issabel.of(campaign.id(), queue, now.waker(), true)));
        number(
                "erlang_b",
                PacingChoice.LOWEST_TARGET,
                PacingChoice.HIGHEST_TARGET,
                PacingChoice.ABANDON_TARGET,
                (name, target) -> law(
                        name,
                        (campaign, queue, now) -> OpenLoop.byErlangB(
                                campaign.id(),
                                queue,
                                now.waker(),
                                now.seed(),
                                target,
                                now.numbers().dial().answered(),
                                now.handle().talk().mean()
                                        + now.handle().wrapUp().mean())));
    }

    private void vicidial() {
        for (boolean available : List.of(false, true)) {
            var suffix = available ? "_available" : "";
            number(
                    "vicidial_ratio" + suffix,
                    0,
                    MAX_LINES,
                    null,
                    (name, level) -> law(
                            name,
                            (campaign, queue, now) ->
                                    Vicidial.ratio(campaign.id(), queue, now.waker(), level, available)));
            for (var method : OverLimit.values()) {
                plain(
                        "vicidial_" + method.name().toLowerCase(Locale.ROOT) + suffix,
                        name -> law(
                                name,
                                (campaign, queue, now) ->
                                        Vicidial.adapting(campaign.id(), queue, now.waker(), method, available)));
            }
        }
    }

    /** Rules that are told the truth, for what is left to learn. */
    private void truthTold() {
        number(
                STATIC_RISK,
                0,
                1,
                null,
                (name, threshold) -> law(
                        name,
                        (_, queue, now) -> new StaticRisk(
                                queue,
                                now.numbers(),
                                now.handle(),
                                now.patience().mean(),
                                threshold)));

        for (boolean wrapUp : List.of(false, true)) {
            number(
                    wrapUp ? "static_sqrt_wrap" : "static_sqrt",
                    -MAX_MARGIN,
                    MAX_MARGIN,
                    null,
                    (name, margin) -> law(
                            name,
                            (_, queue, now) -> new StaticRoot(
                                    queue, now.numbers(), now.handle().wrapUp(), margin, wrapUp)));
        }
    }

    private static LabPolicy law(String name, Published.Law law) {
        return new Published(name, law);
    }

    private void number(String name, double lowest, double highest, @Nullable Double otherwise, Maker maker) {
        laws.put(name, new Law(lowest, highest, otherwise, maker));
    }

    private void plain(String name, Function<String, LabPolicy> maker) {
        laws.put(name, new Law(0, -1, 0.0, (text, _) -> maker.apply(text)));
    }

    static boolean isAdaptive(String policy) {
        return law(policy).equals(ADAPTIVE);
    }

    static boolean isConstant(String policy) {
        return CONSTANT.contains(law(policy));
    }

    static boolean isStaticRisk(String policy) {
        return law(policy).equals(STATIC_RISK);
    }

    /** A policy's name without its number. */
    private static String law(String policy) {
        int colon = policy.indexOf(':');
        return colon < 0 ? policy : policy.substring(0, colon);
    }

    /** In the order of the help text. */
    public List<String> names() {
        return List.copyOf(laws.keySet());
    }

    /** Empty if there is no such policy, or its number is missing or out of range. */
    public Optional<LabPolicy> parse(String text) {
        int colon = text.indexOf(':');
        var law = laws.get(law(text));
        if (law == null) {
            return Optional.empty();
        }
        var number = colon < 0 ? law.otherwise() : number(text.substring(colon + 1), law);
        return number == null ? Optional.empty() : Optional.of(law.maker().make(text, number));
    }

    private static @Nullable Double number(String text, Law law) {
        try {
            double number = Double.parseDouble(text);
            return number >= law.lowest() && number <= law.highest() ? (Double) number : null;
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }
}
