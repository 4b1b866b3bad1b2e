package zeren.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import zeren.geo.CoordinateSystem;
import zeren.geo.CoordinateSystemText;
import zeren.geo.UnknownCoordinateSystemException;

/**
 * What the smaller parts of a Shapefile say.
 *
 * @param fields names of the fields as the {@code .dbf} has them
 * @param columns whole names of the columns
 * @param notes may still be added to
 */
record ShapefileHead(
    Charset charset,
    List<String> fields,
    List<String> columns,
    @Nullable String crs,
    @Nullable String crsText,
    List<String> notes) {

  static ShapefileHead read(ShapefileParts parts, FormatLimits limits)
      throws IOException, FormatException {
    List<String> notes = new ArrayList<>();
    String dbf = parts.get(".dbf").name();
    DbfHeader header;
    Charset charset;
    try (InputStream in = parts.archive().open(dbf)) {
      header = DbfHeader.read(in, dbf, limits);
      charset = DbfEncoding.find(header, in, parts.findText(".cpg"), notes);
    }
    byte[] json = parts.findBytes(ShapefileSidecar.ENDING);
    Optional<ShapefileSidecar> sidecar =
        json == null ? Optional.empty() : ShapefileSidecar.parse(json);
    List<String> fields = new ArrayList<>();
    List<@Nullable Object> names = new ArrayList<>();
    Map<String, String> whole = sidecar.map(ShapefileSidecar::columns).orElse(Map.of());
    for (DbfHeader.Field field : header.fields()) {
      String name = DbfEncoding.decodeName(field, charset);
      String text = name == null ? "" : name.strip();
      fields.add(text);
      names.add(text.isEmpty() ? null : whole.getOrDefault(text, text));
      if (field.type() == 'M') {
        notes.add("The memo texts of field " + text + " are not read");
      }
    }
    String prj = parts.findText(".prj");
    String crs =
        prj == null
            ? sidecar.map(ShapefileSidecar::crs).flatMap(ShapefileHead::supported).orElse(null)
            : CoordinateSystemText.find(prj).map(CoordinateSystem::code).orElse(null);
    if (prj != null && crs == null) {
      notes.add("The coordinate system that the .prj names is not supported, or cannot be read");
    }
    return new ShapefileHead(
        charset,
        fields,
        ColumnNames.unique(names, 0, notes),
        crs,
        prj == null ? crs : prj.substring(0, Math.min(prj.length(), 2_000)),
        notes);
  }

  private static Optional<String> supported(String code) {
    try {
      return Optional.of(CoordinateSystem.parse(code).code());
    } catch (UnknownCoordinateSystemException e) {
      return Optional.empty();
    }
  }
}
