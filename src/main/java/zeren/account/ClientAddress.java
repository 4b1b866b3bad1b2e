package zeren.account;

/** Where a request comes from. */
final class ClientAddress {

  /** A network of IPv6 has so many groups; who has one has all its addresses. */
  private static final int GROUPS = 4;

  private ClientAddress() {}

  /** What one party has: an address of IPv4, or the first half of one of IPv6. */
  static String network(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    String[] groups = address.split(":", GROUPS + 1);
    StringBuilder network = new StringBuilder();
    for (int i = 0; i < Math.min(GROUPS, groups.length); i++) {
      network.append(groups[i]).append(':');
    }
    return network.append(':').toString();
  }

  static boolean isThisMachine(String address) {
    return address.startsWith("127.") || address.equals("::1") || address.equals("0:0:0:0:0:0:0:1");
  }
}
