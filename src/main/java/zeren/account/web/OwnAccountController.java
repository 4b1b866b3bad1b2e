package zeren.account.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zeren.account.CurrentSession;
import zeren.account.Passwords;
import zeren.problem.ProblemException;
import zeren.problem.QueryParameters;

/** One's own account: how it logs in. */
@RestController
@RequestMapping("/api/account")
class OwnAccountController {

  private final Passwords passwords;

  OwnAccountController(Passwords passwords) {
    this.passwords = passwords;
  }

  /**
   * @param hasPassword whether it logs in with a password that is kept here
   * @param passwordDue whether that is a one-time password, to be changed before anything else
   */
  record OwnAccount(String name, boolean hasPassword, boolean passwordDue) {}

  record PasswordChange(
      @JsonProperty("old") @Nullable String old, @JsonProperty("new") @Nullable String wanted) {}

  @GetMapping
  OwnAccount get(Authentication login, HttpServletRequest request) {
    QueryParameters.of(request).allowOnly(List.of());
    String name = login.getName();
    return new OwnAccount(name, passwords.isKeptHere(name), passwords.isDue(name));
  }

  @PostMapping("/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void change(@RequestBody PasswordChange body, Authentication login, HttpServletRequest request) {
    QueryParameters.of(request).allowOnly(List.of());
    passwords.change(
        login.getName(),
        given("old", body.old()),
        given("new", body.wanted()),
        request.getRemoteAddr(),
        CurrentSession.id(request));
  }

  private static String given(String member, @Nullable String value) {
    if (value == null) {
      throw ProblemException.badParameter(
          member, "The body has two members, old and new; " + member + " is missing.");
    }
    return value;
  }
}
