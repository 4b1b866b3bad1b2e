package zeren.format;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;

/**
 * Reads the geometry of one Placemark. The first thing wrong with it is kept, and reading goes on
 * behind it.
 */
final class KmlGeometryReader {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final XmlReader xml;
  private final List<Geometry> read = new ArrayList<>();
  private @Nullable String fault;
  private @Nullable KmlBadGeometry original;

  KmlGeometryReader(XmlReader xml) {
    this.xml = xml;
  }

  /** Null when there is none, or something is wrong with it. */
  @Nullable Geometry result() {
    if (fault != null || read.isEmpty()) {
      return null;
    }
    // Polygons alone become a multi-polygon, and so on.
    return read.size() == 1 ? read.get(0) : GEOMETRIES.buildGeometry(read);
  }

  @Nullable String fault() {
    return fault;
  }

  @Nullable KmlBadGeometry original() {
    return original;
  }

  /** Reads the element that starts here to its end. */
  void read(String element) throws FormatException {
    switch (element) {
      case "MultiGeometry" -> {
        while (xml.next() && !xml.ends("MultiGeometry")) {
          String inner = xml.started();
          if (inner != null) {
            readInner(inner);
          }
        }
      }
      case "Polygon" -> readPolygon();
      case "Point", "LineString", "LinearRing" -> {
        Coordinate[] vertices = readCoordinates(element);
        if (vertices != null) {
          add(element, vertices);
        }
      }
      default -> {
        fail("A geometry of the kind " + element + " is not read", element, "");
        xml.text();
      }
    }
  }

  private void readInner(String element) throws FormatException {
    switch (element) {
      case "MultiGeometry", "Polygon", "Point", "LineString", "LinearRing", "Model", "Track" ->
          read(element);
      default -> xml.text();
    }
  }

  private void add(String element, Coordinate[] vertices) {
    if (element.equals("Point") && vertices.length != 1) {
      fail("A point has %d positions".formatted(vertices.length), element, "");
    } else if (element.equals("Point")) {
      read.add(GEOMETRIES.createPoint(vertices[0]));
    } else if (vertices.length < 2) {
      fail("A line has %d positions".formatted(vertices.length), element, "");
    } else {
      read.add(GEOMETRIES.createLineString(vertices));
    }
  }

  private void readPolygon() throws FormatException {
    LinearRing shell = null;
    List<LinearRing> holes = new ArrayList<>();
    boolean outer = true;
    while (xml.next() && !xml.ends("Polygon")) {
      String element = xml.started();
      if (element == null) {
        continue;
      }
      switch (element) {
        case "outerBoundaryIs" -> outer = true;
        case "innerBoundaryIs" -> outer = false;
        case "LinearRing" -> {
          LinearRing ring = ring(readCoordinates("LinearRing"));
          if (ring != null && outer && shell == null) {
            shell = ring;
          } else if (ring != null) {
            holes.add(ring);
          }
        }
        default -> xml.text();
      }
    }
    if (shell != null) {
      read.add(GEOMETRIES.createPolygon(shell, holes.toArray(LinearRing[]::new)));
    } else {
      fail("A polygon has no outer boundary", "Polygon", "");
    }
  }

  /** The standard wants rings closed; where a program forgot to, what is meant is plain. */
  private @Nullable LinearRing ring(Coordinate @Nullable [] vertices) {
    if (vertices == null) {
      return null;
    }
    List<Coordinate> closed = new ArrayList<>(List.of(vertices));
    if (vertices.length > 0 && !vertices[0].equals2D(vertices[vertices.length - 1])) {
      closed.add(vertices[0].copy());
    }
    if (closed.size() < 4) {
      fail("A ring has %d positions".formatted(vertices.length), "Polygon", "");
      return null;
    }
    return GEOMETRIES.createLinearRing(closed.toArray(Coordinate[]::new));
  }

  private Coordinate @Nullable [] readCoordinates(String element) throws FormatException {
    String text = "";
    while (xml.next() && !xml.ends(element)) {
      if (xml.started() != null) {
        boolean wanted = xml.starts("coordinates");
        String inner = xml.text();
        text = wanted ? inner : text;
      }
    }
    try {
      return KmlCoordinates.parse(text);
    } catch (IllegalArgumentException e) {
      fail(
          String.valueOf(e.getMessage()), element.equals("LinearRing") ? "Polygon" : element, text);
      return null;
    }
  }

  private void fail(String what, String element, String coordinates) {
    if (fault == null) {
      fault = what;
      original = new KmlBadGeometry(element, coordinates);
    }
  }
}
