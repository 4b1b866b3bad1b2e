package zeren.responsibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import zeren.geo.LocalScale;
import zeren.layer.FeatureDraft;
import zeren.layer.GeometryType;
import zeren.layer.LayerView;
import zeren.responsibility.Impact.Balance;
import zeren.responsibility.Impact.Lack;
import zeren.responsibility.Impact.Move;

/**
 * Compares who is responsible for every object that a change can touch, before and after it. A
 * change of areas or lines touches what lies in their boxes, old and new; a change of a table may
 * touch any object.
 */
public final class ImpactPreview {

  /** More than any snap distance that can be declared. */
  private static final double REACH_METRES = 10_000;

  private final ResponsibilityMap before;
  private final ResponsibilityMap after;
  private final @Nullable List<Envelope> touched;

  private ImpactPreview(
      ResponsibilityMap before, ResponsibilityMap after, @Nullable List<Envelope> touched) {
    this.before = before;
    this.after = after;
    this.touched = touched;
  }

  /**
   * @param layer that would be changed
   * @param drafts features as they would be
   * @param gone ids of features that would be no more
   * @param coverage may know how the cells cover the city before
   */
  public static Impact of(
      LocalDate day,
      ResponsibilityMap before,
      String layer,
      Collection<FeatureDraft> drafts,
      Set<String> gone,
      CoverageAudits coverage) {
    LayerView view = before.view(layer);
    ResponsibilityMap after = before.with(view.with(drafts, gone));
    CoverageChange areas =
        CoverageChange.of(
            new AuditDay(day, before, List::of),
            new AuditDay(day, after, List::of),
            layer,
            coverage);
    return new ImpactPreview(before, after, touched(view, drafts, gone)).compare(areas);
  }

  /** Null when any place may be touched. */
  private static @Nullable List<Envelope> touched(
      LayerView view, Collection<FeatureDraft> drafts, Set<String> gone) {
    if (view.declaration().geometry() == GeometryType.NONE) {
      return null;
    }
    List<Envelope> boxes = new ArrayList<>();
    Set<String> ids = new LinkedHashSet<>(gone);
    for (FeatureDraft draft : drafts) {
      ids.add(draft.id());
      boxes.add(draft.geometry().getEnvelopeInternal());
    }
    for (String id : ids) {
      OptionalInt row = view.findRow(id);
      row.ifPresent(at -> boxes.add(view.box(at)));
    }
    boxes.forEach(ImpactPreview::widen);
    return boxes;
  }

  private static void widen(Envelope box) {
    if (!box.isNull()) {
      LocalScale scale = LocalScale.at(box.centre().y);
      box.expandBy(REACH_METRES / scale.metresPerLon(), REACH_METRES / scale.metresPerLat());
    }
  }

  /** An object on both maps; what is asked about it may itself be what changes. */
  private record Both(Place before, Place after) {}

  private Impact compare(CoverageChange areas) {
    List<Both> objects = objects();
    List<Difference> differences =
        objects.stream().parallel().map(this::difference).filter(Difference::isSome).toList();
    Map<String, int[]> balance = new TreeMap<>();
    differences.stream()
        .flatMap(difference -> difference.moves.stream())
        .forEach(
            move -> {
              move.after().stream()
                  .filter(name -> !move.before().contains(name))
                  .forEach(name -> balance.computeIfAbsent(name, key -> new int[2])[0]++);
              move.before().stream()
                  .filter(name -> !move.after().contains(name))
                  .forEach(name -> balance.computeIfAbsent(name, key -> new int[2])[1]++);
            });
    return new Impact(
        objects.size(),
        differences.stream().flatMap(difference -> difference.moves.stream()).toList(),
        all(differences, difference -> minus(difference.gapsBefore, difference.gapsAfter)),
        all(differences, difference -> minus(difference.gapsAfter, difference.gapsBefore)),
        all(differences, difference -> minus(difference.overlapsBefore, difference.overlapsAfter)),
        all(differences, difference -> minus(difference.overlapsAfter, difference.overlapsBefore)),
        areas.gapsClosed(),
        areas.gapsOpened(),
        areas.overlapsClosed(),
        areas.overlapsOpened(),
        balance.entrySet().stream()
            .map(entry -> new Balance(entry.getKey(), entry.getValue()[0], entry.getValue()[1]))
            .sorted(Comparator.comparingInt((Balance of) -> -(of.gains() + of.loses())))
            .toList());
  }

  private static List<Lack> all(
      List<Difference> differences, java.util.function.Function<Difference, List<Lack>> of) {
    return differences.stream().flatMap(difference -> of.apply(difference).stream()).toList();
  }

  private static List<Lack> minus(Set<Lack> from, Set<Lack> what) {
    return from.stream().filter(lack -> !what.contains(lack)).toList();
  }

  private List<Both> objects() {
    List<Both> objects = new ArrayList<>();
    for (LayerView view : before.views()) {
      if (isOfObjects(view)) {
        String layer = view.declaration().id();
        rows(view)
            .forEach(
                row ->
                    after
                        .findObject(layer, view.id(row))
                        .ifPresent(then -> objects.add(new Both(Place.of(view, row), then))));
      }
    }
    return objects;
  }

  /** Objects are what is no area itself: sites, enterprises, stations, sections, roads, rivers. */
  private static boolean isOfObjects(LayerView view) {
    GeometryType geometry = view.declaration().geometry();
    return geometry == GeometryType.POINT
        || geometry == GeometryType.MULTI_LINE_STRING
        || (geometry == GeometryType.MULTI_POLYGON
            && view.declaration().onRecord() != null
            && view.declaration().duty() != null
            && view.declaration().duty().levels() == null);
  }

  private IntStream rows(LayerView view) {
    if (touched == null) {
      return IntStream.range(0, view.size()).filter(row -> !view.box(row).isNull());
    }
    Set<Integer> rows = new java.util.TreeSet<>();
    touched.stream().filter(box -> !box.isNull()).forEach(box -> view.search(box, rows::add));
    return rows.stream().mapToInt(row -> row);
  }

  private static final class Difference {
    private final List<Move> moves = new ArrayList<>();
    private final Set<Lack> gapsBefore = new LinkedHashSet<>();
    private final Set<Lack> gapsAfter = new LinkedHashSet<>();
    private final Set<Lack> overlapsBefore = new LinkedHashSet<>();
    private final Set<Lack> overlapsAfter = new LinkedHashSet<>();

    boolean isSome() {
      return !moves.isEmpty()
          || !gapsBefore.equals(gapsAfter)
          || !overlapsBefore.equals(overlapsAfter);
    }
  }

  private Difference difference(Both object) {
    Answers was = before.answer(object.before(), Topic.asked(null));
    Answers is = after.answer(object.after(), Topic.asked(null));
    FeatureRef ref = Objects.requireNonNull(object.before().feature());
    Difference difference = new Difference();
    Map<Role, List<Answer>> holdersBefore = holders(was);
    Map<Role, List<Answer>> holdersAfter = holders(is);
    for (Role role : Role.values()) {
      List<Answer> then = holdersBefore.getOrDefault(role, List.of());
      List<Answer> now = holdersAfter.getOrDefault(role, List.of());
      if (!parties(then).equals(parties(now))) {
        difference.moves.add(
            new Move(
                ref, object.before().lon(), object.before().lat(), role, names(then), names(now)));
      }
    }
    was.gaps().forEach(gap -> difference.gapsBefore.add(new Lack(ref, gap.role())));
    is.gaps().forEach(gap -> difference.gapsAfter.add(new Lack(ref, gap.role())));
    was.overlaps().forEach(both -> difference.overlapsBefore.add(new Lack(ref, both.role())));
    is.overlaps().forEach(both -> difference.overlapsAfter.add(new Lack(ref, both.role())));
    return difference;
  }

  private static Map<Role, List<Answer>> holders(Answers answers) {
    Map<Role, List<Answer>> holders = new EnumMap<>(Role.class);
    answers.answers().stream()
        .filter(Answer::effective)
        .forEach(
            answer ->
                holders.computeIfAbsent(answer.role(), role -> new ArrayList<>()).add(answer));
    return holders;
  }

  private static Set<String> parties(List<Answer> answers) {
    Set<String> parties = new LinkedHashSet<>();
    answers.forEach(answer -> parties.add(party(answer.party())));
    return Set.copyOf(parties);
  }

  /** Whom a record names is known by name only: the id is that of the record. */
  private static String party(Party party) {
    return party.kind() + "/" + (party.kind().equals(Party.RECORDED) ? party.name() : party.id());
  }

  private static List<String> names(List<Answer> answers) {
    return answers.stream().flatMap(answer -> Stream.of(answer.party().name())).distinct().toList();
  }
}
