package zeren.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
        .contains("valid_from, recorded_at");
  }

  @Test
  void namesOfIndexesFitAndDifferByLayerAndByGeometry() throws IOException {
    String longest = "a".repeat(62);
    assertThat(view(longest + "b", "Point", "name").index())
        .hasSizeLessThanOrEqualTo(63)
        .isNotEqualTo(view(longest + "c", "Point", "name").index())
        .isNotEqualTo(view(longest + "b", "MultiPolygon", "name").index())
        .isEqualTo(view(longest + "b", "Point", "other").index());
  }

  @Test
  void theFingerprintChangesWithTheFields() throws IOException {
    assertThat(view("a", "Point", "name").fingerprint())
        .isEqualTo(view("a", "Point", "name").fingerprint())
        .isNotEqualTo(view("a", "Point", "other").fingerprint());
  }
}
