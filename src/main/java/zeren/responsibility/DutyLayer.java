package zeren.responsibility;

import static zeren.responsibility.Parties.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import zeren.layer.Duty;
import zeren.layer.GeometryType;
import zeren.layer.LayerField;
import zeren.layer.LayerView;
import zeren.layer.Visibility;

/** A layer whose features stand for a role, as its declaration says. */
final class DutyLayer {

  /** Areas without levels come after those with: a district after the cells in it. */
  private static final int AFTER_LEVELS = 100;

  private final LayerView view;
  private final Duty duty;
  private final Role role;
  private final Set<Topic> topics;
  private final @Nullable AreaIndex areas;
  private final List<String> levels = new ArrayList<>();
  private final boolean published;

  /** Empty when the layer's declaration says nothing of duties. */
  static Optional<DutyLayer> of(LayerView view) {
    Duty duty = view.declaration().duty();
    return duty == null
        ? Optional.empty()
        : Role.find(duty.role()).map(role -> new DutyLayer(view, duty, role));
  }

  private DutyLayer(LayerView view, Duty duty, Role role) {
    this.view = view;
    this.duty = duty;
    this.role = role;
    this.topics = Topic.of(duty.topics());
    this.areas =
        view.declaration().geometry() == GeometryType.MULTI_POLYGON ? new AreaIndex(view) : null;
    view.declaration()
        .findField(String.valueOf(duty.levels()))
        .map(LayerField::values)
        .ifPresent(values -> levels.addAll(values.keySet()));
    this.published = isPublished(view, duty);
  }

  private static boolean isPublished(LayerView view, Duty duty) {
    Duty.Holder holder = duty.holder();
    return holder != null
        && view.declaration().visibility() == Visibility.PUBLIC
        && isPublic(view, holder.name())
        && (holder.phone() == null || isPublic(view, holder.phone()));
  }

  private static boolean isPublic(LayerView view, String field) {
    return view.declaration()
        .findField(field)
        .filter(declared -> declared.visibility() != Visibility.INTERNAL)
        .isPresent();
  }

  String id() {
    return view.declaration().id();
  }

  /** Whether it is a feature of this layer. */
  boolean holds(Place.@Nullable ObjectRow object) {
    return object != null && object.layer().equals(id());
  }

  LayerView view() {
    return view;
  }

  Role role() {
    return role;
  }

  Set<Topic> topics() {
    return topics;
  }

  boolean isLine() {
    return view.declaration().geometry() == GeometryType.MULTI_LINE_STRING;
  }

  boolean hasLevels() {
    return !levels.isEmpty();
  }

  /** Metres up to which a place belongs to one of the lines. */
  double snapDistance() {
    return Objects.requireNonNull(duty.snapDistance(), "lines have one");
  }

  /**
   * Whether its areas divide the city among those in charge, as districts and cells do. Areas of
   * other roles, such as sites with an outline, lie here and there.
   */
  boolean dividesTheCity() {
    return areas != null && (role == Role.TERRITORIAL || role == Role.GRID_CHIEF);
  }

  /** Null for lines and points. */
  @Nullable AreaIndex areas() {
    return areas;
  }

  /**
   * Where an area stands among those that cover one place: the lower decides. The deepest level is
   * 0.
   */
  int order(int row) {
    if (hasLevels()) {
      int level = levels.indexOf(text(view, row, Objects.requireNonNull(duty.levels())));
      return levels.size() - 1 - level;
    }
    return AFTER_LEVELS + (goesFirst(row) ? 0 : 1);
  }

  /** Whether an area goes before the others of its layer, as a development zone does. */
  boolean goesFirst(int row) {
    Duty.FieldValue first = duty.first();
    return first != null && first.value().equals(text(view, row, first.field()));
  }

  /** The level of an area as the record has it; null when there is none. */
  @Nullable String level(int row) {
    return duty.levels() == null ? null : text(view, row, duty.levels());
  }

  /** Id of the area above; null when it has none. */
  @Nullable String parent(int row) {
    return duty.parent() == null ? null : text(view, row, duty.parent());
  }

  /**
   * How far off the outline of a feature may be, in metres; null when nothing says it, and for what
   * is invented: that has no place to be wrong about.
   */
  @Nullable Double accuracy(int row) {
    return !Parties.isSynthetic(view, row) && view.value(row, "accuracy_m") instanceof Double metres
        ? metres
        : null;
  }

  FeatureRef ref(int row) {
    return new FeatureRef(id(), view.id(row), view.name(row));
  }

  /** Who the feature's own record names; null when it names nobody. */
  @Nullable Party recorded(int row) {
    Duty.Holder holder = duty.holder();
    String name = holder == null ? null : text(view, row, holder.name());
    if (holder == null || name == null) {
      return null;
    }
    String phone = holder.phone() == null ? null : text(view, row, holder.phone());
    return new Party(
        id() + "/" + view.id(row),
        name,
        Party.RECORDED,
        phone,
        null,
        Parties.isSynthetic(view, row),
        published);
  }

  /** Whether the record names nobody but the feature itself, as that of a district does. */
  boolean namesItself() {
    Duty.Holder holder = duty.holder();
    return holder != null && holder.name().equals(view.declaration().name());
  }

  /** Whether the layer names topics as its own, and this one among them. */
  boolean hasAsItsOwn(Topic topic) {
    return topics.size() < Topic.values().length && topics.contains(topic);
  }

  /** What the feature's own record is based on: what is declared, else its source. */
  Basis recordBasis(int row) {
    Duty.Basis declared = duty.basis();
    return declared == null
        ? new Basis(text(view, row, "source"), null)
        : new Basis(declared.document(), declared.clause());
  }
}
