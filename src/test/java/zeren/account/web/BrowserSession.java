package zeren.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import zeren.RunningZeren;

/** Forms and cookies as a browser sends them, one browser each. */
final class BrowserSession {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final RunningZeren zeren;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();
  private String token = "";

  BrowserSession(RunningZeren zeren) {
    this.zeren = zeren;
  }

  /** Behind a proxy on this machine that says so. */
  BrowserSession with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  HttpResponse<String> get(String path) {
    return send(zeren.request(path).header("Accept", "text/html,*/*"));
  }

  HttpResponse<String> logIn(String name, String password) {
    token = tokenOf(get("/login"));
    HttpResponse<String> answer =
        form(
            "/login",
            "username="
                + encoded(name)
                + "&password="
                + encoded(password)
                + "&_csrf="
                + encoded(token));
    if (answer.statusCode() == 302 && !location(answer).contains("/login")) {
      token = tokenOf(get("/account"));
    }
    return answer;
  }

  HttpResponse<String> logOut() {
    return form("/logout", "_csrf=" + encoded(token));
  }

  HttpResponse<String> json(String method, String path, String body) {
    return send(
        zeren
            .request(path)
            .header("X-XSRF-TOKEN", token)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body)));
  }

  String name() {
    return RunningZeren.json(get("/api/me")).path("name").asString(null);
  }

  String cookie(String name) {
    return cookies.getOrDefault(name, "");
  }

  void plant(String name, String value) {
    cookies.put(name, value);
  }

  static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  private static String tokenOf(HttpResponse<String> page) {
    Matcher found = TOKEN.matcher(page.body());
    assertThat(found.find()).as("a token in %s: %s", page.uri(), page.statusCode()).isTrue();
    return found.group(1);
  }

  private HttpResponse<String> form(String path, String body) {
    return send(
        zeren
            .request(path)
            .header("Accept", "text/html,*/*")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    headers.forEach(request::header);
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    HttpResponse<String> answer = zeren.send(request);
    for (String set : answer.headers().allValues("Set-Cookie")) {
      String[] pair = set.substring(0, set.indexOf(';')).split("=", 2);
      if (set.contains("Max-Age=0") || set.contains("01 Jan 1970")) {
        cookies.remove(pair[0]);
      } else {
        cookies.put(pair[0], pair[1]);
      }
    }
    return answer;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
