package zeren.account;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** The way by the provider: there, back with a code, and the check of what it says. */
final class OidcLogin implements OtherLogin {

  private static final String ID = "elsewhere";

  private final OidcSettings settings;
  private final OidcAccounts accounts;

  OidcLogin(OidcSettings settings, OidcAccounts accounts) {
    this.settings = settings;
    this.accounts = accounts;
  }

  @Override
  public String path() {
    return "/oauth2/authorization/" + ID;
  }

  @Override
  public void open(
      HttpSecurity http,
      AuthenticationSuccessHandler welcome,
      AuthenticationFailureHandler refusal) {
    http.oauth2Login(
        login ->
            login
                .loginPage("/login")
                // The provider is asked at the first login: a start does not wait for it.
                .clientRegistrationRepository(
                    new SupplierClientRegistrationRepository(
                        () -> new InMemoryClientRegistrationRepository(registration())))
                .userInfoEndpoint(info -> info.oidcUserService(accounts))
                .successHandler(welcome)
                .failureHandler(refusal));
  }

  private ClientRegistration registration() {
    return ClientRegistrations.fromIssuerLocation(settings.issuer())
        .registrationId(ID)
        .clientId(settings.clientId())
        .clientSecret(settings.clientSecret())
        .scope("openid", "profile")
        .build();
  }
}
