package zeren.page;

import org.jspecify.annotations.Nullable;
import zeren.responsibility.Party;

/**
 * Somebody who is responsible, as pages name them; what is not known is empty.
 *
 * @param tel the phone as a link dials it
 * @param unit where a person works, or who is meant in place of somebody who is not named
 */
record PartyText(String name, String phone, String tel, String unit, boolean synthetic) {

  private static final PartyText NOBODY = new PartyText("", "", "", "", false);

  static PartyText of(@Nullable Party party) {
    if (party == null) {
      return NOBODY;
    }
    Party unit = party.unit();
    String phone = party.phone() != null ? party.phone() : unit != null ? unit.phone() : null;
    return new PartyText(
        party.name(),
        phone == null ? "" : phone,
        phone == null ? "" : "tel:" + phone.replaceAll("[^0-9+*#,;]", ""),
        unit == null || unit.name().equals(party.name()) ? "" : unit.name(),
        party.synthetic());
  }
}
