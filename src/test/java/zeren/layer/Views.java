package zeren.layer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Views of layers that are in no database, for tests of what reads them. */
public final class Views {

  public static final Viewer OFFICIAL = office("official");

  /** Somebody of the office, who may see and change everything. */
  public static Viewer office(String name) {
    return new Viewer(name, Role.OFFICE, Scope.ALL);
  }

  private static final LocalDate DAY = LocalDate.of(2020, 1, 1);

  private Views() {}

  /** A feature of a layer to be. */
  public record Item(String id, Geometry geometry, Map<String, @Nullable Object> properties) {

    public Item(String id, Geometry geometry) {
      this(id, geometry, Map.of("name", id));
    }
  }

  public static LayerDeclaration declare(String yaml) {
    try {
      return new DeclarationReader()
          .read("test.yml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A declaration with the field {@code name} only. */
  public static LayerDeclaration declare(String id, String geometry) {
    return declare(
        """
        id: %s
        title: {zh: 试, en: Test}
        geometry: %s
        visibility: public
        name: name
        fields: [{name: name, type: text, title: {zh: 名称, en: Name}}]
        drawing: {order: 1, style: {size: 1}}
        """
            .formatted(id, geometry));
  }

  public static LayerView of(LayerDeclaration declaration, Viewer viewer, List<Item> items) {
    List<Item> sorted = items.stream().sorted(Comparator.comparing(Item::id)).toList();
    return of(declaration, viewer, sorted.size(), sorted::get);
  }

  /** So many items, in the order of their ids, none of which need be kept. */
  public static LayerView of(
      LayerDeclaration declaration, Viewer viewer, int count, IntFunction<Item> items) {
    SnapshotRows rows = new SnapshotRows(declaration);
    for (int i = 0; i < count; i++) {
      Item item = items.apply(i);
      rows.add(
          new FeatureVersion(
              declaration.id(),
              item.id(),
              1,
              item.geometry(),
              item.properties(),
              null,
              DAY,
              null,
              Instant.EPOCH,
              "tester",
              null,
              null,
              null));
    }
    return new LayerView(
        new LayerSnapshot(declaration, 1, DAY, rows.build()), viewer.seesInternal(), declaration);
  }

  /** A row of a table that was so for a while. */
  public static FeatureVersion ended(
      String layer,
      String id,
      Map<String, @Nullable Object> properties,
      LocalDate from,
      LocalDate to) {
    return new FeatureVersion(
        layer,
        id,
        1,
        new GeometryFactory().createPoint(),
        properties,
        null,
        from,
        to,
        Instant.EPOCH,
        "tester",
        null,
        null,
        null);
  }
}
