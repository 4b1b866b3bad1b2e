package zeren.format;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Writes geometries as elements of KML; coordinates are exact. */
final class KmlGeometryWriter {

  private final XMLStreamWriter xml;

  KmlGeometryWriter(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** Nothing for an empty geometry. */
  void write(Geometry geometry) throws XMLStreamException {
    if (geometry.isEmpty()) {
      return;
    }
    if (geometry instanceof Point point) {
      writeLine("Point", point.getCoordinateSequence());
    } else if (geometry instanceof LineString line) {
      writeLine("LineString", line.getCoordinateSequence());
    } else if (geometry instanceof Polygon polygon) {
      writePolygon(polygon);
    } else {
      xml.writeStartElement("MultiGeometry");
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        write(geometry.getGeometryN(i));
      }
      xml.writeEndElement();
    }
  }

  void write(KmlBadGeometry original) throws XMLStreamException {
    boolean area = original.element().equals("Polygon");
    if (area) {
      xml.writeStartElement("Polygon");
      xml.writeStartElement("outerBoundaryIs");
    }
    xml.writeStartElement(area ? "LinearRing" : original.element());
    xml.writeStartElement("coordinates");
    xml.writeCharacters(original.coordinates());
    xml.writeEndElement();
    xml.writeEndElement();
    if (area) {
      xml.writeEndElement();
      xml.writeEndElement();
    }
  }

  private void writePolygon(Polygon polygon) throws XMLStreamException {
    xml.writeStartElement("Polygon");
    writeBoundary("outerBoundaryIs", polygon.getExteriorRing());
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      writeBoundary("innerBoundaryIs", polygon.getInteriorRingN(i));
    }
    xml.writeEndElement();
  }

  private void writeBoundary(String element, LineString ring) throws XMLStreamException {
    xml.writeStartElement(element);
    writeLine("LinearRing", ring.getCoordinateSequence());
    xml.writeEndElement();
  }

  private void writeLine(String element, CoordinateSequence vertices) throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeStartElement("coordinates");
    for (int i = 0; i < vertices.size(); i++) {
      xml.writeCharacters(
          (i == 0 ? "" : " ")
              + SafeText.plain(vertices.getX(i))
              + ","
              + SafeText.plain(vertices.getY(i)));
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }
}
