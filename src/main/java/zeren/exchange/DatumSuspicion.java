package zeren.exchange;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import zeren.geo.CoordinateSystem;
import zeren.geo.LonLat;

/**
 * Watches whether points lie inside the districts that their rows name, under the coordinate system
 * named and under the others it is commonly taken for.
 */
final class DatumSuspicion {

  private static final List<CoordinateSystem> CANDIDATES =
      List.of(
          CoordinateSystem.CGCS2000,
          CoordinateSystem.parse("gcj02"),
          CoordinateSystem.parse("bd09"));

  /** From so many rows on that another system would put right, it is offered. */
  private static final long LEAST = 3;

  /** More are not looked at: each is kept with an index of its edges. */
  private static final int MOST_DISTRICTS = 300;

  /** It must put right so many times more rows than it puts wrong. */
  private static final long CLEARLY = 4;

  private final Function<String, @Nullable Geometry> districts;
  private final Map<String, Optional<IndexedPointInAreaLocator>> locators = new HashMap<>();
  private final Map<CoordinateSystem, Tally> tallies = new LinkedHashMap<>();
  private @Nullable CoordinateSystem named;
  private long rows;
  private long insideNamed;

  /** How another system does, compared with the one named. */
  private static final class Tally {
    private long inside;
    private long putRight;
    private long putWrong;
  }

  /**
   * @param districts the area of a district by its id, in EPSG:4490; null when there is none
   */
  DatumSuspicion(Function<String, @Nullable Geometry> districts) {
    this.districts = districts;
  }

  void watch(Place place, String districtId) {
    Coordinate given = place.givenPoint();
    if (given == null || place.crs().projected()) {
      return;
    }
    if (named == null) {
      start(place.crs());
    }
    if (locators.size() == MOST_DISTRICTS && !locators.containsKey(districtId)) {
      return;
    }
    Optional<IndexedPointInAreaLocator> district =
        locators.computeIfAbsent(
            districtId,
            id -> Optional.ofNullable(districts.apply(id)).map(IndexedPointInAreaLocator::new));
    if (district.isEmpty() || !place.crs().equals(named)) {
      return;
    }
    rows++;
    boolean right = covers(district.get(), place.crs(), given);
    insideNamed += right ? 1 : 0;
    tallies.forEach(
        (other, tally) -> {
          boolean inside = covers(district.get(), other, given);
          tally.inside += inside ? 1 : 0;
          tally.putRight += inside && !right ? 1 : 0;
          tally.putWrong += right && !inside ? 1 : 0;
        });
  }

  private void start(CoordinateSystem crs) {
    named = crs;
    for (CoordinateSystem candidate : CANDIDATES) {
      if (!candidate.equals(crs) && !(isTrue(candidate) && isTrue(crs))) {
        tallies.put(candidate, new Tally());
      }
    }
  }

  /** EPSG:4326 and EPSG:4490 are the same here. */
  private static boolean isTrue(CoordinateSystem crs) {
    return crs.code().startsWith("EPSG:");
  }

  private static boolean covers(
      IndexedPointInAreaLocator district, CoordinateSystem crs, Coordinate given) {
    LonLat place = crs.toCanonical(given.x, given.y);
    return district.locate(new Coordinate(place.lon(), place.lat())) != Location.EXTERIOR;
  }

  /**
   * The system to offer: under it most of the points that are outside now would be inside, and it
   * would put right far more than it puts wrong.
   */
  @Nullable SuspectDatum find() {
    SuspectDatum best = null;
    for (Map.Entry<CoordinateSystem, Tally> entry : tallies.entrySet()) {
      Tally tally = entry.getValue();
      boolean offered =
          tally.putRight >= LEAST
              && 2 * tally.putRight > rows - insideNamed
              && tally.putRight >= CLEARLY * tally.putWrong;
      if (offered && named != null && (best == null || tally.inside > best.insideOffered())) {
        best =
            new SuspectDatum(named.code(), entry.getKey().code(), rows, insideNamed, tally.inside);
      }
    }
    return best;
  }
}
