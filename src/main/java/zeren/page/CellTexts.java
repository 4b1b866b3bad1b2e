package zeren.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zeren.layer.Duty;
import zeren.layer.FeatureNames;
import zeren.layer.FieldTexts;
import zeren.layer.LayerCatalog;
import zeren.layer.LayerField;
import zeren.layer.LayerView;
import zeren.layer.Viewer;
import zeren.notice.CellNotice;
import zeren.notice.CellNotices;
import zeren.notice.QrPicture;
import zeren.notice.Sketch;
import zeren.responsibility.Party;

/** What stands on the pages of the cells, in words. */
@Component
class CellTexts {

  /** What every layer has, and says of it at the foot of the page. */
  private static final Set<String> PROVENANCE = Set.of("accuracy_m", "source", "synthetic");

  private final LayerCatalog catalog;
  private final Messages messages;

  CellTexts(LayerCatalog catalog, Messages messages) {
    this.catalog = catalog;
    this.messages = messages;
  }

  /** A heading, and what stands under it line by line. */
  record Block(String title, List<String> lines) {}

  /**
   * @param chief empty when nobody is in charge
   */
  record Row(String name, String href, PartyText chief) {}

  Map<String, Object> ofAll(CellNotice.Cells cells, CellAddress here) {
    Map<String, Object> values = common(here);
    values.put("isAll", true);
    values.put("cells", rows(cells.cells(), here));
    values.put("notListed", notListed(cells, here));
    return values;
  }

  Map<String, Object> of(CellNotice notice, Sketch sketch, CellAddress here) {
    String language = here.language();
    LayerView cells = notice.cells();
    FieldTexts fields =
        new FieldTexts(new FeatureNames(catalog, Viewer.ANONYMOUS, here.day()), language);
    Map<String, Object> values = common(here);
    values.put("name", notice.name());
    values.put("city", notice.city() == null ? "" : notice.city());
    values.put("above", rows(notice.above(), here));
    values.put("facts", facts(notice, fields));
    values.put("area", Amounts.area(notice.squareMetres()));
    values.put("synthetic", notice.isSynthetic());
    values.put("source", field(notice, fields, "source"));
    values.put("chief", PartyText.of(notice.chief()));
    values.put("hasChief", notice.chief() != null);
    values.put("blocks", blocks(notice, fields, language));
    values.put("below", rows(notice.below().cells(), here));
    values.put("hasBelow", notice.below().count() > 0);
    values.put("belowCount", Amounts.count(notice.below().count()));
    values.put("notListed", notListed(notice.below(), here));
    values.put("duties", new DutyTexts(messages, language).of(notice));
    values.put("objects", new ObjectTexts(messages, fields, here).of(notice));
    values.put("sketch", SketchText.of(sketch, language, messages));
    values.put("toMap", here.toMap(CellNotices.LAYER, notice.id()));
    values.put("index", here.day() == null && !notice.isSynthetic());
    values.put("description", description(notice, language));
    return values;
  }

  /** How many more there are; empty when all are listed. */
  private String notListed(CellNotice.Cells cells, CellAddress here) {
    int left = cells.count() - cells.cells().size();
    Map<String, String> count = Map.of("count", Amounts.count(left));
    return left == 0 ? "" : messages.text(here.language(), "cell.cellsNotListed", count);
  }

  static void addQr(Map<String, Object> values, String address) {
    QrPicture.Drawn qr = QrPicture.of(address);
    values.put("qrSize", qr.size());
    values.put("qrPath", qr.path());
  }

  private Map<String, Object> common(CellAddress here) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("lang", here.language());
    values.put("isAll", false);
    values.put("day", here.day() == null ? "" : here.day().toString());
    values.put("toAll", here.toAll());
    values.put("home", here.toMap());
    values.put("otherLanguage", here.inOtherLanguage());
    return values;
  }

  private static List<Row> rows(List<CellNotice.Cell> cells, CellAddress here) {
    return cells.stream()
        .map(cell -> new Row(cell.name(), here.of(cell.id()), PartyText.of(cell.chief())))
        .toList();
  }

  /** Its level, and what its record names as its district. */
  private static List<String> facts(CellNotice notice, FieldTexts texts) {
    Duty duty = notice.cells().declaration().duty();
    List<String> names = new ArrayList<>(onRecord(notice));
    if (duty != null && duty.levels() != null) {
      names.add(0, duty.levels());
    }
    return names.stream()
        .map(name -> field(notice, texts, name))
        .filter(s -> !s.isEmpty())
        .toList();
  }

  private static Collection<String> onRecord(CellNotice notice) {
    Map<String, String> onRecord = notice.cells().declaration().onRecord();
    return onRecord == null ? List.of() : onRecord.values();
  }

  /** Empty when the layer has no such field for the public, or the cell no value. */
  private static String field(CellNotice notice, FieldTexts texts, String name) {
    return notice.cells().fields().stream()
        .filter(field -> field.name().equals(name))
        .map(field -> texts.of(field, notice.cells().value(notice.row(), name)))
        .findFirst()
        .orElse("");
  }

  /** Whatever else the declaration makes public, such as the tasks. */
  private static List<Block> blocks(CellNotice notice, FieldTexts texts, String language) {
    LayerView cells = notice.cells();
    List<Block> blocks = new ArrayList<>();
    Set<String> said = said(notice);
    for (LayerField field : cells.fields()) {
      String text = texts.of(field, cells.value(notice.row(), field.name()));
      if (!said.contains(field.name()) && !text.isEmpty()) {
        List<String> lines =
            Stream.of(text.split("[;；\n]", -1))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
        blocks.add(new Block(FieldTexts.heading(field, language), lines));
      }
    }
    return blocks;
  }

  private static Set<String> said(CellNotice notice) {
    Duty duty = notice.cells().declaration().duty();
    Duty.Holder holder = duty == null ? null : duty.holder();
    Stream<@Nullable String> ofDuty =
        duty == null ? Stream.empty() : Stream.of(duty.levels(), duty.parent());
    Stream<@Nullable String> ofHolder =
        holder == null ? Stream.empty() : Stream.of(holder.name(), holder.phone());
    Stream<String> named = Stream.of(notice.cells().declaration().name());
    return Stream.of(ofDuty, ofHolder, named, onRecord(notice).stream(), PROVENANCE.stream())
        .flatMap(names -> names)
        .filter(Objects::nonNull)
        .collect(Collectors.toUnmodifiableSet());
  }

  private String description(CellNotice notice, String language) {
    Party chief = notice.chief();
    if (chief == null) {
      return messages.text(language, "cell.about", Map.of("name", notice.name()));
    }
    String phone = chief.phone() == null ? "" : " " + chief.phone();
    return messages.text(
        language, "cell.aboutChief", Map.of("name", notice.name(), "chief", chief.name() + phone));
  }
}
