package zeren.layer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import zeren.trail.Deed;
import zeren.trail.DeedKind;

/**
 * What the trail is told of a change set: how many features it touched and, where they are few,
 * field by field what changed. All of it stays in the versions.
 */
final class ChangeDeed {

  private static final int FEW = 20;

  /** Of a text that is told in full. */
  private static final int LONGEST = 500;

  private final String layer;
  private final ChangeNote note;
  private final List<Map<String, Object>> changes = new ArrayList<>();
  private @Nullable String only;
  private @Nullable Long undoes;
  private long created;
  private long changed;
  private long ended;

  ChangeDeed(String layer, ChangeNote note) {
    this.layer = layer;
    this.note = note;
  }

  void created(FeatureVersion now) {
    created++;
    tell(now.id(), null, now);
  }

  void changed(FeatureVersion before, FeatureVersion now) {
    changed++;
    tell(now.id(), before, now);
  }

  void ended(String id) {
    ended++;
    touch(id);
  }

  /** Features that another change set had touched are as they were before it. */
  void reversed(long other, Iterable<String> ids) {
    undoes = other;
    for (String id : ids) {
      changed++;
      touch(id);
    }
  }

  private void touch(String id) {
    only = features() == 1 ? id : null;
  }

  private long features() {
    return created + changed + ended;
  }

  private void tell(String id, @Nullable FeatureVersion before, FeatureVersion now) {
    touch(id);
    if (features() > FEW) {
      return;
    }
    for (FieldChange change : FieldChange.between(before, now)) {
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("id", id);
      told.put("field", change.field());
      put(told, "before", change.before());
      put(told, "after", change.after());
      changes.add(told);
    }
  }

  private static void put(Map<String, Object> told, String name, @Nullable Object value) {
    if (value != null) {
      told.put(name, plain(value));
    }
  }

  private static Object plain(Object value) {
    if (value instanceof Number || value instanceof Boolean) {
      return value;
    }
    String text = value instanceof Geometry geometry ? words(geometry) : value.toString();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  /** A shape of many corners says nothing as text; which it is stands in the history. */
  private static String words(Geometry geometry) {
    return geometry.getNumPoints() <= 5
        ? geometry.toText()
        : geometry.getGeometryType() + " (" + geometry.getNumPoints() + ")";
  }

  Deed toDeed(long changeSet) {
    Deed deed =
        Deed.of(DeedKind.valueOf(note.kind().name()), note.by())
            .on(layer, only)
            .in(changeSet)
            .with("created", created == 0 ? null : created)
            .with("changed", changed == 0 ? null : changed)
            .with("ended", ended == 0 ? null : ended)
            .with("note", note.note())
            .with("import", note.importId())
            .with("undoes", undoes);
    return features() > FEW || changes.isEmpty() ? deed : deed.with("changes", changes);
  }
}
