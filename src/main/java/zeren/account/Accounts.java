package zeren.account;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import zeren.layer.LayerCatalog;
import zeren.layer.LayerView;
import zeren.layer.Role;
import zeren.layer.Scope;
import zeren.layer.Viewer;
import zeren.problem.ProblemException;
import zeren.trail.Deed;
import zeren.trail.DeedKind;

/** Makes, changes and closes accounts. None is ever deleted: history names them. */
@Service
public class Accounts {

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{0,63}");

  private final AccountRepository accounts;
  private final PasswordRepository passwords;
  private final LayerCatalog catalog;
  private final PasswordEncoder encoder;
  private final CurrentViewer current;
  private final AccountTrail trail;
  private final Clock clock;

  Accounts(
      AccountRepository accounts,
      PasswordRepository passwords,
      LayerCatalog catalog,
      PasswordEncoder encoder,
      CurrentViewer current,
      AccountTrail trail,
      Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.catalog = catalog;
    this.encoder = encoder;
    this.current = current;
    this.trail = trail;
    this.clock = clock;
  }

  /** All of them by name, the closed ones too. */
  public List<Account> list() {
    return accounts.findAll();
  }

  /**
   * @throws ProblemException 404
   */
  public Account get(String name) {
    return accounts
        .find(name)
        .orElseThrow(() -> ProblemException.notFound("There is no account '%s'.".formatted(name)));
  }

  /**
   * Makes an account with a random password, which has to be changed at the first login.
   *
   * @return the password, which nobody can read again
   * @throws ProblemException 400 that names the member, 409 when there is an account of that name
   */
  public String create(String name, Role role, Scope scope) {
    if (!NAME.matcher(name).matches()) {
      throw bad(
          "name",
          "must begin with a letter or digit and may hold letters, digits and . _ @ -, 64 at most");
    }
    check(role, scope, Scope.ALL);
    String password = RandomText.ofPassword();
    Account account = new Account(name, encode(password), role, scope, null, 1);
    boolean made =
        trail.record(
            () -> insert(account), done -> done ? describe(DeedKind.ACCOUNT_MADE, account) : null);
    if (!made) {
      throw new ProblemException(
          HttpStatus.CONFLICT,
          "account-exists",
          "The account is there already",
          "There is an account '%s' already, perhaps a closed one.".formatted(name));
    }
    current.forget(name);
    return password;
  }

  private boolean insert(Account account) {
    boolean made = accounts.insert(account, clock.instant());
    if (made) {
      passwords.setDue(account.name());
    }
    return made;
  }

  private static Deed describe(DeedKind kind, Account account) {
    Scope scope = account.scope();
    return AccountTrail.deed(kind, account.name())
        .with("role", account.role().code())
        .with("districts", scope.districts())
        .with("cells", scope.cells())
        .with("layers", scope.layers())
        .with("closed", account.isClosed());
  }

  private String encode(String password) {
    return String.valueOf(encoder.encode(password));
  }

  /**
   * Gives an account another role or scope, closes it or opens it again.
   *
   * @param version the version that was looked at
   * @throws ProblemException 400 that names the member, 404, 412 when it has been changed since,
   *     409 when nobody would be left to run the service
   */
  public Account change(String name, int version, Role role, Scope scope, boolean closed) {
    Account known = get(name);
    check(role, scope, known.scope());
    Account changed =
        new Account(
            name,
            known.passwordHash(),
            role,
            scope,
            closed ? Optional.ofNullable(known.closedAt()).orElse(clock.instant()) : null,
            version);
    boolean updated =
        trail.record(
            () -> {
              keepAnAdministrator(changed);
              return accounts.update(changed);
            },
            done -> done ? describe(DeedKind.ACCOUNT_CHANGED, changed) : null);
    if (!updated) {
      throw new ProblemException(
          HttpStatus.PRECONDITION_FAILED,
          "account-changed",
          "The account has been changed",
          "Somebody else has changed '%s' since you looked at it. Look again.".formatted(name));
    }
    current.forget(name);
    return get(name);
  }

  private void keepAnAdministrator(Account changed) {
    boolean runs = changed.role() == Role.ADMIN && !changed.isClosed();
    if (!runs && accounts.lockAdministrators().equals(List.of(changed.name()))) {
      throw new ProblemException(
          HttpStatus.CONFLICT,
          "last-admin",
          "Somebody must run the service",
          "'%s' is the last open account of an administrator.".formatted(changed.name()));
    }
  }

  /**
   * @param known the scope up to now: what of it has ended since may stay, so that the account of
   *     somebody who has left can still be closed
   * @throws ProblemException 400 that names the member
   */
  void check(Role role, Scope scope, Scope known) {
    if (role.isOffice() && !scope.isAll()) {
      throw bad("scope", "must be empty: role '%s' is for everything".formatted(role.code()));
    }
    if (role == Role.DISTRICT && scope.districts().isEmpty()) {
      throw bad("scope.districts", "must name a district, for an account of a district");
    }
    if (role == Role.GRID_MANAGER && scope.cells().isEmpty()) {
      throw bad("scope.cells", "must name a grid cell, for a grid manager");
    }
    mustBeThere("scope.districts", "district", scope.districts(), known.districts());
    mustBeThere("scope.cells", "grid_cell", scope.cells(), known.cells());
    Viewer everything = Viewer.service("accounts");
    List<String> unknown = new ArrayList<>(scope.layers());
    unknown.removeAll(known.layers());
    catalog.list(everything).forEach(layer -> unknown.remove(layer.id()));
    if (!unknown.isEmpty()) {
      throw bad("scope.layers", "names layers that are not here: " + String.join(", ", unknown));
    }
  }

  private void mustBeThere(String member, String layer, List<String> ids, List<String> known) {
    if (known.containsAll(ids)) {
      return;
    }
    LayerView view = catalog.get(layer, Viewer.service("accounts"), null);
    List<String> unknown =
        ids.stream().filter(id -> !known.contains(id) && view.findRow(id).isEmpty()).toList();
    if (!unknown.isEmpty()) {
      throw bad(
          member,
          "names features that layer '%s' does not have today: %s"
              .formatted(layer, String.join(", ", unknown)));
    }
  }

  private static ProblemException bad(String member, @Nullable String detail) {
    return new ProblemException(
            HttpStatus.BAD_REQUEST,
            "bad-account",
            "The account cannot be recorded",
            "'%s' %s.".formatted(member, detail))
        .with("field", member);
  }
}
