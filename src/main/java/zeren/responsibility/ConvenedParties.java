package zeren.responsibility;

import static zeren.responsibility.Parties.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import zeren.layer.LayerView;
import zeren.responsibility.JointControl.Convened;

/** Collects the parties of a zone: each once, with all its roles and what it is there for. */
final class ConvenedParties {

  private static final class Entry {
    private final Party party;
    private final Set<Role> roles = new TreeSet<>();
    private final Set<String> duties = new LinkedHashSet<>();

    Entry(Party party) {
      this.party = party;
    }
  }

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final LayerView units;

  ConvenedParties(LayerView units) {
    this.units = units;
  }

  void add(Party party, Role role, String duty) {
    Entry entry = entries.computeIfAbsent(party.kind() + "/" + party.id(), key -> new Entry(party));
    entry.roles.add(role);
    entry.duties.add(duty);
  }

  /** Who leads first, then by role. */
  List<Convened> toList() {
    List<Convened> convened = new ArrayList<>();
    entries.values().stream()
        .sorted(
            Comparator.comparing((Entry entry) -> !entry.roles.contains(Role.LEAD))
                .thenComparing(entry -> entry.roles.iterator().next()))
        .forEach(
            entry ->
                convened.add(
                    new Convened(
                        entry.party,
                        List.copyOf(entry.roles),
                        List.copyOf(entry.duties),
                        contact(entry.party))));
    return convened;
  }

  private @Nullable String contact(Party party) {
    Party unit = party.unit() == null ? party : party.unit();
    OptionalInt row = units.findRow(unit.id());
    return row.isEmpty() ? null : text(units, row.getAsInt(), "contact");
  }
}
