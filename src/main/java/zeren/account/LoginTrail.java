package zeren.account;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationFailureServiceExceptionEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import zeren.trail.Deed;
import zeren.trail.DeedKind;

/** Tells the trail who logs in and out, and who tries to. */
@Component
class LoginTrail {

  private static final String FAILED = LoginTrail.class.getName();

  private final RememberedAccounts accounts;
  private final ApplicationEventPublisher events;

  LoginTrail(RememberedAccounts accounts, ApplicationEventPublisher events) {
    this.accounts = accounts;
    this.events = events;
  }

  /** Whether a failed login has been told of already. */
  static boolean hasTold(HttpServletRequest request) {
    return request.getAttribute(FAILED) != null;
  }

  @EventListener
  void loggedIn(InteractiveAuthenticationSuccessEvent event) {
    events.publishEvent(Deed.of(DeedKind.LOGIN, event.getAuthentication().getName()));
  }

  /** With each request of a program; a form of a person is told of as a login. */
  @EventListener
  void passed(AuthenticationSuccessEvent event) {
    HttpServletRequest request = request();
    if (request != null && request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
      events.publishEvent(Deed.of(DeedKind.ACCESS, event.getAuthentication().getName()));
    }
  }

  @EventListener
  void loggedOut(LogoutSuccessEvent event) {
    events.publishEvent(Deed.of(DeedKind.LOGOUT, event.getAuthentication().getName()));
  }

  /** A name that no account has is not kept: people type their password there by mistake. */
  @EventListener
  void failed(AbstractAuthenticationFailureEvent event) {
    if (event instanceof AuthenticationFailureServiceExceptionEvent) {
      return;
    }
    HttpServletRequest request = request();
    if (request != null) {
      request.setAttribute(FAILED, true);
    }
    String tried = event.getAuthentication().getName();
    String known = accounts.find(tried).map(Account::name).orElse(null);
    events.publishEvent(Deed.of(DeedKind.LOGIN_FAILED, null).on(null, known));
  }

  private static @Nullable HttpServletRequest request() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web
        ? web.getRequest()
        : null;
  }
}
