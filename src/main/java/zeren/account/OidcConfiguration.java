package zeren.account;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A login by OpenID Connect, where one is configured; nothing of it is loaded elsewhere. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("zeren.oidc.issuer")
@EnableConfigurationProperties(OidcSettings.class)
class OidcConfiguration {

  @Bean
  OtherLogin oidcLogin(
      OidcSettings settings,
      OidcAccountRepository repository,
      Accounts accounts,
      OpenAccounts open) {
    return new OidcLogin(settings, new OidcAccounts(settings, repository, accounts, open));
  }
}
