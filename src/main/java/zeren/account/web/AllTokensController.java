package zeren.account.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zeren.account.AccessToken;
import zeren.account.AccessTokens;
import zeren.problem.ProblemException;
import zeren.problem.QueryParameters;

/** The tokens of all accounts, for administrators; none of their secrets is known. */
@RestController
@RequestMapping("/api/tokens")
class AllTokensController {

  private final AccessTokens tokens;

  AllTokensController(AccessTokens tokens) {
    this.tokens = tokens;
  }

  record AllTokens(List<TokenOfAccount> tokens) {}

  @JsonInclude(JsonInclude.Include.ALWAYS)
  record TokenOfAccount(
      String id,
      String account,
      String name,
      boolean readsOnly,
      Instant createdAt,
      Instant expiresAt,
      @Nullable Instant lastUsedAt) {

    static TokenOfAccount of(AccessToken token) {
      return new TokenOfAccount(
          token.id(),
          token.account(),
          token.name(),
          token.readsOnly(),
          token.createdAt(),
          token.expiresAt(),
          token.lastUsedAt());
    }
  }

  @GetMapping
  AllTokens list(HttpServletRequest request) {
    QueryParameters.of(request).allowOnly(List.of());
    return new AllTokens(tokens.all().stream().map(TokenOfAccount::of).toList());
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@PathVariable String id, HttpServletRequest request) {
    QueryParameters.of(request).allowOnly(List.of());
    boolean revoked =
        tokens.all().stream()
            .filter(token -> token.id().equals(id))
            .anyMatch(token -> tokens.revoke(token.account(), id));
    if (!revoked) {
      throw ProblemException.notFound("There is no token '%s'.".formatted(id));
    }
  }
}
