package zeren.account;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;
import org.springframework.stereotype.Component;
import zeren.problem.ProblemWriter;

/**
 * Name and password in the header of a request, by HTTP Basic. They are read where programs go: on
 * a page or a file they would only make the server compute a password.
 */
@Component
class BasicLogins implements AuthenticationConverter {

  private final BasicAuthenticationConverter header = new BasicAuthenticationConverter();
  private final Passwords passwords;

  BasicLogins(Passwords passwords) {
    this.passwords = passwords;
  }

  @Override
  public @Nullable UsernamePasswordAuthenticationToken convert(HttpServletRequest request) {
    // As it is served, not as it is written: %61pi is api.
    return ProblemWriter.isForPrograms(request.getServletPath()) ? header.convert(request) : null;
  }

  /** Whether a request is a login as a form is: its password has not been verified lately. */
  boolean isLogin(HttpServletRequest request) {
    try {
      UsernamePasswordAuthenticationToken login = convert(request);
      return login != null
          && !passwords.isVerified(login.getName(), String.valueOf(login.getCredentials()));
    } catch (BadCredentialsException | DataAccessResourceFailureException e) {
      // A header that cannot be read, or nobody to ask: no password is computed for either.
      return false;
    }
  }
}
