package zeren.account.web;

import static zeren.openapi.Parameter.path;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import zeren.openapi.Api;
import zeren.openapi.ApiDescription;

/** How people and programs log in: passwords, sessions, tokens. */
@Component
@Order(9)
class LoginDescription implements ApiDescription {

  @Override
  public void describe(Api api) {
    Api.Section section = api.section("账号", "Accounts");
    section
        .get("/api/account", "我的账号", "One's own account")
        .forAccounts()
        .answers(OwnAccountController.OwnAccount.class);
    section
        .post("/api/account/password", "改密码", "Change one's own password")
        .says("At least 12 characters. All other sessions of the account end.")
        .forAccounts()
        .asks(OwnAccountController.PasswordChange.class)
        .answers(204, "Changed.")
        .refuses(401, "Nobody is logged in.");
    section
        .get("/api/account/sessions", "我登录的地方", "Where one is logged in")
        .forAccounts()
        .answers(SessionController.SessionList.class);
    section
        .delete("/api/account/sessions", "全部退出", "Log out everywhere")
        .forAccounts()
        .answers(204, "Done.")
        .refuses(401, "Nobody is logged in.");
    section
        .delete("/api/account/sessions/{id}", "退出一处", "Log out one browser")
        .forAccounts()
        .takes(path("id", "As the list has it."))
        .answers(204, "Done.")
        .refuses(401, "Nobody is logged in.");
    section
        .get("/api/account/tokens", "我的令牌", "The tokens of one's programs")
        .forAccounts()
        .answers(TokenController.TokenList.class);
    section
        .post("/api/account/tokens", "新建令牌", "Make a token for a program")
        .says(
            "The program sends it as Authorization: Bearer. The secret is in this answer and nowhere else.")
        .forAccounts()
        .asks(TokenController.NewToken.class)
        .answers(201, "application/json", TokenController.MadeToken.class)
        .refuses(401, "Nobody is logged in.");
    section
        .delete("/api/account/tokens/{id}", "删除令牌", "Delete a token, which then no longer holds")
        .forAccounts()
        .takes(path("id", "As the list has it."))
        .answers(204, "Done.")
        .refuses(401, "Nobody is logged in.");
    section
        .post("/api/accounts/{name}/password", "一次性密码", "Give an account a one-time password")
        .says(
            "It has to be changed at the next login. Log in with a password for it: a token is refused.")
        .forAdministrators()
        .takes(path("name", "The name of the account."))
        .answers(OneTimePasswordController.OneTimePassword.class);
    section
        .get("/api/accounts/{name}/sessions", "账号登录的地方", "Where an account is logged in")
        .forAdministrators()
        .takes(path("name", "The name of the account."))
        .answers(SessionController.SessionList.class);
    section
        .delete("/api/accounts/{name}/sessions", "让账号全部退出", "Log an account out everywhere")
        .forAdministrators()
        .takes(path("name", "The name of the account."))
        .answers(204, "Done.");
    section
        .get("/api/tokens", "全部令牌", "The tokens of all accounts")
        .forAdministrators()
        .answers(AllTokensController.AllTokens.class);
    section
        .delete("/api/tokens/{id}", "吊销令牌", "Revoke a token of any account")
        .forAdministrators()
        .takes(path("id", "As the list has it."))
        .answers(204, "It no longer holds.");
  }
}
