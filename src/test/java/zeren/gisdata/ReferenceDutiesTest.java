package zeren.gisdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zeren.exchange.Readers;
import zeren.layer.Declarations;
import zeren.layer.FeatureDraft;
import zeren.layer.LayerDeclaration;
import zeren.layer.LayerField;

/** The units of the reference city and what the documents say that they answer for. */
class ReferenceDutiesTest {

  private static final Set<String> DOCUMENTS =
      Set.of(
          "郑州市2019年督察反馈意见整改方案",
          "郑州市2020年大气污染防治攻坚战实施方案",
          "郑州市2020年水污染防治攻坚战实施方案",
          "郑州市2020年土壤污染防治攻坚战实施方案",
          "焦作市2017年持续打好打赢大气污染防治攻坚战行动方案");

  private static final String ITEM = "(第\\d+项|第\\d+项至第\\d+项|第四部分（一）|三（[一二三四五六七八九]）\\d+)";

  private static List<FeatureDraft> drafts = List.of();
  private static Map<String, FeatureDraft> byKey = Map.of();

  @BeforeAll
  static void read() throws IOException {
    drafts = Readers.referenceCity();
    byKey =
        drafts.stream().collect(Collectors.toMap(one -> one.layer() + "/" + one.id(), one -> one));
  }

  @Test
  void everyUnitPersonAndParentIsThere() {
    for (FeatureDraft unit : of("unit")) {
      assertIsThere("unit", text(unit, "parent"), unit);
      assertIsThere("district", text(unit, "district"), unit);
    }
    for (FeatureDraft person : of("person")) {
      assertThat(text(person, "unit")).as(person.id()).isNotNull();
      assertIsThere("unit", text(person, "unit"), person);
    }
    for (FeatureDraft duty : of("assignment")) {
      assertThat((text(duty, "unit") == null) == (text(duty, "person") == null))
          .as(duty.id() + " has one party")
          .isFalse();
      assertIsThere("unit", text(duty, "unit"), duty);
      assertIsThere("person", text(duty, "person"), duty);
    }
  }

  @Test
  void everyScopeIsThere() {
    Declarations declarations = Readers.declarations();
    for (FeatureDraft duty : of("assignment")) {
      LayerDeclaration layer = declarations.find(must(duty, "scope_layer")).orElseThrow();
      assertIsThere(layer.id(), text(duty, "scope_id"), duty);
      assertIsThere("district", text(duty, "scope_district"), duty);
      String city = text(duty, "scope_city");
      assertThat(city == null || citiesOf("district").contains(city)).as(duty.id()).isTrue();
      String field = text(duty, "scope_field");
      if (field != null) {
        assertThat(text(duty, "scope_id")).as(duty.id()).isNull();
        assertIsAValue(layer.findField(field).orElseThrow(), must(duty, "scope_value"), layer);
      }
      if (duty.properties().get("zone_radius") != null) {
        assertThat(layer.id()).isEqualTo("station");
        assertThat(text(duty, "scope_id")).as(duty.id()).isNotNull();
      }
    }
  }

  private static void assertIsAValue(LayerField field, String value, LayerDeclaration layer) {
    Set<String> allowed =
        field.values() == null ? citiesOf(layer.id()) : Set.copyOf(field.values().keySet());
    assertThat(allowed).contains(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"assignment", "required_role"})
  void everyRowNamesADocumentAndItsItem(String layer) {
    assertThat(of(layer)).isNotEmpty();
    for (FeatureDraft row : of(layer)) {
      assertThat(must(row, "document")).as(row.id()).isIn(DOCUMENTS);
      assertThat(must(row, "clause")).as(row.id()).matches(ITEM + "(、" + ITEM + ")*");
    }
    for (FeatureDraft unit : of("unit")) {
      assertThat(DOCUMENTS).as(unit.id()).anyMatch(title -> must(unit, "source").startsWith(title));
    }
  }

  @Test
  void everyDistrictHasOneTerritorialUnitUnderTheGovernmentOfItsCity() {
    for (FeatureDraft district : of("district")) {
      List<FeatureDraft> holders =
          duties(
              duty ->
                  "territorial".equals(text(duty, "role"))
                      && "district".equals(text(duty, "scope_layer"))
                      && district.id().equals(text(duty, "scope_id")));
      assertThat(holders).as(district.id()).hasSize(1);
      assertThat(text(holders.get(0), "topics")).isEqualTo("all");
      assertThat(holders.get(0).validTo()).isNull();
      FeatureDraft unit = unit(must(holders.get(0), "unit"));
      assertThat(text(unit, "district")).isEqualTo(district.id());
      FeatureDraft above = unit(must(unit, "parent"));
      assertThat(text(above, "kind")).isEqualTo("city_government");
      assertThat(must(above, "name")).startsWith(must(district, "city"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"site", "enterprise"})
  void everyTypeHasOneBureauInZhengzhou(String layer) {
    for (String type : types(layer)) {
      assertThat(bureaus(layer, type, "郑州市")).as(type).hasSize(1);
    }
  }

  /** Item 21 of the plan of 2017 names nobody for the dust of green-space works. */
  @Test
  void onlyGreenSpaceHasNoBureauInJiaozuo() {
    List<String> without =
        types("site").stream().filter(type -> bureaus("site", type, "焦作市").isEmpty()).toList();
    assertThat(without).containsExactly("garden");
  }

  @Test
  void theStationOfItem12HasTheOnlyJointControlOfZhengzhou() {
    List<FeatureDraft> zones = duties(duty -> Double.valueOf(3000).equals(radius(duty)));
    assertThat(zones).extracting(duty -> text(duty, "scope_id")).containsOnly("1320A");
    assertThat(zones)
        .filteredOn(duty -> "lead".equals(text(duty, "role")))
        .extracting(duty -> text(duty, "unit"))
        .containsExactly("zz-dust");
    assertThat(zones)
        .extracting(duty -> text(duty, "unit"))
        .contains("zz-urban-management", "zz-transport", "zz-jingkai", "zz-guancheng");
    assertThat(duties(duty -> radius(duty) != null && "lead".equals(text(duty, "role"))))
        .as("a zone that somebody leads")
        .isSubsetOf(zones);
  }

  @Test
  void theDistrictOnRecordIsNotResponsibleForTheSiteOfItem37() {
    assertThat(duties(duty -> Boolean.TRUE.equals(duty.properties().get("negated"))))
        .extracting(duty -> text(duty, "unit") + " " + text(duty, "scope_id"))
        .containsExactly("zz-erqi ZZ-S04");
  }

  @Test
  void tasksEndAndStandingDutiesDoNot() {
    assertThat(duties(duty -> duty.validTo() != null)).hasSizeGreaterThan(20);
    for (FeatureDraft duty : of("assignment")) {
      LocalDate end = duty.validTo();
      assertThat(end == null || end.isAfter(duty.validFrom())).as(duty.id()).isTrue();
      if (Set.of("territorial", "sector").contains(must(duty, "role"))) {
        assertThat(end).as(duty.id()).isNull();
      }
    }
  }

  @Test
  void peopleAreInventedAndRealUnitsHaveNoInventedPhone() {
    for (FeatureDraft unit : of("unit")) {
      assertThat(unit.properties()).containsEntry("synthetic", false);
      assertThat(unit.properties()).doesNotContainKeys("phone", "contact");
    }
    for (FeatureDraft person : of("person")) {
      assertThat(person.properties()).containsEntry("synthetic", true);
      assertThat(must(person, "name")).matches("(路长|河长|网格员|督导员)\\d{3}");
      assertThat(must(person, "phone")).startsWith("000-");
    }
    for (FeatureDraft duty : of("assignment")) {
      assertThat(duty.properties())
          .as(duty.id())
          .containsEntry("synthetic", text(duty, "person") != null);
    }
  }

  @Test
  void someRoadsReachesAndPeopleShowWhatAnAuditFinds() {
    Set<String> held = new HashSet<>();
    duties(duty -> duty.validTo() == null)
        .forEach(duty -> held.add(must(duty, "scope_layer") + "/" + text(duty, "scope_id")));
    assertThat(of("road")).anyMatch(road -> !held.contains("road/" + road.id()));
    assertThat(of("reach")).anyMatch(reach -> !held.contains("reach/" + reach.id()));

    Set<@Nullable String> busy =
        of("assignment").stream().map(duty -> text(duty, "person")).collect(Collectors.toSet());
    assertThat(of("person")).filteredOn(person -> !busy.contains(person.id())).hasSize(2);
    assertThat(duties(duty -> text(duty, "person") != null && duty.validTo() != null)).hasSize(1);
  }

  private static Set<String> types(String layer) {
    LayerField type =
        Readers.declarations().find(layer).orElseThrow().findField("type").orElseThrow();
    return Objects.requireNonNull(type.values()).keySet();
  }

  /** The bureaus with the narrowest filter for a type, in the whole of a city. */
  private static Set<@Nullable String> bureaus(String layer, String type, String city) {
    String topic = layer.equals("site") ? "dust" : "industry";
    List<FeatureDraft> rows =
        duties(
            duty ->
                "sector".equals(text(duty, "role"))
                    && layer.equals(text(duty, "scope_layer"))
                    && city.equals(text(duty, "scope_city"))
                    && must(duty, "topics").contains(topic));
    List<FeatureDraft> ofType =
        rows.stream().filter(duty -> type.equals(text(duty, "scope_value"))).toList();
    List<FeatureDraft> found =
        ofType.isEmpty()
            ? rows.stream().filter(duty -> text(duty, "scope_field") == null).toList()
            : ofType;
    return found.stream().map(duty -> text(duty, "unit")).collect(Collectors.toSet());
  }

  private static void assertIsThere(String layer, @Nullable String id, FeatureDraft from) {
    assertThat(id == null || byKey.containsKey(layer + "/" + id))
        .as(from.id() + " names " + layer + " " + id)
        .isTrue();
  }

  private static Set<String> citiesOf(String layer) {
    return of(layer).stream().map(one -> must(one, "city")).collect(Collectors.toSet());
  }

  private static @Nullable Object radius(FeatureDraft duty) {
    return duty.properties().get("zone_radius");
  }

  private static FeatureDraft unit(String id) {
    return Objects.requireNonNull(byKey.get("unit/" + id), id);
  }

  private static List<FeatureDraft> duties(Predicate<FeatureDraft> wanted) {
    return of("assignment").stream().filter(wanted).toList();
  }

  private static List<FeatureDraft> of(String layer) {
    return drafts.stream().filter(draft -> draft.layer().equals(layer)).toList();
  }

  private static String must(FeatureDraft draft, String field) {
    return Objects.requireNonNull(text(draft, field), draft.id() + " " + field);
  }

  private static @Nullable String text(FeatureDraft draft, String field) {
    Object value = draft.properties().get(field);
    return value == null ? null : value.toString();
  }
}
