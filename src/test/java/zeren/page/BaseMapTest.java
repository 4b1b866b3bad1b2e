package zeren.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class BaseMapTest {

  private static BaseMap at(String url) {
    return new BaseMap(url, "wgs84", "a,b,c", "", "");
  }

  private static String policy(BaseMap baseMap) throws Exception {
    MockHttpServletResponse response = new MockHttpServletResponse();
    new ContentSecurityPolicy(baseMap)
        .doFilter(new MockHttpServletRequest(), response, new MockFilterChain());
    return String.valueOf(response.getHeader("Content-Security-Policy"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://tiles.example/{z}/{x}/{y}.png, https://tiles.example",
    "http://tiles.example:8080/a/{z}/{y}/{x}, http://tiles.example:8080",
    "https://t{s}.tiles.example/w?x={x}&y={y}&z={z}, https://*.tiles.example",
    "https://{s}.tiles.example/{z}/{x}/{y}, https://*.tiles.example",
    "https://tiles.example?x={x}&y={y}&z={z}, https://tiles.example"
  })
  void theOriginOfTheSourceMayBeLoadedFrom(String url, String origin) throws Exception {
    assertThat(at(url).origin()).isEqualTo(origin);
    assertThat(policy(at(url))).contains("img-src 'self' data: " + origin + ";");
  }

  @Test
  void noSourceAndOwnPathsNeedNoOrigin() throws Exception {
    assertThat(at("").origin()).isNull();
    assertThat(at("/own/{z}/{x}/{y}.png").origin()).isNull();
    assertThat(policy(at(""))).contains("img-src 'self' data:;");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://tiles.example/{z}/{x}.png",
        "https://tiles.example/",
        "tiles.example/{z}/{x}/{y}",
        "//tiles.example/{z}/{x}/{y}",
        "ftp://tiles.example/{z}/{x}/{y}",
        "javascript:alert({x}{y}{z})",
        "https://tiles.example; script-src */{z}/{x}/{y}",
        "https://tiles.example */{z}/{x}/{y}",
        "https:///{z}/{x}/{y}",
        "https://a,b/{z}/{x}/{y}",
        "https://'unsafe-inline'/{z}/{x}/{y}",
        "https://tiles.example/{z}/{x}/{y}\nX-Header: 1",
        "data:{z}{x}{y}"
      })
  void anAddressThatIsNoneIsRefusedAtTheStart(String url) {
    assertThatThrownBy(() -> at(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("zeren.basemap.url");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "WGS84", "bd09", "EPSG:4326"})
  void aDatumThatPagesCannotDrawIsRefusedAtTheStart(String datum) {
    assertThatThrownBy(() -> new BaseMap("", datum, "a,b,c", "", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("wgs84 or gcj02");
  }

  @Test
  void nothingIsRunButOurOwnFiles() throws Exception {
    assertThat(policy(at("https://tiles.example/{z}/{x}/{y}.png")).split("; "))
        .contains("default-src 'self'", "style-src 'self'", "object-src 'none'", "base-uri 'none'")
        .anyMatch(part -> part.matches("script-src 'self' 'sha256-[A-Za-z0-9+/]{43}='"))
        .noneMatch(part -> part.contains("unsafe"));
  }
}
