package zeren.account.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import zeren.layer.Viewer;

/**
 * Gives a controller the {@link Viewer} who is asking. Whoever has an account sees what is
 * internal; administrators and the office may change it.
 */
final class ViewerResolver implements HandlerMethodArgumentResolver {

  private static final Set<String> EDITORS = Set.of("ROLE_admin", "ROLE_office");

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Viewer.class;
  }

  @Override
  public Viewer resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    Authentication login = SecurityContextHolder.getContext().getAuthentication();
    return login == null
            || !login.isAuthenticated()
            || login instanceof AnonymousAuthenticationToken
        ? Viewer.ANONYMOUS
        : new Viewer(login.getName(), true, mayEdit(login));
  }

  private static boolean mayEdit(Authentication login) {
    return login.getAuthorities().stream()
        .anyMatch(role -> EDITORS.contains(String.valueOf(role.getAuthority())));
  }
}
