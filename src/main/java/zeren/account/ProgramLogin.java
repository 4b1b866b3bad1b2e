package zeren.account;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.userdetails.UserDetails;

/** A program that sent an {@link AccessToken}. */
final class ProgramLogin extends AbstractAuthenticationToken {

  private final String name;
  private final boolean readsOnly;

  ProgramLogin(UserDetails account, AccessToken token) {
    super(account.getAuthorities());
    this.name = account.getUsername();
    this.readsOnly = token.readsOnly();
    setAuthenticated(true);
  }

  boolean readsOnly() {
    return readsOnly;
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Object getPrincipal() {
    return name;
  }
}
