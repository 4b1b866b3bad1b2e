package zeren.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import zeren.RunningZeren;

/** Who is logged in as a browser is: pages take no password by HTTP Basic. */
final class PageSessions {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final RunningZeren zeren;
  private final Map<String, String> cookies = new HashMap<>();

  PageSessions(RunningZeren zeren) {
    this.zeren = zeren;
  }

  /** The cookie of a session; another one when a request of the account has ended the last. */
  String cookie(String name, String password) {
    if (zeren.bean(LoginSessions.class).of(name).isEmpty()) {
      cookies.remove(name);
    }
    return cookies.computeIfAbsent(name, absent -> logIn(name, password));
  }

  private String logIn(String name, String password) {
    HttpResponse<String> login = submit(name, password);
    assertThat(login.headers().firstValue("Location").orElse("")).doesNotContain("/login");
    return cookies(login);
  }

  /** How the form is answered. */
  HttpResponse<String> submit(String name, String password) {
    HttpResponse<String> page = zeren.get("/login");
    Matcher token = TOKEN.matcher(page.body());
    assertThat(token.find()).as("a token in the form").isTrue();
    return zeren.send(
        zeren
            .request("/login")
            .header("Cookie", cookies(page))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "username=%s&password=%s&_csrf=%s"
                        .formatted(encoded(name), encoded(password), encoded(token.group(1))))));
  }

  private static String cookies(HttpResponse<String> answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(set -> !set.contains("Max-Age=0") && !set.contains("01 Jan 1970"))
        .map(set -> set.substring(0, set.indexOf(';')))
        .collect(Collectors.joining("; "));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
