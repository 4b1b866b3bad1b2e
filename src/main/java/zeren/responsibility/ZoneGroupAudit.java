package zeren.responsibility;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import zeren.geo.Geodesy;
import zeren.layer.LayerDeclaration;
import zeren.layer.LayerView;
import zeren.layer.ZoneRule;

/** Zones that lie in several districts and for which nobody leads the joint control. */
@Component
@Order(8)
class ZoneGroupAudit implements Audit {

  /** Less of a zone than this, some 30 m² of the usual one, is a matter of drawing. */
  private static final double LEAST_SHARE = 1e-6;

  @Override
  public Set<FindingKind> kinds() {
    return Set.of(FindingKind.ZONE_WITHOUT_GROUP);
  }

  @Override
  public Stream<FindingDraft> run(AuditDay day) {
    AuditPlaces places = new AuditPlaces(day);
    return day.layers().stream()
        .filter(layer -> layer.zone() != null)
        .map(LayerDeclaration::id)
        .map(day::view)
        .flatMap(
            view ->
                IntStream.range(0, view.size())
                    .filter(row -> ResponsibilityMap.hasZone(view, row))
                    .filter(row -> !day.map().hasLead(AuditDay.ref(view, row)))
                    .boxed()
                    .flatMap(row -> finding(day, places, view, row)));
  }

  private static Stream<FindingDraft> finding(
      AuditDay day, AuditPlaces places, LayerView view, int row) {
    List<FeatureRef> touched = districts(day, view, row);
    if (touched.size() < 2) {
      return Stream.empty();
    }
    AuditPlaces.Districts own = places.districtsOf(view.lon(row), view.lat(row));
    return Stream.of(
        FindingDraft.of(FindingKind.ZONE_WITHOUT_GROUP)
            .key(view.declaration().id(), view.id(row))
            .subject(view, row)
            .others(touched)
            .district(own.county(), own.zone())
            .role(Role.LEAD.code(), Topic.ALL)
            .verdict("no_assignment")
            .build());
  }

  /** The districts that have a part of the zone to answer for, the largest part first. */
  private static List<FeatureRef> districts(AuditDay day, LayerView view, int row) {
    ZoneRule rule = view.declaration().zone();
    double radius = rule == null ? 0 : rule.radius();
    Geometry circle = Geodesy.circle(view.lon(row), view.lat(row), radius);
    Place zone = new Place(view.lon(row), view.lat(row), 0, null, circle);
    return day.map().areas(zone).stream()
        .filter(seat -> seat.layer().role() == Role.TERRITORIAL && seat.net() > LEAST_SHARE)
        .sorted(java.util.Comparator.comparingDouble(Seat::net).reversed())
        .map(Seat::ref)
        .toList();
  }
}
