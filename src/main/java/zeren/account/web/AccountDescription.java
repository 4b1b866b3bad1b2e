package zeren.account.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import zeren.openapi.Api;
import zeren.openapi.ApiDescription;
import zeren.openapi.Parameter;
import zeren.openapi.Schema;

/** Who is asking, and the forms by which a browser logs in and out. */
@Component
@Order(9)
class AccountDescription implements ApiDescription {

  private static final Parameter NAME = Parameter.path("name", "Name of an account.");

  private static final String FORM = "application/x-www-form-urlencoded";

  private static final String LAST = "It is the last open account of an administrator.";

  @Override
  public void describe(Api api) {
    Api.Section section = api.section("账号", "Accounts");
    section
        .get("/api/me", "我是谁", "Who the server takes the caller for")
        .answers(MeController.Me.class);
    Parameter version =
        Parameter.header("If-Match", "ETag of the version that was looked at, such as \"3\".");
    section
        .get("/api/accounts", "账号列表", "All accounts, for administrators")
        .forAdministrators()
        .answers(AccountController.AccountList.class);
    section
        .post("/api/accounts", "新建账号", "Make an account; its password is shown this once")
        .says("Log in with a password for it: a token is refused.")
        .forAdministrators()
        .asks(AccountController.NewAccount.class)
        .answers(201, "application/json", AccountController.MadeAccount.class)
        .refuses(409, "There is an account of that name, perhaps a closed one.");
    section
        .get("/api/accounts/{name}", "一个账号", "One account")
        .forAdministrators()
        .takes(NAME)
        .answers(AccountController.AccountBody.class);
    section
        .put("/api/accounts/{name}", "修改账号", "Change role and scope, close or open again")
        .forAdministrators()
        .takes(NAME, version)
        .asks(AccountController.ChangedAccount.class)
        .answers(AccountController.AccountBody.class)
        .refuses(409, LAST)
        .refuses(412, "The account has been changed since.")
        .refuses(428, "If-Match was not sent.");
    section
        .delete("/api/accounts/{name}", "停用账号", "Close an account")
        .forAdministrators()
        .takes(NAME, version)
        .answers(204, "It is closed.")
        .refuses(409, LAST)
        .refuses(412, "The account has been changed since.")
        .refuses(428, "If-Match was not sent.");
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
