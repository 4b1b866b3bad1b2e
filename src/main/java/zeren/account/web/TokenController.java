package zeren.account.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zeren.account.AccessToken;
import zeren.account.AccessTokens;
import zeren.problem.ProblemException;
import zeren.problem.QueryParameters;

/** The tokens with which one's own programs log in. */
@RestController
@RequestMapping("/api/account/tokens")
class TokenController {

  private static final int USUAL_DAYS = 90;

  private final AccessTokens tokens;

  TokenController(AccessTokens tokens) {
    this.tokens = tokens;
  }

  record TokenList(List<Token> tokens) {}

  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Token(
      String id,
      String name,
      boolean readsOnly,
      Instant createdAt,
      Instant expiresAt,
      @Nullable Instant lastUsedAt) {

    static Token of(AccessToken token) {
      return new Token(
          token.id(),
          token.name(),
          token.readsOnly(),
          token.createdAt(),
          token.expiresAt(),
          token.lastUsedAt());
    }
  }

  /**
   * @param name what its owner calls it
   * @param readsOnly true when not given
   * @param days how long it is valid
   */
  record NewToken(@Nullable String name, @Nullable Boolean readsOnly, @Nullable Integer days) {}

  /**
   * @param secret what the program sends; nobody can read it again
   */
  record MadeToken(String secret, Token token) {}

  @GetMapping
  TokenList list(Authentication login, HttpServletRequest request) {
    QueryParameters.of(request).allowOnly(List.of());
    return new TokenList(tokens.of(login.getName()).stream().map(Token::of).toList());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  MadeToken make(@RequestBody NewToken body, Authentication login, HttpServletRequest request) {
    QueryParameters.of(request).allowOnly(List.of());
    AccessTokens.Made made =
        tokens.make(
            login.getName(),
            body.name() == null ? "" : body.name(),
            body.readsOnly() == null || body.readsOnly(),
            body.days() == null ? USUAL_DAYS : body.days());
    return new MadeToken(made.secret(), Token.of(made.token()));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@PathVariable String id, Authentication login, HttpServletRequest request) {
    QueryParameters.of(request).allowOnly(List.of());
    if (!tokens.revoke(login.getName(), id)) {
      throw ProblemException.notFound("Your account has no such token.");
    }
  }
}
