package zeren.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;
import zeren.exchange.Readers;
import zeren.layer.Declarations;
import zeren.layer.FeatureDraft;
import zeren.layer.LayerDeclaration;
import zeren.layer.LayerField;

class SyntheticCityTest {

  private static List<FeatureDraft> districts = List.of();
  private static List<FeatureDraft> city = List.of();

  @BeforeAll
  static void generate() throws IOException {
    districts = Readers.referenceCity().stream().filter(d -> d.layer().equals("district")).toList();
    city = SyntheticCity.generate(districts, SyntheticCity.SEED);
  }

  @Test
  void isTheSameForTheSameSeed() {
    List<FeatureDraft> again = SyntheticCity.generate(districts, SyntheticCity.SEED);
    assertThat(again).hasSameSizeAs(city);
    for (int i = 0; i < city.size(); i++) {
      assertThat(again.get(i).id()).isEqualTo(city.get(i).id());
      assertThat(again.get(i).properties()).isEqualTo(city.get(i).properties());
      assertThat(again.get(i).geometry().equalsExact(city.get(i).geometry()))
          .as(city.get(i).id())
          .isTrue();
    }
  }

  @Test
  void isAnotherForAnotherSeed() {
    List<FeatureDraft> other = SyntheticCity.generate(districts, 1);
    assertThat(other.get(other.size() - 1).geometry())
        .isNotEqualTo(city.get(city.size() - 1).geometry());
  }

  @Test
  void saysOfEveryFeatureThatItIsInvented() {
    Set<String> ids = new HashSet<>();
    assertThat(city)
        .allSatisfy(
            draft -> {
              assertThat(ids.add(draft.layer() + "/" + draft.id())).isTrue();
              assertThat(draft.properties()).containsEntry("synthetic", true);
              assertThat((String) draft.properties().get("source")).contains("合成", "20190610");
            });
  }

  @Test
  void hasOnlyValuesThatTheLayersDeclare() {
    Declarations declarations = Readers.declarations();
    for (FeatureDraft draft : city) {
      LayerDeclaration layer = declarations.find(draft.layer()).orElseThrow();
      assertThat(layer.geometry().accepts(draft.geometry())).as(draft.id()).isTrue();
      draft.properties().forEach((name, value) -> assertDeclared(layer, name, value));
      for (LayerField field : layer.fields()) {
        assertThat(field.required() && draft.properties().get(field.name()) == null)
            .as(draft.id() + " " + field.name())
            .isFalse();
      }
    }
  }

  private static void assertDeclared(LayerDeclaration layer, String name, @Nullable Object value) {
    LayerField field = layer.findField(name).orElseThrow();
    if (value != null) {
      assertThat(value).isInstanceOf(field.type().javaType());
      if (field.values() != null) {
        assertThat(field.values()).containsKey(value.toString());
      }
    }
  }

  @Test
  void hasSitesAndEnterprisesInTheirNumbers() {
    assertThat(of("site")).hasSize(2500);
    assertThat(of("enterprise")).hasSize(3000);
    assertThat(of("site"))
        .allSatisfy(
            site -> {
              assertThat(site.id()).matches("SYN-S\\d{4}");
              assertThat((String) site.properties().get("name")).matches("合成工地\\d{4}（.+）");
              assertThat(site.properties().get("class")).isIn("A", "B", "C");
            });
    assertThat(of("enterprise"))
        .allSatisfy(
            enterprise -> {
              assertThat(enterprise.id()).matches("SYN-E\\d{4}");
              assertThat((String) enterprise.properties().get("name")).matches("合成企业\\d{4}（.+）");
              assertThat(enterprise.properties().get("class")).isIn("A", "B", "C", "D");
            });
  }

  @Test
  void namesAContractorForMostSites() {
    List<FeatureDraft> with =
        of("site").stream().filter(site -> site.properties().containsKey("operator")).toList();
    assertThat(with).hasSizeBetween(2350, 2450);
    assertThat(with)
        .allSatisfy(
            site -> {
              assertThat((String) site.properties().get("operator")).matches("合成施工单位\\d{3}");
              assertThat((String) site.properties().get("operator_phone")).startsWith("000-");
            });
  }

  @Test
  void recordsEveryObjectUnderADistrictThatCoversIt() {
    Map<String, FeatureDraft> byId =
        districts.stream().collect(Collectors.toMap(FeatureDraft::id, d -> d));
    for (String layer : List.of("site", "enterprise")) {
      for (FeatureDraft object : of(layer)) {
        String recorded = String.valueOf(object.properties().get("district_recorded"));
        FeatureDraft district = Objects.requireNonNull(byId.get(recorded), recorded);
        assertThat(covers(district, object)).as(object.id()).isTrue();
        assertThat(districts.stream().anyMatch(d -> isCountyAround(d, object))).isTrue();
      }
    }
  }

  @Test
  void isDenserInUrbanDistrictsThanInCountiesAndUsesEveryTypeOften() {
    assertThat(perSquareDegree("金水区")).isGreaterThan(2 * perSquareDegree("登封市"));

    Map<Object, Integer> types = new HashMap<>();
    of("site").forEach(site -> types.merge(site.properties().get("type"), 1, Integer::sum));
    assertThat(types).hasSize(8);
    assertThat(types.get("building")).isBetween(1000, 1300);
    assertThat(types.get("spoil")).isBetween(20, 90);
  }

  @Test
  void recordsSomeObjectsUnderDevelopmentZones() {
    long underZones =
        of("site").stream()
            .filter(
                s -> String.valueOf(s.properties().get("district_recorded")).startsWith("41017"))
            .count();
    assertThat(underZones).isBetween(50L, 600L);
  }

  private static boolean isCountyAround(FeatureDraft district, FeatureDraft object) {
    return "county".equals(district.properties().get("kind")) && covers(district, object);
  }

  /** Without an index, unlike the code under test. */
  private static boolean covers(FeatureDraft area, FeatureDraft point) {
    Coordinate lonLat = point.geometry().getCoordinate();
    return SimplePointInAreaLocator.locate(lonLat, area.geometry()) != Location.EXTERIOR;
  }

  private static double perSquareDegree(String county) {
    FeatureDraft area =
        districts.stream().filter(d -> name(d).equals(county)).findFirst().orElseThrow();
    long inside = of("site").stream().filter(s -> covers(area, s)).count();
    return inside / area.geometry().getArea();
  }

  private static List<FeatureDraft> of(String layer) {
    return city.stream().filter(draft -> draft.layer().equals(layer)).toList();
  }

  private static String name(FeatureDraft draft) {
    return String.valueOf(draft.properties().get("name"));
  }
}
