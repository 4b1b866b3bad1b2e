package zeren.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import zeren.StartedCommand;
import zeren.ZerenApplication;
import zeren.layer.FeatureDraft;
import zeren.layer.FeatureStore;
import zeren.layer.LayerCatalog;
import zeren.layer.LayerView;
import zeren.layer.Views;
import zeren.responsibility.CoveringAreas;

/** The city that is measured, recorded in a Zeren of its own and read from it. */
record BenchCity(LayerView sites, LayerView stations, LayerView districts, LayerView cells) {

  /** Records sites alone in a new folder; the server that did it has ended. */
  static void recordSites(Path folder, int sites) {
    try (ConfigurableApplicationContext zeren = start(folder)) {
      zeren.getBean(FeatureStore.class).record(Objects.sites(sites), "bench");
    }
  }

  /** Adds all other layers to a folder with sites; the server that did it has ended. */
  static BenchCity recordRest(Path folder, int stations) throws IOException {
    List<FeatureDraft> drafts = new ArrayList<>(Objects.stations(stations));
    CoveringAreas.largeCity().stream()
        .filter(draft -> !draft.layer().equals("site") && !draft.layer().equals("station"))
        .forEach(drafts::add);
    try (ConfigurableApplicationContext zeren = start(folder)) {
      zeren.getBean(FeatureStore.class).record(drafts, "bench");
      LayerCatalog catalog = zeren.getBean(LayerCatalog.class);
      return new BenchCity(
          view(catalog, "site"),
          view(catalog, "station"),
          view(catalog, "district"),
          view(catalog, "grid_cell"));
    }
  }

  private static ConfigurableApplicationContext start(Path folder) {
    return SpringApplication.run(
        ZerenApplication.class,
        "--server.port=0",
        "--zeren.data=" + folder,
        "--zeren.reference=false",
        "--ZEREN_ADMIN_PASSWORD=" + StartedCommand.PASSWORD);
  }

  private static LayerView view(LayerCatalog catalog, String layer) {
    return catalog.get(layer, Views.OFFICIAL, null);
  }
}
