package zeren.account;

import java.util.function.Supplier;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * One's own account is for people, and so is whatever gives a password or a token: a program's
 * token makes nothing that lasts longer than itself.
 */
final class OwnAccount implements AuthorizationManager<RequestAuthorizationContext> {

  @Override
  public AuthorizationDecision authorize(
      Supplier<? extends Authentication> login, RequestAuthorizationContext context) {
    Authentication who = login.get();
    return new AuthorizationDecision(
        who != null
            && who.isAuthenticated()
            && !(who instanceof AnonymousAuthenticationToken)
            && !(who instanceof ProgramLogin));
  }
}
