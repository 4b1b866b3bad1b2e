package zeren.responsibility;

import static zeren.responsibility.Parties.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Polygon;
import zeren.geo.Geodesy;
import zeren.geo.LonLat;
import zeren.layer.LayerView;
import zeren.responsibility.JointControl.Cell;
import zeren.responsibility.JointControl.Department;
import zeren.responsibility.JointControl.District;
import zeren.responsibility.JointControl.Vacancy;
import zeren.responsibility.JointControl.Zone;
import zeren.responsibility.JointControl.ZoneObject;
import zeren.zone.Near.Centre;
import zeren.zone.Near.Find;
import zeren.zone.Near.Sought;
import zeren.zone.NearFinder;

/** Finds all who are responsible in a zone. One finder for one day; not safe between threads. */
public final class JointControlFinder {

  private static final String SITES = "site";
  private static final String ENTERPRISES = "enterprise";
  private static final double SQUARE_METRES = 1e6;

  private final ResponsibilityMap map;
  private final Set<Topic> topics;
  private final ObjectDuties duties;
  private final List<Sought> objects = new ArrayList<>();

  public JointControlFinder(ResponsibilityMap map, Set<Topic> topics) {
    this.map = map;
    this.topics = topics;
    this.duties = new ObjectDuties(map, topics);
    map.registers().forEach(view -> objects.add(new Sought(view, row -> true)));
  }

  /** What is found of an object, beside itself. */
  private record Found(Find find, ObjectDuties.Duties duties) {

    String layer() {
      return find.view().declaration().id();
    }

    FeatureRef ref() {
      return new FeatureRef(layer(), find.view().id(find.row()), find.view().name(find.row()));
    }
  }

  /** Everything in the zone. */
  public JointControl find(Zone zone) {
    Polygon circle = Geodesy.circle(zone.lon(), zone.lat(), zone.radius());
    double area = Geodesy.area(circle);
    List<Seat> here = map.areas(new Place(zone.lon(), zone.lat(), 0, null, circle));
    List<Found> found = findObjects(zone);
    List<District> districts = districts(here, found, area);
    List<Cell> cells = cells(here, area);
    List<Department> departments = departments(found);
    return new JointControl(
        zone,
        area / SQUARE_METRES,
        districts,
        departments,
        cells,
        gaps(zone, here, found, cells),
        convened(zone, districts, departments),
        found.stream().map(JointControlFinder::toObject).toList(),
        isSynthetic(here, found));
  }

  private static boolean isSynthetic(List<Seat> here, List<Found> found) {
    return here.stream().anyMatch(seat -> Parties.isSynthetic(seat.layer().view(), seat.row()))
        || found.stream()
            .anyMatch(object -> Parties.isSynthetic(object.find().view(), object.find().row()));
  }

  private List<Found> findObjects(Zone zone) {
    Centre centre =
        new Centre(
            zone.centre().layer(),
            zone.centre().id(),
            zone.centre().name(),
            new LonLat(zone.lon(), zone.lat()));
    return NearFinder.find(List.of(centre), objects, zone.radius(), null).get(0).found().stream()
        .map(find -> new Found(find, duties.of(find.view(), find.row())))
        .toList();
  }

  private List<District> districts(List<Seat> here, List<Found> found, double area) {
    return here.stream()
        .filter(seat -> seat.layer().role() == Role.TERRITORIAL && seat.net() > 0)
        .sorted(Comparator.comparingInt(Seat::order).thenComparingDouble(seat -> -seat.net()))
        .map(
            seat -> {
              FeatureRef ref = seat.ref();
              List<Found> inside =
                  found.stream().filter(object -> ref.equals(object.duties().district())).toList();
              return new District(
                  ref,
                  text(seat.layer().view(), seat.row(), "kind"),
                  seat.net() * area / SQUARE_METRES,
                  seat.net(),
                  count(inside, SITES),
                  count(inside, ENTERPRISES),
                  holder(seat));
            })
        .toList();
  }

  private static int count(List<Found> found, String layer) {
    return (int) found.stream().filter(object -> object.layer().equals(layer)).count();
  }

  /** Who is in charge of an area as such: by assignment, else by its own record. */
  private @Nullable Party holder(Seat seat) {
    return map.holder(seat.layer(), seat.row(), topics);
  }

  private List<Cell> cells(List<Seat> here, double area) {
    return here.stream()
        .filter(seat -> seat.layer().role() == Role.GRID_CHIEF && seat.covers())
        .sorted(Comparator.comparingInt(Seat::order).thenComparingDouble(seat -> -seat.share()))
        .map(
            seat ->
                new Cell(
                    seat.ref(),
                    seat.layer().level(seat.row()),
                    seat.share() * area / SQUARE_METRES,
                    seat.share(),
                    seat.net() > 0,
                    holder(seat)))
        .toList();
  }

  private static List<Department> departments(List<Found> found) {
    Map<Party, List<Found>> byParty = new LinkedHashMap<>();
    for (Found object : found) {
      for (Party party : object.duties().departments()) {
        byParty.computeIfAbsent(party, key -> new ArrayList<>()).add(object);
      }
    }
    ToIntFunction<Department> objects = of -> of.sites() + of.enterprises();
    return byParty.entrySet().stream()
        .map(
            entry ->
                new Department(
                    entry.getKey(),
                    count(entry.getValue(), SITES),
                    count(entry.getValue(), ENTERPRISES)))
        .sorted(
            Comparator.comparingInt(objects)
                .reversed()
                .thenComparing(department -> department.party().id()))
        .toList();
  }

  private List<Vacancy> gaps(Zone zone, List<Seat> here, List<Found> found, List<Cell> cells) {
    List<Vacancy> gaps = new ArrayList<>();
    if (!map.hasLead(zone.centre())) {
      gaps.add(
          new Vacancy(
              zone.centre(), Role.LEAD, "no_assignment", "Nobody leads the joint control here."));
    }
    for (DutyLayer layer : map.duties()) {
      double held =
          here.stream().filter(seat -> seat.layer() == layer).mapToDouble(Seat::net).sum();
      if (layer.dividesTheCity() && held < 1 - Shares.ROUNDING && layer.view().size() > 0) {
        gaps.add(
            new Vacancy(
                zone.centre(),
                layer.role(),
                "outside",
                String.format(
                    java.util.Locale.ROOT,
                    "%.1f %% of the zone lie in no %s.",
                    100 * (1 - held),
                    layer.id())));
      }
    }
    cells.stream()
        .filter(cell -> cell.decides() && cell.chief() == null)
        .forEach(
            cell ->
                gaps.add(
                    new Vacancy(
                        cell.cell(), Role.GRID_CHIEF, "no_holder", "The cell has no chief.")));
    for (Found object : found) {
      object.duties().gaps().stream()
          .filter(gap -> gap.role() != Role.GRID_CHIEF || gap.scope() == null)
          .forEach(
              gap -> gaps.add(new Vacancy(object.ref(), gap.role(), gap.code(), gap.reason())));
    }
    return gaps;
  }

  private List<JointControl.Convened> convened(
      Zone zone, List<District> districts, List<Department> departments) {
    ConvenedParties parties = new ConvenedParties(map.view("unit"));
    for (Assignment assignment : map.assignments().ofZones()) {
      Assignment.Scope scope = assignment.scope();
      boolean isHere =
          scope.layer().equals(zone.centre().layer()) && zone.centre().id().equals(scope.id());
      Set<Topic> shared = EnumSet.copyOf(assignment.topics());
      shared.retainAll(topics);
      if (isHere && !assignment.negated() && !shared.isEmpty()) {
        parties.add(assignment.party(), assignment.role(), zone.centre().name());
      }
    }
    for (District district : districts) {
      Party party = district.party();
      if (party != null) {
        parties.add(party, Role.TERRITORIAL, district.district().name());
      }
    }
    for (Department department : departments) {
      parties.add(
          department.party(),
          Role.SECTOR,
          department.sites() + " 个工地、" + department.enterprises() + " 家企业");
    }
    return parties.toList();
  }

  private static ZoneObject toObject(Found found) {
    Find find = found.find();
    LayerView view = find.view();
    Map<String, String> onRecord = view.declaration().onRecord();
    String recorded = onRecord == null ? null : onRecord.get("district");
    return new ZoneObject(
        found.ref(),
        text(view, find.row(), "type"),
        text(view, find.row(), "class"),
        find.distance(),
        find.bearing(),
        find.at().lon(),
        find.at().lat(),
        found.duties().district(),
        recorded == null ? null : text(view, find.row(), recorded),
        found.duties().cell(),
        found.duties().departments());
  }
}
