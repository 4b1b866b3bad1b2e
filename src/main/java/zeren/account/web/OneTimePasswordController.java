package zeren.account.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import zeren.account.Passwords;
import zeren.problem.QueryParameters;

/** For administrators: a way in for who is new, or has forgotten the password. */
@RestController
class OneTimePasswordController {

  private final Passwords passwords;

  OneTimePasswordController(Passwords passwords) {
    this.passwords = passwords;
  }

  /**
   * @param password to be changed at the first login; nobody can read it again
   */
  record OneTimePassword(String password) {}

  @PostMapping("/api/accounts/{name}/password")
  OneTimePassword issue(@PathVariable String name, HttpServletRequest request) {
    QueryParameters.of(request).allowOnly(List.of());
    return new OneTimePassword(passwords.issue(name));
  }
}
