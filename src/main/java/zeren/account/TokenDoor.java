package zeren.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets in programs that send {@code Authorization: Bearer} with a token that holds. */
class TokenDoor extends OncePerRequestFilter {

  private static final String SCHEME = "Bearer ";

  private final ApplicationEventPublisher events;
  private final AccessTokens tokens;
  private final OpenAccounts accounts;
  private final ClosedDoor closed;

  TokenDoor(
      AccessTokens tokens,
      OpenAccounts accounts,
      ClosedDoor closed,
      ApplicationEventPublisher events) {
    this.events = events;
    this.tokens = tokens;
    this.accounts = accounts;
    this.closed = closed;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      chain.doFilter(request, response);
      return;
    }
    Optional<ProgramLogin> login;
    try {
      login = logIn(header.substring(SCHEME.length()).strip());
    } catch (DataAccessResourceFailureException e) {
      closed.nobodyCanBeAsked(request, response);
      return;
    }
    if (login.isEmpty()) {
      closed.refuseToken(request, response);
      return;
    }
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(login.get());
    SecurityContextHolder.setContext(context);
    events.publishEvent(new AuthenticationSuccessEvent(login.get()));
    chain.doFilter(request, response);
  }

  private Optional<ProgramLogin> logIn(String secret) {
    return tokens
        .find(secret)
        .flatMap(
            token ->
                accounts.find(token.account()).map(account -> new ProgramLogin(account, token)));
  }
}
