package zeren.account;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.stereotype.Component;
import zeren.problem.ProblemWriter;

/** The filters of ours in the chain that every request passes. */
@Component
class LoginDoors {

  private final ApplicationEventPublisher events;
  private final RateLimits limits;
  private final LoginSessions sessions;
  private final AccessTokens tokens;
  private final OpenAccounts accounts;
  private final SessionIdle idle;
  private final Passwords passwords;
  private final ProblemWriter problems;

  LoginDoors(
      RateLimits limits,
      LoginSessions sessions,
      AccessTokens tokens,
      OpenAccounts accounts,
      SessionIdle idle,
      Passwords passwords,
      ProblemWriter problems,
      ApplicationEventPublisher events) {
    this.events = events;
    this.limits = limits;
    this.sessions = sessions;
    this.tokens = tokens;
    this.accounts = accounts;
    this.idle = idle;
    this.passwords = passwords;
    this.problems = problems;
  }

  SessionDoor place(HttpSecurity http, ClosedDoor closed, RedirectStrategy redirects) {
    SessionDoor door = new SessionDoor(sessions, accounts, idle);
    http.addFilterBefore(door, SecurityContextHolderFilter.class)
        .addFilterAfter(RateDoor.ofAddresses(limits, problems), HeaderWriterFilter.class)
        .addFilterBefore(
            new TokenDoor(tokens, accounts, closed, events), BasicAuthenticationFilter.class)
        .addFilterBefore(RateDoor.ofAccounts(limits, problems), AuthorizationFilter.class)
        .addFilterBefore(
            new OneTimePasswordDoor(passwords, problems, redirects), AuthorizationFilter.class);
    return door;
  }
}
