package zeren.responsibility;

import java.util.Arrays;
import org.locationtech.jts.geom.Envelope;

/** The edges of one area by bands of latitude of the same height; an edge is in all it meets. */
final class LatitudeBands {

  private static final int EDGES_PER_BAND = 4;

  private final double south;
  private final double perDegree;
  private final int[] starts;
  private final int[] edges;

  LatitudeBands(PackedAreas areas, int area) {
    Envelope box = areas.box(area);
    int[] count = new int[1];
    areas.edges(area, i -> count[0]++);
    int number = Math.max(1, count[0] / EDGES_PER_BAND);
    this.south = box.getMinY();
    this.perDegree = box.getHeight() > 0 ? number / box.getHeight() : 0;
    this.starts = new int[number + 1];
    eachEdge(areas, area, (band, edge) -> starts[band + 1]++);
    for (int band = 0; band < number; band++) {
      starts[band + 1] += starts[band];
    }
    this.edges = new int[starts[number]];
    int[] next = Arrays.copyOf(starts, number);
    eachEdge(areas, area, (band, edge) -> edges[next[band]++] = edge);
  }

  private interface BandAndEdge {
    void accept(int band, int edge);
  }

  private void eachEdge(PackedAreas areas, int area, BandAndEdge receiver) {
    areas.edges(
        area,
        i -> {
          int last = band(Math.max(areas.y(i), areas.y(i + 1)));
          for (int band = band(Math.min(areas.y(i), areas.y(i + 1))); band <= last; band++) {
            receiver.accept(band, i);
          }
        });
  }

  /** The band of a latitude; of those beyond the area the first or the last. */
  int band(double y) {
    return (int) Math.max(0, Math.min(starts.length - 2, (y - south) * perDegree));
  }

  /** Where the edges of a band begin, and those of the band before it end. */
  int start(int band) {
    return starts[band];
  }

  int edge(int at) {
    return edges[at];
  }

  /** Hands over the edges of the bands between two latitudes; some more than once. */
  void edges(double from, double to, PackedAreas.Edges receiver) {
    int last = band(to);
    for (int i = starts[band(from)]; i < starts[last + 1]; i++) {
      receiver.accept(edges[i]);
    }
  }
}
