package zeren.account;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.authentication.logout.SimpleUrlLogoutSuccessHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import zeren.problem.ProblemException;
import zeren.problem.ProblemWriter;

/**
 * Every path is closed unless it is opened here; what an open path shows of the layers is decided
 * in {@code layer}.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  private static final String[] OPEN = {
    "/",
    "/login",
    "/error",
    "/favicon.ico",
    "/css/**",
    "/js/**",
    "/i18n/**",
    "/img/**",
    "/webjars/**",
    "/api/**",
    "/tiles/**",
    "/ogc/**",
    "/actuator/health",
    "/actuator/health/liveness",
    "/actuator/health/readiness"
  };
  private static final String[] LOGGED_IN = {"/desk", "/desk/**", "/admin", "/admin/**"};

  @Bean
  SecurityFilterChain securityFilterChain(HttpSecurity http, ProblemWriter problems)
      throws Exception {
    SavedPage wanted = new SavedPage();
    CookieCsrfTokenRepository formTokens = new CookieCsrfTokenRepository();
    formTokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
    LanguageKept redirects = new LanguageKept();
    ClosedDoor closedDoor = new ClosedDoor(problems, redirects);
    SavedRequestAwareAuthenticationSuccessHandler welcome =
        new SavedRequestAwareAuthenticationSuccessHandler();
    welcome.setDefaultTargetUrl("/desk");
    welcome.setRequestCache(wanted);
    welcome.setRedirectStrategy(redirects);
    SimpleUrlAuthenticationFailureHandler refusal =
        new SimpleUrlAuthenticationFailureHandler("/login?error");
    refusal.setRedirectStrategy(redirects);
    SimpleUrlLogoutSuccessHandler farewell = new SimpleUrlLogoutSuccessHandler();
    farewell.setRedirectStrategy(redirects);
    return http.authorizeHttpRequests(
            paths ->
                paths
                    .requestMatchers(HttpMethod.GET, OPEN)
                    .permitAll()
                    .requestMatchers(HttpMethod.HEAD, OPEN)
                    .permitAll()
                    .requestMatchers(HttpMethod.OPTIONS, "/ogc/**")
                    .permitAll()
                    .requestMatchers(RequestedChange::isQuestion)
                    .permitAll()
                    .requestMatchers(RequestedChange::isOfTheirOwn)
                    .authenticated()
                    .requestMatchers(RequestedChange::matches)
                    .hasAnyRole("admin", "office")
                    .requestMatchers("/error")
                    .permitAll()
                    .requestMatchers(HttpMethod.GET, LOGGED_IN)
                    .authenticated()
                    .requestMatchers(HttpMethod.HEAD, LOGGED_IN)
                    .authenticated()
                    .requestMatchers(HttpMethod.GET, "/actuator/prometheus")
                    .hasRole("admin")
                    .anyRequest()
                    .denyAll())
        .formLogin(
            form ->
                form.loginPage("/login")
                    .successHandler(welcome)
                    .failureHandler(
                        (request, response, reason) -> {
                          if (reason instanceof InternalAuthenticationServiceException) {
                            closedDoor.nobodyCanBeAsked(request, response);
                          } else {
                            refusal.onAuthenticationFailure(request, response, reason);
                          }
                        }))
        .logout(logout -> logout.logoutSuccessHandler(farewell))
        .httpBasic(basic -> basic.authenticationEntryPoint(closedDoor))
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(formTokens)
                    .ignoringRequestMatchers(
                        RequestedChange::isFromAProgram, RequestedChange::isQuestion))
        .requestCache(cache -> cache.requestCache(wanted))
        .exceptionHandling(
            doors -> doors.authenticationEntryPoint(closedDoor).accessDeniedHandler(closedDoor))
        .headers(
            headers ->
                headers
                    .frameOptions(frames -> frames.deny())
                    .referrerPolicy(
                        referrer ->
                            referrer.policy(
                                org.springframework.security.web.header.writers
                                    .ReferrerPolicyHeaderWriter.ReferrerPolicy.SAME_ORIGIN)))
        .build();
  }

  @Bean
  UserDetailsService userDetailsService(RememberedAccounts accounts) {
    return name ->
        accounts
            .find(name)
            .map(
                account ->
                    User.withUsername(account.name())
                        .password(account.passwordHash())
                        .roles(account.role())
                        .build())
            .orElseThrow(() -> new UsernameNotFoundException("No such account"));
  }

  @Bean
  PasswordEncoder passwordEncoder() {
    return new RecentlyVerifiedPasswords(
        PasswordEncoderFactories.createDelegatingPasswordEncoder());
  }

  /**
   * The steps of the filter chain are not measured one by one: that cost more than the steps. Whole
   * requests are, as {@code http.server.requests}.
   */
  @Bean
  SecurityObservationSettings securityObservationSettings() {
    return SecurityObservationSettings.noObservations();
  }

  /** Ids of features may hold a slash, a percent sign or a semicolon; they arrive encoded. */
  @Bean
  StrictHttpFirewall httpFirewall() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setAllowUrlEncodedSlash(true);
    firewall.setAllowUrlEncodedDoubleSlash(true);
    firewall.setAllowUrlEncodedPercent(true);
    firewall.setAllowUrlEncodedPeriod(true);
    firewall.setAllowSemicolon(true);
    firewall.setAllowBackSlash(true);
    return firewall;
  }

  @Bean
  RequestRejectedHandler requestRejectedHandler(ProblemWriter problems) {
    return (request, response, rejected) ->
        problems.write(
            new ProblemException(
                HttpStatus.BAD_REQUEST,
                "bad-request",
                "The request cannot be read",
                "The address or a header holds characters that are not allowed there; encode them."),
            "/",
            request,
            response);
  }
}
