package zeren.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import zeren.account.OtherLogin;
import zeren.layer.Viewer;

@RestController
class PageController {

  private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

  private final Pages pages;
  private final PublicPlaces places;
  private final PublicAddress address;
  private final String otherLogin;

  PageController(
      Pages pages,
      PublicPlaces places,
      PublicAddress address,
      ObjectProvider<OtherLogin> otherLogin) {
    this.pages = pages;
    this.places = places;
    this.address = address;
    this.otherLogin = otherLogin.stream().map(OtherLogin::path).findFirst().orElse("");
  }

  @GetMapping("/")
  ResponseEntity<String> map(Viewer viewer, HttpServletRequest request) {
    String language = "en".equals(request.getParameter("lang")) ? "en" : "zh";
    return page(
        "map",
        viewer,
        request,
        Map.of(
            "places", places.list(language, null),
            "toAll", new CellAddress(language, null).toAll(),
            "address", address.of("/", request),
            "picture", address.of("/img/share.png", request)));
  }

  @GetMapping("/desk")
  ResponseEntity<String> desk(Viewer viewer, HttpServletRequest request) {
    return page("desk", viewer, request);
  }

  @GetMapping("/desk/audit")
  ResponseEntity<String> audit(Viewer viewer, HttpServletRequest request) {
    return page("audit", viewer, request);
  }

  @GetMapping("/desk/joint-control")
  ResponseEntity<String> jointControl(Viewer viewer, HttpServletRequest request) {
    return page("joint-control", viewer, request);
  }

  /** The own area of whoever is in charge of one, for a phone. */
  @GetMapping("/my")
  ResponseEntity<String> my(Viewer viewer, HttpServletRequest request) {
    return page("my", viewer, request);
  }

  @GetMapping("/admin")
  ResponseEntity<String> admin(Viewer viewer, HttpServletRequest request) {
    return page("admin", viewer, request);
  }

  /** One's own account: password, sessions, tokens. */
  @GetMapping("/account")
  ResponseEntity<String> account(Viewer viewer, HttpServletRequest request) {
    return page("account", viewer, request);
  }

  @GetMapping("/login")
  ResponseEntity<String> login(Viewer viewer, HttpServletRequest request) {
    return page("login", viewer, request);
  }

  /** What the service says of itself to programs, for people. */
  @GetMapping("/api")
  ResponseEntity<String> api(Viewer viewer, HttpServletRequest request) {
    return page("api", viewer, request);
  }

  private ResponseEntity<String> page(String name, Viewer viewer, HttpServletRequest request) {
    return page(name, viewer, request, Map.of());
  }

  private ResponseEntity<String> page(
      String name, Viewer viewer, HttpServletRequest request, Map<String, Object> more) {
    Map<String, Object> values = new HashMap<>(more);
    values.put("lang", "en".equals(request.getParameter("lang")) ? "en" : "zh");
    values.put("isMap", name.equals("map"));
    values.put("isDesk", name.equals("desk"));
    values.put("isAudit", name.equals("audit"));
    values.put("isMy", name.equals("my"));
    values.put("isAdmin", name.equals("admin"));
    boolean ogc = "ogc".equals(request.getParameter("document"));
    values.put("document", ogc ? "/ogc/api?f=json" : "/api/openapi.json");
    values.put("isWhole", !ogc);
    values.put("mayEdit", viewer.mayEdit());
    values.put("mayImport", viewer.mayImport());
    values.put("seesAll", viewer.seesInternal());
    values.put("isAdministrator", viewer.isAdministrator());
    values.put("account", viewer.name() == null ? "" : viewer.name());
    values.put("isAccount", name.equals("account"));
    values.put("failed", request.getParameter("error") != null);
    values.put("otherLogin", otherLogin);
    values.put("refused", request.getParameter("refused") != null);
    values.put("busy", request.getParameter("busy") != null);
    values.put("wait", secondsOf(request.getParameter("wait")));
    boolean hasForm = viewer.name() != null || name.equals("login");
    // Reading the token sets a cookie; the public map shall set none.
    if (hasForm && request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
      values.put("csrfName", token.getParameterName());
      values.put("csrfToken", token.getToken());
    } else {
      values.put("csrfName", "");
      values.put("csrfToken", "");
    }
    return ResponseEntity.ok()
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .body(pages.render(name, values));
  }

  /** What an address may say of a wait; nothing when it says something else. */
  private static String secondsOf(@Nullable String wait) {
    return wait != null && wait.matches("[1-9]\\d{0,4}") ? wait : "";
  }
}
