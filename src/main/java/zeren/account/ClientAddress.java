package zeren.account;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** Where a request comes from. */
final class ClientAddress {

  /** A network of IPv6 has so many bytes; who has one has all its addresses. */
  private static final int HALF = 8;

  private ClientAddress() {}

  /** What one party has: an address of IPv4, or the first half of one of IPv6. */
  static String network(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    // 2001:db8::5 and 2001:db8:0:0:0:0:0:6 are of one network, however they are written.
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      return HexFormat.of().formatHex(bytes, 0, Math.min(HALF, bytes.length));
    } catch (UnknownHostException e) {
      return address;
    }
  }

  static boolean isThisMachine(String address) {
    return address.startsWith("127.") || address.equals("::1") || address.equals("0:0:0:0:0:0:0:1");
  }
}
