package zeren.account;

import static org.springframework.security.authorization.AuthorizationManagers.allOf;

import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AccountStatusUserDetailsChecker;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.authentication.event.AuthenticationFailureLockedEvent;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.SimpleUrlLogoutSuccessHandler;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.PermissionsPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import zeren.layer.Declarations;
import zeren.layer.Viewer;
import zeren.problem.ProblemException;
import zeren.problem.ProblemWriter;

/**
 * Every path is closed unless it is opened here; what an open path shows of the layers is decided
 * in {@code layer}.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  /** A quarter of a second on the machines of these years; an older hash is renewed at a login. */
  private static final int STRENGTH = 12;

  private static final String[] OPEN = {
    "/",
    "/cell",
    "/cell/**",
    "/robots.txt",
    "/sitemap.xml",
    "/sitemap/*.xml",
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

  /** A phone may ask where it is; nothing else of what browsers can give is used. */
  private static final String PERMISSIONS =
      "geolocation=(self), camera=(), microphone=(), payment=(), usb=(), bluetooth=(), serial=(),"
          + " midi=(), display-capture=(), browsing-topics=()";

  private static final String[] OWN = {"/account", "/api/account", "/api/account/**"};

  private static final String[] LOGGED_IN = {"/my", "/desk", "/desk/**", "/admin", "/admin/**"};

  /**
   * Whoever sends these gets a password back, with which a token would become an account: that of
   * its owner, or another one that outlives the token.
   */
  private static final String[] GIVING_PASSWORDS = {
    "/api/accounts", "/api/accounts/{name}/password"
  };

  /** Who may do what, who did what, and how the service fares. */
  private static final String[] FOR_ADMINISTRATORS = {
    "/api/accounts",
    "/api/accounts/**",
    "/api/tokens",
    "/api/tokens/**",
    "/api/trail",
    "/api/trail/**",
    "/api/operation",
    "/api/operation/**"
  };

  @Bean
  SecurityFilterChain securityFilterChain(
      HttpSecurity http,
      ProblemWriter problems,
      CurrentViewer viewers,
      LoginDoors doors,
      BasicLogins basicLogins,
      ObjectProvider<OtherLogin> other,
      Declarations declarations,
      ApplicationEventPublisher events)
      throws Exception {
    SavedPage wanted = new SavedPage();
    CookieCsrfTokenRepository formTokens = new CookieCsrfTokenRepository();
    formTokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
    LanguageKept redirects = new LanguageKept();
    ClosedDoor closedDoor = new ClosedDoor(problems, redirects);
    SimpleUrlLogoutSuccessHandler farewell = new SimpleUrlLogoutSuccessHandler();
    farewell.setRedirectStrategy(redirects);
    SessionDoor sessions = doors.place(http, closedDoor, redirects);
    Welcome welcome = new Welcome(sessions, closedDoor, wanted, redirects);
    OwnAccount own = new OwnAccount();
    OtherLogin elsewhere = other.getIfAvailable();
    if (elsewhere != null) {
      elsewhere.open(http, welcome, new LoginRefusal(closedDoor, redirects, "refused"));
    }
    return http.authorizeHttpRequests(
            paths ->
                paths
                    .requestMatchers(HttpMethod.GET, OWN)
                    .access(own)
                    .requestMatchers(HttpMethod.HEAD, OWN)
                    .access(own)
                    .requestMatchers(HttpMethod.POST, OWN)
                    .access(own)
                    .requestMatchers(HttpMethod.DELETE, OWN)
                    .access(own)
                    .requestMatchers(HttpMethod.POST, GIVING_PASSWORDS)
                    .access(allOf(own, viewers.when(Viewer::isAdministrator)))
                    .requestMatchers(FOR_ADMINISTRATORS)
                    .access(viewers.when(Viewer::isAdministrator))
                    .requestMatchers(HttpMethod.GET, OPEN)
                    .permitAll()
                    .requestMatchers(HttpMethod.HEAD, OPEN)
                    .permitAll()
                    .requestMatchers(HttpMethod.OPTIONS, "/ogc/**")
                    .permitAll()
                    .requestMatchers(RequestedChange::isQuestion)
                    .permitAll()
                    .requestMatchers(RequestedChange::isTable)
                    .access(viewers.when(viewer -> viewer.name() != null))
                    .requestMatchers(RequestedChange::isOfTheirOwn)
                    .access(viewers.whenKeeping())
                    .requestMatchers(RequestedChange::isEdit)
                    .access(viewers.when(Viewer::mayEdit))
                    .requestMatchers(RequestedChange::isImport)
                    .access(viewers.when(Viewer::mayImport))
                    .requestMatchers(RequestedChange::matches)
                    .access(viewers.when(Viewer::isOffice))
                    .requestMatchers("/error")
                    .permitAll()
                    .requestMatchers(HttpMethod.GET, LOGGED_IN)
                    .access(viewers.when(viewer -> viewer.name() != null))
                    .requestMatchers(HttpMethod.HEAD, LOGGED_IN)
                    .access(viewers.when(viewer -> viewer.name() != null))
                    .requestMatchers(HttpMethod.GET, "/actuator/prometheus")
                    .access(viewers.when(Viewer::isAdministrator))
                    .anyRequest()
                    .denyAll())
        .addFilterAfter(new RequestWatch(declarations, events), SecurityContextHolderFilter.class)
        .formLogin(
            form ->
                form.loginPage("/login")
                    .successHandler(welcome)
                    .failureHandler(new LoginRefusal(closedDoor, redirects, "error")))
        .logout(logout -> logout.addLogoutHandler(sessions).logoutSuccessHandler(farewell))
        .httpBasic(
            basic ->
                basic
                    .authenticationEntryPoint(closedDoor)
                    .addObjectPostProcessor(reading(basicLogins)))
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(formTokens)
                    .ignoringRequestMatchers(
                        RequestedChange::isFromAProgram, RequestedChange::isQuestion))
        .requestCache(cache -> cache.requestCache(wanted))
        .exceptionHandling(
            refusals ->
                refusals.authenticationEntryPoint(closedDoor).accessDeniedHandler(closedDoor))
        .headers(
            headers ->
                headers
                    .frameOptions(frames -> frames.deny())
                    .addHeaderWriter(ofPages(new PermissionsPolicyHeaderWriter(PERMISSIONS)))
                    .addHeaderWriter(ofPages(openedByItselfOnly()))
                    .crossOriginResourcePolicy(
                        resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                    .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
        .build();
  }

  /**
   * Browsers heed it for pages only, and a first view fetches eighty files of scripts and styles.
   */
  private static HeaderWriter ofPages(HeaderWriter writer) {
    PathPatternRequestMatcher.Builder path = PathPatternRequestMatcher.withDefaults();
    RequestMatcher files =
        new OrRequestMatcher(
            path.matcher("/css/**"),
            path.matcher("/js/**"),
            path.matcher("/i18n/**"),
            path.matcher("/webjars/**"));
    return new DelegatingRequestMatcherHeaderWriter(new NegatedRequestMatcher(files), writer);
  }

  private static HeaderWriter openedByItselfOnly() {
    CrossOriginOpenerPolicyHeaderWriter writer = new CrossOriginOpenerPolicyHeaderWriter();
    writer.setPolicy(CrossOriginOpenerPolicy.SAME_ORIGIN);
    return writer;
  }

  private static ObjectPostProcessor<BasicAuthenticationFilter> reading(BasicLogins logins) {
    return new ObjectPostProcessor<>() {
      @Override
      public <T extends BasicAuthenticationFilter> T postProcess(T filter) {
        filter.setAuthenticationConverter(logins);
        return filter;
      }
    };
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
                        .roles(account.role().code())
                        .disabled(account.isClosed())
                        .build())
            .orElseThrow(() -> new UsernameNotFoundException("No such account"));
  }

  @Bean
  RecentlyVerifiedPasswords passwordEncoder(LoginQueue queue) {
    return new RecentlyVerifiedPasswords(
        new DelegatingPasswordEncoder(
            "bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(STRENGTH))),
        queue);
  }

  /** A login that has to wait has failed too. */
  @Bean
  AuthenticationEventPublisher authenticationEventPublisher(ApplicationEventPublisher events) {
    DefaultAuthenticationEventPublisher publisher = new DefaultAuthenticationEventPublisher(events);
    publisher.setAdditionalExceptionMappings(
        Map.of(TooManyFailuresException.class, AuthenticationFailureLockedEvent.class));
    return publisher;
  }

  /**
   * The only way by a password, for forms and for programs. Whether an account is closed is said,
   * if at all, to who has its password.
   */
  @Bean
  AuthenticationProvider guardedLogin(
      UserDetailsService accounts,
      PasswordEncoder encoder,
      PasswordRepository passwords,
      LoginGuard guard,
      LoginTurns turns) {
    DaoAuthenticationProvider provider = new DaoAuthenticationProvider(accounts);
    provider.setPasswordEncoder(encoder);
    provider.setPreAuthenticationChecks(account -> {});
    provider.setPostAuthenticationChecks(new AccountStatusUserDetailsChecker());
    provider.setUserDetailsPasswordService(
        (account, hash) -> {
          passwords.rehash(account.getUsername(), String.valueOf(hash));
          return account;
        });
    return new GuardedLogin(provider, guard, turns);
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
