package zeren.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import zeren.format.TableWriter;
import zeren.geo.GeodesicWay;
import zeren.layer.LayerField;
import zeren.layer.Title;

/**
 * A column of a table.
 *
 * @param known what it is when it is no field
 * @param fields of this name in the layers that the table can be of; empty when it is no field
 */
public record TableColumn(String name, @Nullable Known known, List<LayerField> fields) {

  /** Columns that are no fields. */
  public enum Known {
    AROUND("中心", "Centre", TableWriter.Type.TEXT),
    LAYER("图层", "Layer", TableWriter.Type.TEXT),
    ID("编号", "Id", TableWriter.Type.TEXT),
    DISTANCE("距离 (m)", "Distance (m)", TableWriter.Type.NUMBER),
    BEARING("方位 (°)", "Bearing (°)", TableWriter.Type.NUMBER),
    RING("圈层 (m)", "Ring (m)", TableWriter.Type.NUMBER),
    LON("经度", "Longitude", TableWriter.Type.NUMBER),
    LAT("纬度", "Latitude", TableWriter.Type.NUMBER);

    private final Title title;
    private final TableWriter.Type type;

    Known(String zh, String en, TableWriter.Type type) {
      this.title = new Title(zh, en);
      this.type = type;
    }

    /** Its name in requests. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Known> find(String word) {
      return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    Title title() {
      return title;
    }

    TableWriter.Type type() {
      return type;
    }

    @Nullable Object value(TableLine line, String language) {
      GeodesicWay way = line.way();
      return switch (this) {
        case AROUND -> line.centre() == null ? null : line.centre().name();
        case LAYER -> line.view().declaration().title().in(language);
        case ID -> line.view().id(line.row());
        case DISTANCE -> way == null ? null : rounded(way.metres(), 1e3);
        case BEARING -> way == null || way.metres() == 0 ? null : rounded(way.bearing(), 1e2);
        case RING -> line.ring();
        case LON -> rounded(line.at().lon(), 1e9);
        case LAT -> rounded(line.at().lat(), 1e9);
      };
    }

    private static double rounded(double value, double steps) {
      return Math.round(value * steps) / steps;
    }
  }
}
