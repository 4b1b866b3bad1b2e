package zeren.account;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** A program that sent an {@link AccessToken}. */
final class ProgramLogin extends AbstractAuthenticationToken {

  private final String name;

  ProgramLogin(UserDetails account, AccessToken token) {
    super(
        token.readsOnly()
            ? List.of(new SimpleGrantedAuthority("ROLE_viewer"))
            : account.getAuthorities());
    this.name = account.getUsername();
    setAuthenticated(true);
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
