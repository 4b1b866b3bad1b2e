package zeren.account;

import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import zeren.layer.Role;
import zeren.layer.Scope;
import zeren.problem.ProblemException;

/**
 * Our account for somebody whom the provider of logins knows: made at the first login, with the
 * role, and if they name one the scope, that follow from the claims of each. An account that logs
 * in otherwise is never taken over.
 */
final class OidcAccounts implements OAuth2UserService<OidcUserRequest, OidcUser> {

  private static final int LONGEST_NAME = 64;

  private final OidcUserService users = new OidcUserService();
  private final OidcSettings settings;
  private final OidcClaims claims;
  private final OidcAccountRepository repository;
  private final Accounts accounts;
  private final OpenAccounts open;

  OidcAccounts(
      OidcSettings settings,
      OidcAccountRepository repository,
      Accounts accounts,
      OpenAccounts open) {
    this.settings = settings;
    this.claims = new OidcClaims(settings);
    this.repository = repository;
    this.accounts = accounts;
    this.open = open;
  }

  @Override
  public OidcUser loadUser(OidcUserRequest request) {
    OidcUser user = users.loadUser(request);
    String name = user.getClaimAsString(settings.nameClaim());
    if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
      throw refused("The claim " + settings.nameClaim() + " holds no name");
    }
    Role role =
        claims
            .role(user.getClaims())
            .orElseThrow(() -> refused("No role here follows from the claims"));
    try {
      admit(name, user.getIssuer() + " " + user.getSubject(), role, claims.scope(user.getClaims()));
    } catch (ProblemException e) {
      throw refused(String.valueOf(e.getMessage()));
    }
    if (!open.isOpen(name)) {
      throw refused("The account is closed");
    }
    return new DefaultOidcUser(
        Set.of(new SimpleGrantedAuthority("ROLE_" + role.code())),
        user.getIdToken(),
        user.getUserInfo(),
        settings.nameClaim());
  }

  private void admit(String name, String subject, Role role, Scope told) {
    Optional<String> owner = repository.findSubject(name);
    if (owner.isEmpty()) {
      // Refuses a name that there is already, which then is one of an account with a password.
      accounts.create(name, role, told);
      repository.bind(name, subject);
      open.forget(name);
      return;
    }
    if (!owner.get().equals(subject)) {
      throw refused("There is another account of this name");
    }
    Account known = accounts.get(name);
    Scope scope = told.isAll() ? known.scope() : told;
    if (known.role() != role || !known.scope().equals(scope)) {
      accounts.change(name, known.version(), role, scope, known.isClosed());
    }
  }

  private static OAuth2AuthenticationException refused(String reason) {
    return new OAuth2AuthenticationException(new OAuth2Error("access_denied", reason, null));
  }
}
