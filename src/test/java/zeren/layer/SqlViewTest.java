package zeren.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SqlViewTest {

  private static SqlView view(String id, String geometry, String field) throws IOException {
    String yaml =
        """
        id: %s
        title: {zh: 一, en: One}
        geometry: %s
        visibility: public
        name: %s
        fields:
          - {name: %s, type: text, title: {zh: 名称, en: Name}}
        drawing: {order: 1, style: {shape: circle}}
        """
            .formatted(id, geometry, field, field);
    return SqlView.of(
        new DeclarationReader()
            .read(id + ".yml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void aFieldCalledLikeAColumnOfTheViewStepsAside() throws IOException {
    assertThat(view("a", "Point", "valid_from").select())
        .contains("(properties ->> 'valid_from') AS \"valid_from_\"")
        .contains("valid_from, valid_to, recorded_at");
  }

  @Test
  void namesOfIndexesFitAndDifferByLayerAndByGeometry() throws IOException {
    String longest = "a".repeat(62);
    assertThat(index(longest + "b", "Point", "name"))
        .hasSizeLessThanOrEqualTo(63)
        .isNotEqualTo(index(longest + "c", "Point", "name"))
        .isNotEqualTo(index(longest + "b", "MultiPolygon", "name"))
        .isEqualTo(index(longest + "b", "Point", "other"));
  }

  private static String index(String id, String geometry, String field) throws IOException {
    return Objects.requireNonNull(view(id, geometry, field).index()).name();
  }

  @Test
  void aTableHasNeitherAGeometryNorAnIndexOfPlaces() throws IOException {
    SqlView view = view("unit", "None", "name");
    assertThat(view.select()).contains("valid_from, valid_to").doesNotContain("geometry");
    assertThat(view.index()).isNull();
  }

  @Test
  void theFingerprintChangesWithTheFields() throws IOException {
    assertThat(view("a", "Point", "name").fingerprint())
        .isEqualTo(view("a", "Point", "name").fingerprint())
        .isNotEqualTo(view("a", "Point", "other").fingerprint());
  }
}
