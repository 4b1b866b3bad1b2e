package zeren.ogc.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.info.BuildProperties;
import tools.jackson.databind.json.JsonMapper;
import zeren.layer.LayerView;
import zeren.layer.Outfalls;
import zeren.layer.Viewer;
import zeren.layer.Views;
import zeren.openapi.OgcDescription;

class OgcApiDocumentTest {

  private final OgcApiDocument document = new OgcApiDocument(parts(), new JsonMapper(), build());

  private static org.springframework.beans.factory.ObjectProvider<OgcDescription> parts() {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("features", new FeaturesDescription());
    return beans.getBeanProvider(OgcDescription.class);
  }

  private static BuildProperties build() {
    return new BuildProperties(new Properties());
  }

  private static LayerView view(String yaml, Viewer viewer) {
    return Views.of(Views.declare(yaml), viewer, List.of());
  }

  @Test
  void isMadeOnceForAllWhoSeeTheSame() {
    byte[] first = document.bytes(List.of(view(Outfalls.YAML, Viewer.ANONYMOUS)));
    assertThat(document.bytes(List.of(Outfalls.view(Viewer.ANONYMOUS)))).isSameAs(first);
  }

  @Test
  void saysWhatIsDeclaredNowAndWhatTheViewerMaySee() {
    String yaml = Outfalls.YAML;
    String more = yaml.replace("name: flow,", "name: discharge,");
    for (int i = 0; i < 2; i++) {
      assertThat(new String(document.bytes(List.of(view(yaml, Viewer.ANONYMOUS))), UTF_8))
          .contains("\"flow\"")
          .doesNotContain("\"discharge\"", "\"tip\"");
      assertThat(new String(document.bytes(List.of(view(yaml, Views.OFFICIAL))), UTF_8))
          .contains("\"flow\"", "\"tip\"");
      assertThat(new String(document.bytes(List.of(view(more, Viewer.ANONYMOUS))), UTF_8))
          .contains("\"discharge\"")
          .doesNotContain("\"flow\"");
      assertThat(new String(document.bytes(List.of()), UTF_8)).doesNotContain("/outfall");
    }
  }
}
