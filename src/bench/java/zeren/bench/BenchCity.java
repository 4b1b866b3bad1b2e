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

  /** Fills a new folder; the server that did it has ended, and another may be started on it. */
  static BenchCity record(Path folder, int sites, int stations) throws IOException {
    try (ConfigurableApplicationContext zeren =
        SpringApplication.run(
            ZerenApplication.class,
            "--server.port=0",
            "--zeren.data=" + folder,
            "--zeren.reference=false",
            "--ZEREN_ADMIN_PASSWORD=" + StartedCommand.PASSWORD)) {
      FeatureStore store = zeren.getBean(FeatureStore.class);
      store.record(drafts(sites, stations), "bench");
      LayerCatalog catalog = zeren.getBean(LayerCatalog.class);
      return new BenchCity(
          view(catalog, "site"),
          view(catalog, "station"),
          view(catalog, "district"),
          view(catalog, "grid_cell"));
    }
  }

  private static List<FeatureDraft> drafts(int sites, int stations) throws IOException {
    List<FeatureDraft> drafts = new ArrayList<>(Objects.sites(sites));
    drafts.addAll(Objects.stations(stations));
    CoveringAreas.largeCity().stream()
        .filter(draft -> !draft.layer().equals("site") && !draft.layer().equals("station"))
        .forEach(drafts::add);
    return drafts;
  }

  private static LayerView view(LayerCatalog catalog, String layer) {
    return catalog.get(layer, Views.OFFICIAL, null);
  }
}
