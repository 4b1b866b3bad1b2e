package zeren.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import zeren.exchange.DataFolder;
import zeren.exchange.GisDataReader;
import zeren.layer.BeforeServing;
import zeren.layer.FeatureDraft;
import zeren.layer.FeatureStore;

/**
 * Fills a new installation with the reference city, or settles that it stays empty, before the
 * layers are read into memory and the server takes its first request.
 */
@Component
class ReferenceStart extends BeforeServing {

  private static final Logger log = LoggerFactory.getLogger(ReferenceStart.class);
  private static final String RECORDED_BY = "zeren";

  private final FeatureStore store;
  private final GisDataReader reader;
  private final boolean wanted;

  ReferenceStart(
      FeatureStore store, GisDataReader reader, @Value("${zeren.reference}") boolean wanted) {
    super(FILL);
    this.store = store;
    this.reader = reader;
    this.wanted = wanted;
  }

  @Override
  protected void run() {
    boolean first =
        wanted
            ? store.fillOnce("reference-city", this::city, RECORDED_BY)
            : store.fillOnce("empty", List::of, RECORDED_BY);
    if (first) {
      log.info("New installation: {}", wanted ? "filled with the reference city" : "left empty");
    }
  }

  private List<FeatureDraft> city() {
    try {
      List<FeatureDraft> published = reader.read(DataFolder.onClasspath("gis-data"));
      List<FeatureDraft> drafts = new ArrayList<>(published);
      drafts.addAll(SyntheticCity.generate(districts(published), SyntheticCity.SEED));
      return drafts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<FeatureDraft> districts(List<FeatureDraft> drafts) {
    return drafts.stream().filter(draft -> draft.layer().equals("district")).toList();
  }
}
