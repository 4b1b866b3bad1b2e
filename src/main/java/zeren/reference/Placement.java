package zeren.reference;

import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import zeren.layer.FeatureDraft;

/**
 * Draws places inside the counties: denser in urban districts, and denser still in and around
 * development zones.
 */
final class Placement {

  private static final double URBAN_DENSITY = 6;
  private static final double RURAL_DENSITY = 1;
  private static final double SHARE_NEAR_ZONES = 0.2;
  private static final double SHARE_RECORDED_UNDER_ZONE = 0.5;

  /** About 3 km: how far the surroundings of a zone reach. */
  private static final double SURROUNDINGS_DEGREES = 0.03;

  /** Steps per degree, about 0.1 m. */
  private static final double SCALE = 1e6;

  private final List<FeatureDraft> counties;
  private final List<FeatureDraft> zones;
  private final AreaLocator inCounties;
  private final AreaLocator inZones;
  private final Shares<Integer> countyShares = new Shares<>();

  Placement(List<FeatureDraft> counties, List<FeatureDraft> zones) {
    this.counties = counties;
    this.zones = zones;
    this.inCounties = new AreaLocator(counties);
    this.inZones = new AreaLocator(zones);
    for (int i = 0; i < counties.size(); i++) {
      boolean urban = nameOf(counties.get(i)).endsWith("区");
      double density = urban ? URBAN_DENSITY : RURAL_DENSITY;
      countyShares.with(i, density * counties.get(i).geometry().getArea());
    }
  }

  /**
   * @param lonLat in degrees, x is longitude
   * @param district id of who has the place on record: its county, or the development zone that it
   *     lies in
   */
  record Place(Coordinate lonLat, String district) {}

  Place draw(SplittableRandom random) {
    boolean nearZone = !zones.isEmpty() && random.nextDouble() < SHARE_NEAR_ZONES;
    Coordinate lonLat = nearZone ? drawNearZone(random) : drawInCounty(random);
    return new Place(lonLat, districtOf(lonLat, random));
  }

  private Coordinate drawNearZone(SplittableRandom random) {
    FeatureDraft zone = zones.get(random.nextInt(zones.size()));
    Envelope around = new Envelope(zone.geometry().getEnvelopeInternal());
    around.expandBy(SURROUNDINGS_DEGREES);
    Coordinate lonLat = drawIn(around, random);
    while (inCounties.indexOf(lonLat) < 0) {
      lonLat = drawIn(around, random);
    }
    return lonLat;
  }

  private Coordinate drawInCounty(SplittableRandom random) {
    int county = countyShares.draw(random);
    Envelope box = counties.get(county).geometry().getEnvelopeInternal();
    Coordinate lonLat = drawIn(box, random);
    while (!inCounties.covers(county, lonLat)) {
      lonLat = drawIn(box, random);
    }
    return lonLat;
  }

  private static Coordinate drawIn(Envelope box, SplittableRandom random) {
    double lon = box.getMinX() + random.nextDouble() * box.getWidth();
    double lat = box.getMinY() + random.nextDouble() * box.getHeight();
    return new Coordinate(Math.rint(lon * SCALE) / SCALE, Math.rint(lat * SCALE) / SCALE);
  }

  private String districtOf(Coordinate lonLat, SplittableRandom random) {
    int zone = inZones.indexOf(lonLat);
    boolean underZone = zone >= 0 && random.nextDouble() < SHARE_RECORDED_UNDER_ZONE;
    return (underZone ? zones.get(zone) : counties.get(inCounties.indexOf(lonLat))).id();
  }

  private static String nameOf(FeatureDraft district) {
    return (String) Objects.requireNonNull(district.properties().get("name"));
  }
}
