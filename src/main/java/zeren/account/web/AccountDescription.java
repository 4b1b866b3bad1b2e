package zeren.account.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import zeren.openapi.Api;
import zeren.openapi.ApiDescription;
import zeren.openapi.Schema;

/** Who is asking, and the forms by which a browser logs in and out. */
@Component
@Order(9)
class AccountDescription implements ApiDescription {

  private static final String FORM = "application/x-www-form-urlencoded";

  @Override
  public void describe(Api api) {
    Api.Section section = api.section("账号", "Accounts");
    section
        .get("/api/me", "我是谁", "Who the server takes the caller for")
        .answers(MeController.Me.class);
    Map<String, Schema> form = new LinkedHashMap<>();
    form.put("username", Schema.text());
    form.put("password", Schema.text());
    form.put("_csrf", Schema.text().with("description", "The form token of the login page."));
    section
        .post("/login", "登录", "Log in, from the form of the login page")
        .forBrowsers()
        .asks(FORM, Schema.object(form, form.keySet()))
        .answers(302, "To the page that was wanted, or back to the form.");
    Map<String, Schema> token = Map.of("_csrf", Schema.text());
    section
        .post("/logout", "退出", "Log out")
        .forBrowsers()
        .asks(FORM, Schema.object(token, token.keySet()))
        .answers(302, "To the login page.");
  }
}
