package zeren;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zeren.layer.BeforeServing;
import zeren.layer.Declarations;
import zeren.layer.LayerDeclaration;
import zeren.trail.Deed;
import zeren.trail.DeedKind;
import zeren.trail.TrailEntry;
import zeren.trail.TrailFilter;
import zeren.trail.TrailSearch;

/**
 * Tells the trail that the service starts, and which layers are declared otherwise than when it was
 * last told: they come from files, which change while nobody is there to see it.
 */
@Component
class StartTrail extends BeforeServing {

  private static final int MOST_DECLARATIONS = 1_000;
  private static final String DECLARATION = "declaration";

  private final Declarations declarations;
  private final TrailSearch trail;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final JsonMapper json;
  private final BuildProperties build;

  StartTrail(
      Declarations declarations,
      TrailSearch trail,
      ApplicationEventPublisher events,
      TransactionTemplate transaction,
      JsonMapper json,
      BuildProperties build) {
    super(CHECK);
    this.declarations = declarations;
    this.trail = trail;
    this.events = events;
    this.transaction = transaction;
    this.json = json;
    this.build = build;
  }

  @Override
  protected void run() {
    Map<String, JsonNode> before = lastDeclared();
    transaction.executeWithoutResult(
        status -> {
          events.publishEvent(Deed.of(DeedKind.STARTED, null).with("version", build.getVersion()));
          declarations.all().forEach(layer -> tell(layer, before.get(layer.id())));
        });
  }

  private Map<String, JsonNode> lastDeclared() {
    TrailFilter filter =
        new TrailFilter(null, List.of(DeedKind.DECLARED.code()), null, null, null, null, null);
    Map<String, JsonNode> last = new HashMap<>();
    for (TrailEntry entry : trail.find(filter, null, MOST_DECLARATIONS)) {
      last.putIfAbsent(
          String.valueOf(entry.layer()), json.readTree(entry.detail()).path(DECLARATION));
    }
    return last;
  }

  private void tell(LayerDeclaration layer, @Nullable JsonNode before) {
    JsonNode now = json.readTree(json.writeValueAsString(layer));
    if (!now.equals(before)) {
      events.publishEvent(
          Deed.of(DeedKind.DECLARED, null)
              .on(layer.id(), null)
              .with("changes", before == null ? null : changes(before, now))
              .with(DECLARATION, now));
    }
  }

  private static List<Map<String, Object>> changes(JsonNode before, JsonNode now) {
    Map<String, String> were = new TreeMap<>();
    Map<String, String> are = new TreeMap<>();
    leaves("", before, were);
    leaves("", now, are);
    TreeSet<String> places = new TreeSet<>(were.keySet());
    places.addAll(are.keySet());
    List<Map<String, Object>> changes = new ArrayList<>();
    for (String place : places) {
      String was = were.get(place);
      String is = are.get(place);
      if (!Objects.equals(was, is)) {
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("field", place);
        if (was != null) {
          change.put("before", was);
        }
        if (is != null) {
          change.put("after", is);
        }
        changes.add(change);
      }
    }
    return changes;
  }

  /** Everything that is not made of other things, by its place; a field by its name. */
  private static void leaves(String place, JsonNode node, Map<String, String> found) {
    if (node.isObject()) {
      node.properties()
          .forEach(member -> leaves(join(place, member.getKey()), member.getValue(), found));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        String name = node.get(i).path("name").asString(String.valueOf(i));
        leaves(join(place, name), node.get(i), found);
      }
    } else {
      found.put(place, node.asString());
    }
  }

  private static String join(String place, String name) {
    return place.isEmpty() ? name : place + "." + name;
  }
}
