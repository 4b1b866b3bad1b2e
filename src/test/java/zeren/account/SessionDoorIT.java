package zeren.account;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import zeren.RunningZeren;

class SessionDoorIT {

  private final RunningZeren zeren = RunningZeren.empty();
  private final MockHttpSession session = new MockHttpSession();

  private void pass() throws ServletException, IOException {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
    request.setSession(session);
    new SessionDoor(
            zeren.bean(LoginSessions.class),
            zeren.bean(OpenAccounts.class),
            zeren.bean(SessionIdle.class))
        .doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
  }

  @Test
  void aLoginThatStandsInNoListEnds() throws ServletException, IOException {
    session.setAttribute(
        HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
        new SecurityContextImpl(
            UsernamePasswordAuthenticationToken.authenticated(
                RunningZeren.ADMIN_NAME, "", AuthorityUtils.NO_AUTHORITIES)));
    pass();
    assertThat(session.isInvalid()).isTrue();
  }

  @Test
  void whoIsOnTheWayToALoginGoesOn() throws ServletException, IOException {
    session.setAttribute("state of a provider", "x");
    pass();
    assertThat(session.isInvalid()).isFalse();
  }
}
