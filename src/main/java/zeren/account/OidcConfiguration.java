package zeren.account;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.password.PasswordEncoder;

/** A login by OpenID Connect, where one is configured; nothing of it is loaded elsewhere. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("zeren.oidc.issuer")
@EnableConfigurationProperties(OidcSettings.class)
class OidcConfiguration {

  @Bean
  OtherLogin oidcLogin(
      OidcSettings settings,
      OidcAccountRepository repository,
      OpenAccounts open,
      PasswordEncoder encoder,
      Clock clock) {
    return new OidcLogin(settings, new OidcAccounts(settings, repository, open, encoder, clock));
  }
}
