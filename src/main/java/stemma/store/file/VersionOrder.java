package stemma.store.file;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stemma.prompt.VersionLabel;

/// The order in which the versions of a prompt were appended, the head last.
///
/// Each version has at most one before it: of recorded versions the one recorded before, else the parent, else (for a
/// bare file, which tells neither parent nor time) the next lower label. A version comes after the one before it; of
/// several that could come next, that with the earliest time, then the lowest label. A step that would close a circle
/// is not counted.
final class VersionOrder {
    private static final Comparator<StoredVersion> BY_TIME =
            Comparator.<StoredVersion, Instant>comparing(version -> version.createdAt)
                    .thenComparing(version -> version.label);

    private final Map<VersionLabel, StoredVersion> versions = new HashMap<>();
    private final Map<VersionLabel, VersionLabel> before = new HashMap<>();
    /// Without parents no step can close a circle.
    private boolean circlesPossible;

    private VersionOrder() {}

    /// @param all recorded versions first, in the order of the record
    static List<StoredVersion> sort(Collection<StoredVersion> all) {
        VersionOrder order = new VersionOrder();
        all.forEach(version -> order.versions.put(version.label, version));
        order.findBefore(all);
        return order.sorted(all);
    }

    private void findBefore(Collection<StoredVersion> all) {
        @Nullable VersionLabel last = null;
        List<StoredVersion> bare = new ArrayList<>();
        for (StoredVersion version : all) {
            if (version.recorded.isPresent()) {
                if (last != null) {
                    before.put(version.label, last);
                }
                last = version.label;
            }
        }
        circlesPossible = last != null;
        for (StoredVersion version : all) {
            if (version.recorded.isEmpty() && version.parent.isPresent()) {
                circlesPossible = true;
                step(version.label, version.parent.get());
            } else if (version.recorded.isEmpty() && !version.placed) {
                bare.add(version);
            }
        }
        if (bare.isEmpty()) {
            return;
        }
        List<VersionLabel> labels = versions.keySet().stream().sorted().toList();
        Map<VersionLabel, Integer> places = new HashMap<>();
        for (VersionLabel label : labels) {
            places.put(label, places.size());
        }
        for (StoredVersion version : bare) {
            boolean stepped = false;
            for (int place = places.get(version.label) - 1; place >= 0 && !stepped; place--) {
                stepped = step(version.label, labels.get(place));
            }
        }
    }

    private boolean step(VersionLabel version, VersionLabel earlier) {
        if (!versions.containsKey(earlier) || version.equals(earlier)) {
            return false;
        }
        if (circlesPossible) {
            VersionLabel at = earlier;
            while (at != null) {
                if (at.equals(version)) {
                    return false;
                }
                at = before.get(at);
            }
        }
        before.put(version, earlier);
        return true;
    }

    private List<StoredVersion> sorted(Collection<StoredVersion> all) {
        Map<VersionLabel, List<StoredVersion>> after = new HashMap<>();
        PriorityQueue<StoredVersion> ready = new PriorityQueue<>(BY_TIME);
        for (StoredVersion version : all) {
            VersionLabel earlier = before.get(version.label);
            if (earlier == null) {
                ready.add(version);
            } else {
                after.computeIfAbsent(earlier, _ -> new ArrayList<>()).add(version);
            }
        }
        List<StoredVersion> sorted = new ArrayList<>(all.size());
        Set<VersionLabel> done = new HashSet<>();
        while (!ready.isEmpty()) {
            StoredVersion next = ready.remove();
            if (done.add(next.label)) {
                sorted.add(next);
                ready.addAll(after.getOrDefault(next.label, List.of()));
            }
        }
        return sorted;
    }
}
