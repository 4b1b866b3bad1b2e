package zeren.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * KML 2.2: a Placemark for each row, its values typed by a Schema. KML is in WGS 84 by its
 * standard; other systems are refused.
 *
 * @see <a href="https://www.ogc.org/standard/kml/">OGC 07-147r2</a>
 */
final class KmlTableWriter implements TableWriter {

  /** Systems that KML can be written in. */
  static final Set<String> SYSTEMS = Set.of("EPSG:4326", "EPSG:4490");

  private static final String NAMESPACE = "http://www.opengis.net/kml/2.2";
  private static final String SCHEMA = "row";

  private final Plan plan;
  private final OutputStream out;
  private final XMLStreamWriter xml;
  private final KmlGeometryWriter geometries;
  private final int nameColumn;

  KmlTableWriter(Plan plan, OutputStream out) throws IOException {
    if (plan.ownGeometry() && !SYSTEMS.contains(plan.crs())) {
      throw new IOException("KML is in WGS 84; it cannot be written in " + plan.crs());
    }
    this.plan = plan;
    this.out = out;
    nameColumn = nameColumn(plan.columns());
    try {
      xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
      geometries = new KmlGeometryWriter(xml);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("kml");
      xml.writeDefaultNamespace(NAMESPACE);
      xml.writeStartElement("Document");
      element("name", plan.table());
      writeSchema();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /** What programs show beside a Placemark: the first of these columns that there is. */
  private static int nameColumn(List<Column> columns) {
    for (String wanted : List.of("name", "名称", "title", "标题", "id", "编号")) {
      for (int i = 0; i < columns.size(); i++) {
        if (columns.get(i).name().equalsIgnoreCase(wanted)) {
          return i;
        }
      }
    }
    return -1;
  }

  private void writeSchema() throws XMLStreamException {
    xml.writeStartElement("Schema");
    xml.writeAttribute("name", SCHEMA);
    xml.writeAttribute("id", SCHEMA);
    for (Column column : plan.columns()) {
      xml.writeEmptyElement("SimpleField");
      xml.writeAttribute("type", typeName(column.type()));
      xml.writeAttribute("name", legal(column.name()));
    }
    xml.writeEndElement();
    xml.writeCharacters("\n");
  }

  /** KML knows no days. */
  private static String typeName(Type type) {
    return switch (type) {
      case TEXT, DATE -> "string";
      case INTEGER -> "int";
      case NUMBER -> "double";
      case BOOLEAN -> "bool";
    };
  }

  @Override
  public void write(TableRow row) throws IOException {
    try {
      xml.writeStartElement("Placemark");
      Object name = value(row, nameColumn);
      if (name != null) {
        element("name", text(name));
      }
      writeValues(row);
      if (row.geometry() != null) {
        geometries.write(row.geometry());
      } else if (row.original() instanceof KmlBadGeometry original) {
        geometries.write(original);
      }
      xml.writeEndElement();
      xml.writeCharacters("\n");
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private void writeValues(TableRow row) throws XMLStreamException {
    xml.writeStartElement("ExtendedData");
    xml.writeStartElement("SchemaData");
    xml.writeAttribute("schemaUrl", "#" + SCHEMA);
    for (int i = 0; i < plan.columns().size(); i++) {
      Object value = value(row, i);
      if (value != null) {
        xml.writeStartElement("SimpleData");
        xml.writeAttribute("name", legal(plan.columns().get(i).name()));
        xml.writeCharacters(legal(text(value)));
        xml.writeEndElement();
      }
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static @Nullable Object value(TableRow row, int column) {
    return column >= 0 && column < row.values().size() ? row.values().get(column) : null;
  }

  private static String text(Object value) {
    return value instanceof Boolean yes ? (yes ? "1" : "0") : SafeText.of(value);
  }

  private void element(String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(legal(text));
    xml.writeEndElement();
  }

  /** Without the control characters that XML 1.0 has no way to write. */
  private static String legal(String text) {
    return text.codePoints().allMatch(KmlTableWriter::isLegal)
        ? text
        : text.codePoints()
            .filter(KmlTableWriter::isLegal)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  private static boolean isLegal(int c) {
    return c == 9
        || c == 10
        || c == 13
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }

  @Override
  public void close() throws IOException {
    try {
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    out.flush();
  }
}
