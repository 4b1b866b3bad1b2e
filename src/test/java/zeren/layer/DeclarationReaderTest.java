package zeren.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DeclarationReaderTest {

  private static final String GOOD =
      """
      id: outfall
      title: {zh: 排污口, en: Outfall}
      geometry: Point
      visibility: public
      name: name
      fields:
        - {name: name, type: text, title: {zh: 名称, en: Name}}
        - name: kind
          type: text
          title: {zh: 类别, en: Kind}
          values: {pipe: {zh: 管, en: Pipe}, ditch: {zh: 沟, en: Ditch}}
        - {name: tip, type: text, visibility: internal, title: {zh: 线索, en: Tip}}
        - name: uses
          type: text
          many: true
          title: {zh: 用途, en: Uses}
          values: {rain: {zh: 雨水, en: Rain}, waste: {zh: 污水, en: Waste}}
      duty:
        role: operator
        topics: [water]
        levels: kind
        parent: tip
        first: {field: kind, value: pipe}
        holder: {name: name, phone: tip}
        basis: {document: 管理办法, clause: 第三条}
      zone: {radius: 500, field: kind, value: pipe}
      on_record: {district: kind}
      drawing:
        order: 5
        label: name
        style: {shape: circle}
        by: {field: kind, values: {pipe: {fill: ink}}}
        from_zoom: {field: kind, values: {ditch: 9}}
      """;

  @Test
  void aGoodDeclarationIsRead() {
    LayerDeclaration layer = Views.declare(GOOD);
    assertThat(layer.id()).isEqualTo("outfall");
    assertThat(layer.geometry()).isEqualTo(GeometryType.POINT);
    assertThat(layer.visibility()).isEqualTo(Visibility.PUBLIC);
    assertThat(layer.fields())
        .extracting(LayerField::name)
        .containsExactly("name", "kind", "tip", "uses", "accuracy_m", "source", "synthetic");
    assertThat(layer.findField("kind").orElseThrow().values()).containsOnlyKeys("pipe", "ditch");
    assertThat(layer.findField("tip").orElseThrow().visibility()).isEqualTo(Visibility.INTERNAL);
    assertThat(layer.drawing().order()).isEqualTo(5);
    assertThat(layer.findField("uses").orElseThrow().many()).isTrue();
    assertThat(layer.findField("kind").orElseThrow().many()).isFalse();
    assertThat(layer.duty())
        .isEqualTo(
            new Duty(
                "operator",
                List.of("water"),
                null,
                "kind",
                "tip",
                new Duty.FieldValue("kind", "pipe"),
                new Duty.Holder("name", "tip"),
                new Duty.Basis("管理办法", "第三条")));
    assertThat(layer.zone()).isEqualTo(new ZoneRule(500, "kind", "pipe"));
  }

  @Test
  void aTableNeedsNoDrawingAndComesLast() throws IOException {
    String table =
        GOOD.replace("geometry: Point", "geometry: None")
            .replaceFirst("(?s)duty:.*zone: [^\\n]*\n", "")
            .replaceFirst("(?s)drawing:.*", "");
    LayerDeclaration layer = Views.declare(table);
    assertThat(layer.geometry()).isEqualTo(GeometryType.NONE);
    assertThat(layer.drawing().order())
        .isGreaterThan(
            new Declarations(Path.of("no-such-folder"))
                .all().stream().mapToInt(one -> one.drawing().order()).max().orElseThrow());
    assertThat(layer.duty()).isNull();
    assertThat(layer.zone()).isNull();
  }

  @Test
  void lineLayersSayHowFarAPlaceMayBeFromTheirLine() {
    String line =
        GOOD.replace("geometry: Point", "geometry: MultiLineString")
            .replaceFirst("      zone: .*\n|zone: .*\n", "");
    assertThatThrownBy(() -> Views.declare(line)).hasMessageContaining("'duty.snap_distance'");
    LayerDeclaration layer =
        Views.declare(line.replace("role: operator", "role: road_chief\n  snap_distance: 30"));
    assertThat(Objects.requireNonNull(layer.duty()).snapDistance()).isEqualTo(30);
    assertThatThrownBy(
            () ->
                Views.declare(
                    line.replace("role: operator", "role: road_chief\n  snap_distance: 10001")))
        .hasMessageContaining("0 to 10000 metres");
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        broken("id: outfall", "id: Outfall", "'id' must be lower-case"),
        broken("id: outfall", "id: 1st", "'id' must be lower-case"),
        broken("id: outfall", "id: a-b", "'id' must be lower-case"),
        broken("id: outfall", "", "'id' must be lower-case"),
        broken("id: outfall", "id: " + "a".repeat(64), "'id' must be lower-case"),
        broken("title: {zh: 排污口, en: Outfall}", "title: {zh: 排污口}", "'title' needs"),
        broken("title: {zh: 排污口, en: Outfall}", "", "'title' needs"),
        broken("geometry: Point", "geometry: Polygon", "Polygon"),
        broken("geometry: Point", "", "'geometry' must be"),
        broken("visibility: public", "visibility: secret", "secret"),
        broken("visibility: public", "", "'visibility' must be"),
        broken("\nname: name", "\nname: title", "'name' must be one of the fields"),
        broken("\nname: name", "", "'name' must be one of the fields"),
        broken(
            "{name: name, type: text, title",
            "{name: Name, type: text, title",
            "field name 'Name'"),
        broken("{name: name, type: text, title", "{type: text, title", "field name 'null'"),
        broken("{name: tip,", "{name: id,", "'id' is not a field"),
        broken("{name: tip,", "{name: kind,", "'kind' stands twice"),
        broken("{name: tip,", "{name: source,", "'source' is there in every layer"),
        broken("{name: tip, type: text,", "{name: tip,", "'tip' has no type"),
        broken("{name: tip, type: text,", "{name: tip, type: string,", "string"),
        broken("title: {zh: 线索, en: Tip}", "title: {en: Tip}", "'tip' needs a title"),
        broken("pipe: {zh: 管, en: Pipe}", "pipe: {zh: 管}", "value 'pipe' of field 'kind'"),
        broken("label: name", "label: title", "drawing.label names no field: title"),
        broken("by: {field: kind", "by: {field: sort", "drawing.by.field names no field: sort"),
        broken(
            "from_zoom: {field: kind", "from_zoom: {field: sort", "drawing.from_zoom.field names"),
        broken(
            "{district: kind}", "{district: county}", "on_record.district names no field: county"),
        broken("  style: {shape: circle}\n", "", "'drawing' needs"),
        broken("visibility: public", "visibility: public\ncolour: red", "colour"),
        broken("id: outfall", "id: [", "test.yml"),
        // What a file leaves null must be refused here, not fail at the first request.
        broken("by: {field: kind, ", "by: {", "'drawing.by' needs 'field' and 'values'"),
        broken(", values: {pipe: {fill: ink}}", "", "'drawing.by' needs 'field' and 'values'"),
        broken("from_zoom: {field: kind, ", "from_zoom: {", "'drawing.from_zoom' needs"),
        broken(", values: {ditch: 9}", "", "'drawing.from_zoom' needs"),
        broken("{ditch: 9}", "{ditch: }", "'drawing.from_zoom' needs"),
        broken("  - {name: name,", "  -\n  - {name: name,", "a field is empty"),
        broken("\nname: name", "\nname: name\nname: kind", "name"),
        broken("  role: operator\n  topics", "  topics", "'duty' needs a 'role'"),
        broken("  levels: kind", "  levels: sort", "duty.levels names no field: sort"),
        broken("  levels: kind", "  levels: tip", "'duty.levels' must be a field with 'values'"),
        broken("  parent: tip", "  parent: above", "duty.parent names no field: above"),
        broken("first: {field: kind,", "first: {field: sort,", "duty.first.field names no field"),
        broken("first: {field: kind, value: pipe}", "first: {field: kind}", "'duty.first' needs"),
        broken("value: pipe}\n  holder", "value: tube}\n  holder", "'duty.first' needs"),
        broken("holder: {name: name, ", "holder: {", "'duty.holder' needs 'name'"),
        broken("holder: {name: name", "holder: {name: who", "duty.holder.name names no field"),
        broken("phone: tip", "phone: tel", "duty.holder.phone names no field: tel"),
        broken("topics: [water]", "snap_distance: 30", "'duty.snap_distance' is for lines"),
        broken("geometry: Point", "geometry: None", "'duty' is for layers with geometries"),
        broken("geometry: Point", "geometry: MultiPolygon", "'zone' is for points"),
        broken("zone: {radius: 500", "zone: {radius: 0", "1 to 100000 metres"),
        broken("zone: {radius: 500, field: kind", "zone: {radius: 500, field: a", "zone.field"),
        broken("500, field: kind, value: pipe", "500, field: kind", "'zone.field' needs 'value'"),
        broken("500, field: kind, value: pipe", "500, value: pipe", "'zone.field' needs 'value'"),
        broken("500, field: kind, value: pipe", "500, field: kind, value: x", "may have"),
        broken(
            "values: {rain: {zh: 雨水, en: Rain}, waste: {zh: 污水, en: Waste}}",
            "unit: m",
            "field 'uses' is 'many': it must be a text with 'values'"),
        broken("rain: {zh", "'rain;snow': {zh", "must not hold commas"),
        broken("rain: {zh: 雨水", "rain: {zh: 雨、雪", "must not hold commas"),
        // Styles and zooms are sent to everybody who may see the layer.
        broken("label: name", "label: tip", "'drawing' uses the internal field 'tip'"),
        broken("by: {field: kind", "by: {field: tip", "'drawing' uses the internal field 'tip'"),
        broken("from_zoom: {field: kind", "from_zoom: {field: tip", "'drawing' uses the internal"));
  }

  private static Arguments broken(String good, String bad, String words) {
    assertThat(GOOD).contains(good);
    return Arguments.of(
        bad.isBlank() ? "without " + good : bad,
        GOOD.replaceFirst(
            java.util.regex.Pattern.quote(good), java.util.regex.Matcher.quoteReplacement(bad)),
        words);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken")
  void aBrokenDeclarationSaysWhereAndWhatWouldBeRight(String what, String yaml, String words) {
    assertThatThrownBy(() -> Views.declare(yaml))
        .isInstanceOf(DeclarationException.class)
        .hasMessageContaining("test.yml")
        .hasMessageContaining(words);
  }

  @Test
  void anEmptyFileIsRefused() {
    assertThatThrownBy(() -> Views.declare("")).isInstanceOf(DeclarationException.class);
    assertThatThrownBy(() -> Views.declare("# nothing\n")).isInstanceOf(DeclarationException.class);
    assertThatThrownBy(() -> Views.declare("just text")).isInstanceOf(DeclarationException.class);
  }

  @Test
  void anInternalLayerMayDrawByItsInternalFields() {
    String internal = GOOD.replace("visibility: public", "visibility: internal");
    assertThat(Views.declare(internal.replace("label: name", "label: tip")).drawing().label())
        .isEqualTo("tip");
  }

  @Test
  void theShippedDeclarationsAreGoodAndInDrawingOrder() throws IOException {
    assertThat(new Declarations(Path.of("no-such-folder")).all())
        .extracting(LayerDeclaration::id)
        .containsExactly(
            "district",
            "reach",
            "grid_cell",
            "road",
            "site",
            "enterprise",
            "section",
            "station",
            "unit",
            "person",
            "assignment",
            "required_role");
  }

  @Test
  void constructionAndIndustryAreInternal() throws IOException {
    assertThat(new Declarations(Path.of("no-such-folder")).all())
        .filteredOn(layer -> layer.visibility() == Visibility.INTERNAL)
        .extracting(LayerDeclaration::id)
        .containsExactlyInAnyOrder("site", "enterprise", "person", "assignment");
  }

  @Test
  void twoOwnFilesForOneLayerStopTheStart(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("a.yml"), GOOD);
    Files.writeString(folder.resolve("b.yml"), GOOD);
    assertThatThrownBy(() -> new Declarations(folder))
        .isInstanceOf(DeclarationException.class)
        .hasMessageContaining("b.yml")
        .hasMessageContaining("outfall");
  }

  @Test
  void anOwnDeclarationIsAddedOrTakesThePlaceOfAShippedOne(@TempDir Path folder)
      throws IOException {
    Files.writeString(folder.resolve("mine.yml"), GOOD.replace("id: outfall", "id: station"));
    Files.writeString(folder.resolve("outfall.yml"), GOOD);
    Declarations all = new Declarations(folder);
    assertThat(all.find("station").orElseThrow().title().en()).isEqualTo("Outfall");
    assertThat(all.find("outfall")).isPresent();
    assertThat(all.find("nothing")).isEmpty();
    assertThat(all.all()).hasSize(13);
  }
}
