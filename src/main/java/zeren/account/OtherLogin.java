package zeren.account;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** A further way to log in, if one is configured. */
public interface OtherLogin {

  /** Where it begins; the login page has a button that leads there. */
  String path();

  void open(
      HttpSecurity http,
      AuthenticationSuccessHandler welcome,
      AuthenticationFailureHandler refusal);
}
