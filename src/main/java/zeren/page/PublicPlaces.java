package zeren.page;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import zeren.layer.FeatureNames;
import zeren.layer.FieldTexts;
import zeren.layer.LayerCatalog;
import zeren.layer.LayerField;
import zeren.layer.LayerView;
import zeren.layer.Viewer;

/** The places of the public map as text, for whoever has no scripts or waits for them. */
@Component
class PublicPlaces {

  private static final List<String> LAYERS = List.of("section", "station", "reach", "road");

  /** What tells one from another in a line. */
  private static final List<String> FACTS = List.of("river", "city", "level", "target_class");

  /** More make the page heavy; the collection holds all. */
  private static final int MOST = 100;

  private final LayerCatalog catalog;

  PublicPlaces(LayerCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * @param all where all of them are listed
   * @param isCut whether some are not listed here
   */
  record Places(String title, String count, String all, boolean isCut, List<Place> places) {}

  record Place(String name, String facts, String href) {}

  /** Layers that nobody may see, or that hold nothing, are left out. */
  List<Places> list(String language, @Nullable LocalDate day) {
    List<String> shown = catalog.idsOnMap(Viewer.ANONYMOUS);
    FieldTexts texts = new FieldTexts(new FeatureNames(catalog, Viewer.ANONYMOUS, day), language);
    return LAYERS.stream()
        .filter(shown::contains)
        .map(layer -> catalog.get(layer, Viewer.ANONYMOUS, day))
        .filter(view -> view.size() > 0)
        .map(view -> places(view, texts, language))
        .toList();
  }

  private static Places places(LayerView view, FieldTexts texts, String language) {
    String collection = "/ogc/collections/" + view.declaration().id() + "/items";
    String query = language.equals("en") ? "?lang=en" : "";
    return new Places(
        view.declaration().title().in(language),
        Amounts.count(view.size()),
        collection + query,
        view.size() > MOST,
        IntStream.range(0, Math.min(view.size(), MOST))
            .mapToObj(
                row ->
                    new Place(
                        view.name(row),
                        facts(view, row, texts),
                        collection
                            + "/"
                            + UriUtils.encode(view.id(row), StandardCharsets.UTF_8)
                            + query))
            .toList());
  }

  private static String facts(LayerView view, int row, FieldTexts texts) {
    Stream<LayerField> fields =
        FACTS.stream()
            .flatMap(name -> view.fields().stream().filter(field -> field.name().equals(name)));
    return String.join(
        " · ",
        fields
            .map(field -> texts.of(field, view.value(row, field.name())))
            .filter(text -> !text.isEmpty())
            .toList());
  }
}
