package zeren.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.springframework.stereotype.Service;
import zeren.geo.LonLat;
import zeren.layer.Column;
import zeren.layer.FieldType;
import zeren.layer.GeometryType;
import zeren.layer.LayerCatalog;
import zeren.layer.LayerDeclaration;
import zeren.layer.LayerField;
import zeren.layer.LayerView;
import zeren.layer.Viewer;

/** Finds what somebody knows an id, a name, a part of an address or coordinates of. */
@Service
public class Finder {

  /** Projections without a zone in their eastings leave this many degrees to the data's extent. */
  private static final double SLACK = 1.5;

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final LayerCatalog catalog;

  Finder(LayerCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * What a text could mean.
   *
   * @param places what it means as coordinates, one for each datum that they could be in
   * @param total features found; the best of them are in {@code features}
   */
  public record Findings(List<FoundPlace> places, List<FoundFeature> features, long total) {}

  /**
   * @param crs the system the text is read in
   * @param x longitude or easting as written
   * @param y latitude or northing as written
   * @param lon in EPSG:4490
   * @param lat in EPSG:4490
   * @param inside names of the districts that cover it
   */
  public record FoundPlace(
      String crs, double x, double y, double lon, double lat, List<String> inside) {}

  /**
   * @param why {@code id}, {@code name}, or the field that holds the text
   * @param text the value of that field
   * @param lon of a point inside, in EPSG:4490
   * @param box west, south, east, north
   */
  public record FoundFeature(
      String layer,
      String id,
      String name,
      String why,
      String text,
      double lon,
      double lat,
      double[] box) {}

  private record Match(int rank, LayerView view, int row, String why) {}

  /**
   * @param day as of which is looked; null means today
   */
  public Findings find(String text, Viewer viewer, @Nullable LocalDate day, int limit) {
    List<LayerView> views =
        catalog.list(viewer).stream()
            .filter(layer -> layer.geometry() != GeometryType.NONE)
            .map(layer -> catalog.get(layer.id(), viewer, day))
            .toList();
    List<FoundPlace> places = places(text, views);
    List<Match> matches = new ArrayList<>();
    long total = 0;
    for (LayerView view : views) {
      total += match(view, text.strip().toLowerCase(Locale.ROOT), limit, matches);
    }
    return new Findings(
        places,
        matches.stream()
            .sorted(
                Comparator.comparingInt(Match::rank)
                    .thenComparing(match -> match.view().name(match.row()).length()))
            .limit(limit)
            .map(Finder::toFeature)
            .toList(),
        total);
  }

  private List<FoundPlace> places(String text, List<LayerView> views) {
    List<CoordinateText.Reading> readings = CoordinateText.read(text);
    List<CoordinateText.Reading> likely =
        readings.stream().filter(reading -> isNear(reading.at(), views)).toList();
    return (readings.size() > 3 ? likely : readings)
        .stream()
            .map(
                reading ->
                    new FoundPlace(
                        reading.crs(),
                        reading.x(),
                        reading.y(),
                        reading.at().lon(),
                        reading.at().lat(),
                        inside(reading.at(), views)))
            .toList();
  }

  private static boolean isNear(LonLat at, List<LayerView> views) {
    Envelope all = new Envelope();
    views.forEach(view -> all.expandToInclude(view.extent()));
    all.expandBy(SLACK);
    return all.contains(at.lon(), at.lat());
  }

  private static List<String> inside(LonLat at, List<LayerView> views) {
    Point point = GEOMETRIES.createPoint(new Coordinate(at.lon(), at.lat()));
    List<String> names = new ArrayList<>();
    for (LayerView view : views) {
      if (view.declaration().id().equals("district")) {
        view.search(
            point.getEnvelopeInternal(),
            row -> {
              if (view.geometry(row).covers(point)) {
                names.add(view.name(row));
              }
            });
      }
    }
    return names;
  }

  /** Adds the best of the layer's matches, and returns how many there are. */
  private static long match(LayerView view, String wanted, int limit, List<Match> matches) {
    LayerDeclaration layer = view.declaration();
    List<LayerField> texts =
        view.fields().stream()
            .filter(field -> field.type() == FieldType.TEXT && field.values() == null)
            .filter(field -> field.refersTo() == null && !field.name().equals(layer.name()))
            .filter(field -> !field.name().equals("source"))
            .toList();
    List<IntPredicate> holding = new ArrayList<>();
    for (LayerField field : texts) {
      Column column = view.findColumn(field.name());
      holding.add(
          column == null
              ? row -> false
              : column.having(value -> contains(value.toString(), wanted)));
    }
    int[] kept = new int[4];
    long total = 0;
    for (int row = 0; row < view.size(); row++) {
      String why = null;
      int rank = rank(view, row, wanted);
      if (rank < 3) {
        why = rank == 0 || !contains(view.name(row), wanted) ? "id" : "name";
      } else {
        for (int i = 0; i < holding.size() && why == null; i++) {
          why = holding.get(i).test(row) ? texts.get(i).name() : null;
        }
      }
      if (why != null) {
        total++;
        if (kept[rank]++ < limit) {
          matches.add(new Match(rank, view, row, why));
        }
      }
    }
    return total;
  }

  private static int rank(LayerView view, int row, String wanted) {
    String name = view.name(row).toLowerCase(Locale.ROOT);
    String id = view.id(row).toLowerCase(Locale.ROOT);
    if (id.equals(wanted)) {
      return 0;
    }
    if (name.startsWith(wanted)) {
      return 1;
    }
    return name.contains(wanted) || id.contains(wanted) ? 2 : 3;
  }

  private static boolean contains(String text, String wanted) {
    return text.toLowerCase(Locale.ROOT).contains(wanted);
  }

  private static FoundFeature toFeature(Match match) {
    LayerView view = match.view();
    int row = match.row();
    Geometry geometry = view.geometry(row);
    Point inside = geometry.getInteriorPoint();
    Envelope box = geometry.getEnvelopeInternal();
    String text =
        switch (match.why()) {
          case "id" -> view.id(row);
          case "name" -> view.name(row);
          default -> String.valueOf(view.value(row, match.why()));
        };
    return new FoundFeature(
        view.declaration().id(),
        view.id(row),
        view.name(row),
        match.why(),
        text,
        inside.getX(),
        inside.getY(),
        new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()});
  }
}
