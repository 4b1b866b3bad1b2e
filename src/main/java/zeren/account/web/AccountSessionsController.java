package zeren.account.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zeren.account.Accounts;
import zeren.account.CurrentSession;
import zeren.account.LoginSessions;
import zeren.problem.QueryParameters;

/** For administrators: where somebody is logged in, and the end of it. */
@RestController
@RequestMapping("/api/accounts/{name}/sessions")
class AccountSessionsController {

  private final Accounts accounts;
  private final LoginSessions sessions;

  AccountSessionsController(Accounts accounts, LoginSessions sessions) {
    this.accounts = accounts;
    this.sessions = sessions;
  }

  @GetMapping
  SessionController.SessionList list(@PathVariable String name, HttpServletRequest request) {
    QueryParameters.of(request).allowOnly(List.of());
    String account = accounts.get(name).name();
    String current = CurrentSession.id(request);
    return new SessionController.SessionList(
        sessions.of(account).stream()
            .map(session -> SessionController.Session.of(session, current))
            .toList());
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void endAll(@PathVariable String name, HttpServletRequest request) {
    QueryParameters.of(request).allowOnly(List.of());
    sessions.endAllBut(accounts.get(name).name(), null);
  }
}
