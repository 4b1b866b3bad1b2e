package zeren.format;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Goes through a KML from one Placemark to the next. */
final class KmlDocument {

  private static final String NO_NAME = "";

  private final XmlReader xml;
  private final Map<String, String> types = new LinkedHashMap<>();
  private final Deque<String> folders = new ArrayDeque<>();
  private boolean linked;
  private boolean folderNameExpected;

  KmlDocument(XmlReader xml) {
    this.xml = xml;
  }

  /** Types of the values that Schemas passed so far declare, by name, as KML calls them. */
  Map<String, String> types() {
    return types;
  }

  /** Whether a part of it is elsewhere, where it is not followed. */
  boolean linked() {
    return linked;
  }

  /** The next Placemark; null at the end. */
  @Nullable KmlPlacemark next() throws FormatException {
    while (xml.next()) {
      if (xml.ends("Folder")) {
        folders.pollLast();
        folderNameExpected = false;
      }
      String element = xml.started();
      if (element == null) {
        continue;
      }
      switch (element) {
        case "Placemark" -> {
          return placemark();
        }
        case "Folder" -> {
          folders.addLast(NO_NAME);
          folderNameExpected = true;
        }
        case "name" -> nameFolder(xml.text());
        case "Document" -> folderNameExpected = false;
        case "NetworkLink" -> {
          linked = true;
          xml.text();
        }
        case "SimpleField" -> declare();
        case "Style", "StyleMap", "GroundOverlay", "ScreenOverlay", "PhotoOverlay", "Tour" ->
            xml.text();
        default -> {}
      }
    }
    return null;
  }

  private void nameFolder(String name) {
    if (folderNameExpected) {
      folders.pollLast();
      folders.addLast(name.strip());
      folderNameExpected = false;
    }
  }

  private void declare() {
    String name = xml.attribute("name");
    if (name != null) {
      types.put(name.strip(), String.valueOf(xml.attribute("type")));
    }
  }

  private KmlPlacemark placemark() throws FormatException {
    folderNameExpected = false;
    KmlGeometryReader geometry = new KmlGeometryReader(xml);
    Map<String, String> data = new LinkedHashMap<>();
    String name = null;
    String description = null;
    while (proceed("Placemark")) {
      String element = xml.started();
      if (element == null) {
        continue;
      }
      switch (element) {
        case "name" -> name = CellText.clean(xml.text());
        case "description" -> description = CellText.clean(xml.text());
        case "ExtendedData" -> readData(data);
        case "Point",
            "LineString",
            "LinearRing",
            "Polygon",
            "MultiGeometry",
            "Model",
            "Track",
            "MultiTrack" ->
            geometry.read(element);
        default -> xml.text();
      }
    }
    String folder = String.join("/", folders.stream().filter(one -> !one.isEmpty()).toList());
    return new KmlPlacemark(
        name,
        description,
        folder.isEmpty() ? null : folder,
        data,
        geometry.result(),
        geometry.fault(),
        geometry.original());
  }

  /** Goes on inside of an element; false at its end. */
  private boolean proceed(String element) throws FormatException {
    return xml.next() && !xml.ends(element);
  }

  private void readData(Map<String, String> data) throws FormatException {
    while (proceed("ExtendedData")) {
      String element = xml.started();
      if (element == null || element.equals("SchemaData")) {
        continue;
      }
      String name = xml.attribute("name");
      if (element.equals("Data")) {
        String value = null;
        while (proceed("Data")) {
          String inner = xml.started();
          if (inner != null) {
            String text = xml.text();
            value = inner.equals("value") ? text : value;
          }
        }
        put(data, name, value);
      } else {
        String text = xml.text();
        put(data, element.equals("SimpleData") ? name : null, text);
      }
    }
  }

  private static void put(Map<String, String> data, @Nullable String name, @Nullable String value) {
    String text = value == null ? null : CellText.clean(value);
    if (name != null && !name.isBlank() && text != null) {
      data.putIfAbsent(name.strip(), text);
    }
  }
}
