package zeren.layer;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import zeren.Shapes;

/**
 * What every database must do: the base of the contracts, which a subclass runs against one
 * database.
 */
abstract class StoreContract {

  static final String LAYER = "outfall";

  /** Settings that lead to a new, empty database. */
  abstract List<String> freshDatabase(Path folder);

  /** The database and the layers, without the web. */
  @EnableAutoConfiguration
  @ComponentScan({"zeren.database", "zeren.layer"})
  static final class Modules {}

  static ConfigurableApplicationContext open(List<String> settings) {
    List<String> arguments = new ArrayList<>(settings);
    arguments.add("--zeren.layers=src/test/resources/own-layers");
    return new SpringApplicationBuilder(Modules.class)
        .web(WebApplicationType.NONE)
        .run(arguments.toArray(String[]::new));
  }

  static LocalDate day(int dayOfMarch) {
    return LocalDate.of(2021, 3, dayOfMarch);
  }

  static FeatureDraft draft(String id, String name, LocalDate from) {
    return draft(LAYER, id, Shapes.point(113.5, 34.5), Map.of("name", name), from);
  }

  static FeatureDraft draft(
      String layer, String id, Geometry geometry, Map<String, Object> properties, LocalDate from) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>(properties);
    return new FeatureDraft(layer, id, geometry, values, from, null);
  }

  /** What is known now of the feature, by day. */
  static List<FeatureVersion> known(FeatureVersionRepository repository, String id) {
    return repository.findHistory(LAYER, id).stream()
        .filter(version -> version.supersededAt() == null)
        .sorted(Comparator.comparing(FeatureVersion::validFrom))
        .toList();
  }

  /** The name of the feature on a day, as the versions and as the snapshots have it. */
  static Optional<String> nameOn(ConfigurableApplicationContext context, String id, LocalDate day) {
    LayerView view = context.getBean(LayerCatalog.class).get(LAYER, Views.OFFICIAL, day);
    Optional<String> inSnapshot = view.findRow(id).stream().mapToObj(view::name).findFirst();
    Optional<String> inVersions =
        context
            .getBean(FeatureVersionRepository.class)
            .findValidOn(LAYER, id, day)
            .map(version -> String.valueOf(version.properties().get("name")));
    if (!inSnapshot.equals(inVersions)) {
      throw new AssertionError(
          "On %s the snapshot says %s, the versions say %s".formatted(day, inSnapshot, inVersions));
    }
    return inVersions;
  }
}
