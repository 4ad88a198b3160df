package dev.outpace.telephony.asterisk;

import dev.outpace.model.Agent;
import dev.outpace.telephony.asterisk.ami.AmiMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the agents' phones do besides our calls: the calls that are not ours, each from its first channel on, and whether a phone can
 * be reached. A person with one phone counts once, however many queues and channels there are.
 */
final class AgentLines {
    private static final Set<String> NOT_THERE = Set.of("UNAVAILABLE", "INVALID");

    private final Map<PhoneDevice, List<UUID>> agents = new HashMap<>();
    private final Map<UUID, PhoneDevice> devices = new HashMap<>();
    /** Channels that are no legs of ours, by their ids. */
    private final Map<String, PhoneDevice> channels = new HashMap<>();

    private final Map<PhoneDevice, Integer> channelCounts = new HashMap<>();
    /** Devices that can't be reached. */
    private final Set<PhoneDevice> away = new HashSet<>();

    void assign(List<Agent> assigned) {
        agents.clear();
        devices.clear();
        for (var agent : assigned) {
            if (agent.phone() != null) {
                var device = PhoneDevice.of(agent.phone());
                devices.put(agent.id(), device);
                agents.computeIfAbsent(device, _ -> new ArrayList<>()).add(agent.id());
            }
        }
    }

    List<UUID> agentsAt(PhoneDevice device) {
        return agents.getOrDefault(device, List.of());
    }

    /** Returns the agents at whose phone it may have changed something. */
    List<UUID> created(String channelId, String channel) {
        var device = PhoneDevice.ofChannel(channel);
        if (channels.put(channelId, device) == null) {
            channelCounts.merge(device, 1, Integer::sum);
        }
        return agentsAt(device);
    }

    /** The channel is gone, or is a leg of ours. Returns the agents at whose phone it may have changed something. */
    List<UUID> notOther(String channelId) {
        var device = channels.remove(channelId);
        if (device == null) {
            return List.of();
        }
        channelCounts.computeIfPresent(device, (_, count) -> count == 1 ? null : count - 1);
        return agentsAt(device);
    }

    List<UUID> stated(String deviceName, String state) {
        var device = new PhoneDevice(deviceName);
        boolean changed = NOT_THERE.contains(state) ? away.add(device) : away.remove(device);
        return changed ? agentsAt(device) : List.of();
    }

    /** All that there is. */
    void listed(List<AmiMessage> rows, List<AmiMessage> states, Set<String> ourLegs) {
        channels.clear();
        channelCounts.clear();
        away.clear();
        for (var row : rows) {
            if (!ourLegs.contains(row.get("Uniqueid"))) {
                created(row.get("Uniqueid"), row.get("Channel"));
            }
        }
        for (var state : states) {
            stated(state.get("Device"), state.get("State"));
        }
    }

    boolean isInOtherCall(UUID agentId) {
        var device = devices.get(agentId);
        return device != null && channelCounts.containsKey(device);
    }

    boolean isReachable(UUID agentId) {
        var device = devices.get(agentId);
        return device != null && !away.contains(device);
    }
}
