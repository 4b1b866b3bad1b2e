package zeren.account.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import zeren.account.Account;
import zeren.account.Accounts;
import zeren.layer.Precondition;
import zeren.layer.Role;
import zeren.layer.Scope;
import zeren.problem.ProblemException;
import zeren.problem.QueryParameters;

/** Accounts, for administrators; {@code SecurityConfiguration} lets nobody else in. */
@RestController
@RequestMapping("/api/accounts")
class AccountController {

  private final Accounts accounts;

  AccountController(Accounts accounts) {
    this.accounts = accounts;
  }

  /**
   * @param closedAt since when nobody may log in with it
   */
  record AccountBody(
      String name, String role, Scope scope, @Nullable Instant closedAt, int version) {

    static AccountBody of(Account account) {
      return new AccountBody(
          account.name(),
          account.role().code(),
          account.scope(),
          account.closedAt(),
          account.version());
    }
  }

  record AccountList(List<AccountBody> accounts) {}

  /**
   * @param password shown this once
   */
  record MadeAccount(AccountBody account, String password) {}

  /** What a caller may leave out is null, whatever the type says. */
  record ScopeBody(
      @Nullable List<String> districts,
      @Nullable List<String> cells,
      @Nullable List<String> layers) {

    Scope scope() {
      return new Scope(known(districts), known(cells), known(layers));
    }

    private static List<String> known(@Nullable List<String> ids) {
      return ids == null ? List.of() : ids.stream().map(String::valueOf).toList();
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record NewAccount(@Nullable String name, @Nullable String role, @Nullable ScopeBody scope) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ChangedAccount(
      @Nullable String role, @Nullable ScopeBody scope, @Nullable Boolean closed) {}

  @GetMapping
  AccountList list(HttpServletRequest request) {
    QueryParameters.of(request).allowOnly(List.of());
    return new AccountList(accounts.list().stream().map(AccountBody::of).toList());
  }

  @GetMapping("/{name}")
  ResponseEntity<AccountBody> get(@PathVariable String name, HttpServletRequest request) {
    QueryParameters.of(request).allowOnly(List.of());
    return body(accounts.get(name));
  }

  @PostMapping
  ResponseEntity<MadeAccount> create(@RequestBody NewAccount asked, HttpServletRequest request) {
    QueryParameters.of(request).allowOnly(List.of());
    String name = asked.name() == null ? "" : asked.name();
    String password = accounts.create(name, role(asked.role()), scope(asked.scope()));
    return ResponseEntity.status(HttpStatus.CREATED)
        .cacheControl(CacheControl.noStore())
        .body(new MadeAccount(AccountBody.of(accounts.get(name)), password));
  }

  /** Says all of it anew: what is left out is open and without bounds. */
  @PutMapping("/{name}")
  ResponseEntity<AccountBody> change(
      @PathVariable String name,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody ChangedAccount asked,
      HttpServletRequest request) {
    QueryParameters.of(request).allowOnly(List.of());
    accounts.get(name);
    return body(
        accounts.change(
            name,
            Precondition.version(ifMatch),
            role(asked.role()),
            scope(asked.scope()),
            Boolean.TRUE.equals(asked.closed())));
  }

  /** Closes it. */
  @DeleteMapping("/{name}")
  ResponseEntity<Void> close(
      @PathVariable String name,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      HttpServletRequest request) {
    QueryParameters.of(request).allowOnly(List.of());
    Account known = accounts.get(name);
    accounts.change(name, Precondition.version(ifMatch), known.role(), known.scope(), true);
    return ResponseEntity.noContent().build();
  }

  private static ResponseEntity<AccountBody> body(Account account) {
    return ResponseEntity.ok()
        .eTag("\"" + account.version() + "\"")
        .cacheControl(CacheControl.noStore())
        .body(AccountBody.of(account));
  }

  private static Scope scope(@Nullable ScopeBody scope) {
    return scope == null ? Scope.ALL : scope.scope();
  }

  private static Role role(@Nullable String code) {
    return Role.find(String.valueOf(code))
        .orElseThrow(
            () ->
                new ProblemException(
                        HttpStatus.BAD_REQUEST,
                        "bad-account",
                        "The account cannot be recorded",
                        "'role' must be admin, office, district, grid_manager or viewer.")
                    .with("field", "role"));
  }
}
