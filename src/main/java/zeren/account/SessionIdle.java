package zeren.account;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * How long a session may be idle: less at desks in offices, where others pass by, than on the phone
 * in a grid manager's hand.
 */
@Component
class SessionIdle {

  private static final String ON_FOOT = "ROLE_grid_manager";

  private final Duration atDesk;
  private final Duration onFoot;

  SessionIdle(
      @Value("${zeren.session.idle}") Duration atDesk,
      @Value("${zeren.session.idle-of-grid-managers}") Duration onFoot) {
    this.atDesk = atDesk;
    this.onFoot = onFoot;
  }

  Duration of(Authentication login) {
    return login.getAuthorities().stream().anyMatch(role -> ON_FOOT.equals(role.getAuthority()))
        ? onFoot
        : atDesk;
  }
}
