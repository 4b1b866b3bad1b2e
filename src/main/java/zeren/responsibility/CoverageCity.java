package zeren.responsibility;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import zeren.geo.Geodesy;
import zeren.layer.Duty;
import zeren.layer.LayerView;

/**
 * The area that cells have to cover. Districts that go before the others, the development zones,
 * lie inside counties and add nothing to it; where two counties overlap, the area counts for the
 * first of them, so that the areas of the counties add up to that of the city.
 */
final class CoverageCity {

  private final List<CoverageDistrict> counties = new ArrayList<>();
  private final List<CoverageDistrict> zones = new ArrayList<>();

  static CoverageCity of(LayerView districts) {
    CoverageCity city = new CoverageCity();
    List<CoverageDistrict> found = new ArrayList<>();
    Duty duty = districts.declaration().duty();
    Duty.FieldValue first = duty == null ? null : duty.first();
    for (int row = 0; row < districts.size(); row++) {
      Geometry area = CoverageShapes.valid(districts.geometry(row));
      CoverageDistrict district = new CoverageDistrict(AuditDay.ref(districts, row), area);
      if (first != null && first.value().equals(districts.value(row, first.field()))) {
        city.zones.add(district);
      } else if (!area.isEmpty()) {
        found.add(district);
      }
    }
    Geometry[] areas = found.stream().map(CoverageDistrict::area).toArray(Geometry[]::new);
    if (CoverageValidator.isValid(areas)) {
      city.counties.addAll(found);
    } else {
      found.forEach(city::addWhatIsLeft);
    }
    return city;
  }

  static CoverageCity empty() {
    return new CoverageCity();
  }

  /** Without what an earlier county has. */
  private void addWhatIsLeft(CoverageDistrict county) {
    Geometry left = county.area();
    for (CoverageDistrict earlier : counties) {
      if (earlier.box().intersects(county.box())
          && !CoverageShapes.common(earlier.area(), county.area()).isEmpty()) {
        left =
            CoverageShapes.areal(
                OverlayNGRobust.overlay(left, earlier.area(), OverlayNG.DIFFERENCE));
      }
    }
    if (!left.isEmpty()) {
      counties.add(new CoverageDistrict(county.name(), left));
    }
  }

  List<CoverageDistrict> counties() {
    return counties;
  }

  /** In square metres. */
  double area() {
    return counties.stream().mapToDouble(county -> Geodesy.area(county.area())).sum();
  }

  Optional<FeatureRef> findCounty(Coordinate lonLat) {
    return counties.stream()
        .filter(county -> county.covers(lonLat))
        .map(CoverageDistrict::name)
        .findFirst();
  }

  /** The development zone in which at least half of an area lies. */
  Optional<FeatureRef> findZone(Geometry area) {
    return zones.stream()
        .filter(zone -> zone.box().intersects(area.getEnvelopeInternal()))
        .max(Comparator.comparingDouble(zone -> inside(zone, area)))
        .filter(zone -> inside(zone, area) >= 0.5 * area.getArea())
        .map(CoverageDistrict::name);
  }

  private static double inside(CoverageDistrict zone, Geometry area) {
    return CoverageShapes.common(zone.area(), area).getArea();
  }
}
