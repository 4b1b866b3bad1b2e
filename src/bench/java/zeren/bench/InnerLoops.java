package zeren.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import zeren.exchange.Readers;
import zeren.geo.GeodesicDisc;
import zeren.geo.Geodesy;
import zeren.layer.FeatureDraft;
import zeren.layer.LayerDeclaration;
import zeren.layer.LayerView;
import zeren.layer.Views;
import zeren.responsibility.CoveringAreas;
import zeren.zone.Near.Centre;
import zeren.zone.NearPairs;

/** The inner loops by themselves, with JMH: of near, of who, of tiles and of filters. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH calls build() before all else
public class InnerLoops {

  /** Sites of the layer; stations are a five-hundredth of them. */
  @Param({"1000000"})
  public int sites;

  private LayerView view;
  private List<Centre> centres;
  private CoveringAreas cells;
  private final Places places = Places.of(4096, 7);
  private int next;

  @Setup
  public void build() throws IOException {
    view = GrowthWork.view(declaration("site"), sites);
    centres = NearWork.centres(view("station", Objects.stations(sites / 500)));
    cells = new CoveringAreas(view("grid_cell", CoveringAreas.largeCity()));
  }

  private static LayerDeclaration declaration(String layer) {
    return Readers.declarations().all().stream()
        .filter(declared -> declared.id().equals(layer))
        .findFirst()
        .orElseThrow();
  }

  private static LayerView view(String layer, List<FeatureDraft> drafts) {
    return Views.of(
        declaration(layer),
        Views.OFFICIAL,
        drafts.stream()
            .filter(draft -> draft.layer().equals(layer))
            .map(draft -> new Views.Item(draft.id(), draft.geometry(), draft.properties()))
            .toList());
  }

  private int place() {
    next = (next + 1) % places.size();
    return next;
  }

  /** All pairs of a station and a site within 3 km, on all cores. */
  @Benchmark
  public int[][] nearJoin() {
    return NearPairs.of(centres, view, NearWork.RADIUS);
  }

  /** Whether one place is within 3 km of another, by the bounds. */
  @Benchmark
  public boolean nearDecision() {
    int to = place();
    return GeodesicDisc.around(113.44, 34.7, NearWork.RADIUS)
        .holds(places.lons()[to], places.lats()[to]);
  }

  /** The same distance measured, to compare. */
  @Benchmark
  public double nearGeodesic() {
    int to = place();
    return Geodesy.distance(113.44, 34.7, places.lons()[to], places.lats()[to]);
  }

  /** The cells that cover a place. */
  @Benchmark
  public int whoCovering() {
    int[] found = {0};
    int at = place();
    cells.find(places.lons()[at], places.lats()[at], row -> found[0] += row);
    return found[0];
  }

  /** A tile with about a fiftieth of the sites. */
  @Benchmark
  public byte[] tileEncode() {
    return TileWork.encode(view);
  }

  /** A filter over all sites. */
  @Benchmark
  public int filter() {
    return FilterWork.count(view, FilterWork.FILTERS.get(0));
  }
}
