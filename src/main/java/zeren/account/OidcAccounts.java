package zeren.account;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Our account for somebody whom the provider of logins knows: made at the first login, with the
 * role that follows from the claims of each. An account that logs in otherwise is never taken over.
 */
final class OidcAccounts implements OAuth2UserService<OidcUserRequest, OidcUser> {

  /** The most first: whoever has several roles there has the first of these here. */
  private static final List<String> ROLES =
      List.of("admin", "office", "district", "grid_manager", "viewer");

  private static final int LONGEST_NAME = 100;

  private final OidcUserService users = new OidcUserService();
  private final OidcSettings settings;
  private final OidcAccountRepository repository;
  private final OpenAccounts open;
  private final PasswordEncoder encoder;
  private final Clock clock;

  OidcAccounts(
      OidcSettings settings,
      OidcAccountRepository repository,
      OpenAccounts open,
      PasswordEncoder encoder,
      Clock clock) {
    this.settings = settings;
    this.repository = repository;
    this.open = open;
    this.encoder = encoder;
    this.clock = clock;
    if (!ROLES.containsAll(settings.roles().values())) {
      throw new IllegalArgumentException("zeren.oidc.roles leads to a role that is none of " + ROLES);
    }
  }

  @Override
  public OidcUser loadUser(OidcUserRequest request) {
    OidcUser user = users.loadUser(request);
    String name = user.getClaimAsString(settings.nameClaim());
    if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
      throw refused("The claim " + settings.nameClaim() + " holds no name");
    }
    String role =
        roleOf(user.getClaims()).orElseThrow(() -> refused("No role here follows from the claims"));
    String subject = user.getIssuer() + " " + user.getSubject();
    if (!repository.update(name, subject, role)
        && !repository.insert(name, subject, role, noPassword(), clock.instant())) {
      throw refused("There is another account of this name");
    }
    if (!open.isOpen(name)) {
      throw refused("The account is closed");
    }
    return new DefaultOidcUser(
        Set.of(new SimpleGrantedAuthority("ROLE_" + role)),
        user.getIdToken(),
        user.getUserInfo(),
        settings.nameClaim());
  }

  /** The hash of one that nobody knows. */
  private String noPassword() {
    return String.valueOf(encoder.encode(RandomText.of(45)));
  }

  private Optional<String> roleOf(Map<String, Object> claims) {
    Set<String> values = values(claims);
    return ROLES.stream()
        .filter(
            role ->
                settings.roles().entrySet().stream()
                    .anyMatch(
                        entry -> entry.getValue().equals(role) && values.contains(entry.getKey())))
        .findFirst();
  }

  private Set<String> values(Map<String, Object> claims) {
    @Nullable Object at = claims;
    for (String name : settings.roleClaim().split("\\.")) {
      at = at instanceof Map<?, ?> map ? map.get(name) : null;
    }
    if (at instanceof Collection<?> list) {
      return Set.copyOf(list.stream().map(String::valueOf).toList());
    }
    return at == null ? Set.of() : Set.of(String.valueOf(at));
  }

  private static OAuth2AuthenticationException refused(String reason) {
    return new OAuth2AuthenticationException(new OAuth2Error("access_denied", reason, null));
  }
}
