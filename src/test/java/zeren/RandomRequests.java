package zeren;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Requests for everything that can be read, most of them wrong in some way. A request follows from
 * the seed and its number alone.
 */
final class RandomRequests {

  private static final List<String> LAYERS =
      List.of("station", "site", "district", "grid_cell", "unit", "outfall", "nothing", "", "站");

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "1",
          "-1",
          "113.6",
          "34.75",
          "180",
          "-180.5",
          "1000000",
          "2147483648",
          "1e6",
          "1e999",
          "NaN",
          "Infinity",
          "-Infinity",
          "0x10",
          "1d",
          "",
          " ",
          "１２",
          "9".repeat(400));

  private static final List<String> DAYS =
      List.of(
          "2020-05-01", "2018-02-30", "9999-12-31", "-1-01-01", "today", "2020-01-01/..", "../..");

  private static final List<String> TEXTS =
      List.of(
          "national",
          "站 edge",
          "'",
          "\"",
          "%",
          "\\",
          "<b>",
          "a;b",
          "a/../b",
          "\u0000",
          "\ud83d",
          "\uffff",
          "😀",
          "' OR 1=1 --",
          "x".repeat(3000),
          "\r\nX: y");

  private static final List<String> SYSTEMS =
      List.of(
          "gcj02",
          "bd09",
          "EPSG:4490",
          "EPSG:4526",
          "EPSG:99999",
          "http://www.opengis.net/def/crs/EPSG/0/4490",
          "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
          "http://x/");

  private static final List<String> WORDS =
      List.of(
          "name",
          "level",
          "geometry",
          "id",
          "nothing",
          "=",
          "<>",
          "<",
          ">=",
          "AND",
          "OR",
          "NOT",
          "(",
          ")",
          "'a'",
          "'",
          "1",
          "-",
          "+",
          "/",
          "%",
          "IN",
          "LIKE",
          "BETWEEN",
          "IS",
          "NULL",
          "CASEI(",
          "S_INTERSECTS(",
          "POINT(113.6 34.7)",
          "POLYGON((0 0,1 1,0 1,1 0,0 0))",
          "BBOX(1,2,3)",
          "distance(geometry, POINT(113.6 34.7))",
          "DATE('2018-02-30')",
          "INTERVAL('..','..')",
          "T_AFTER(",
          ",",
          "TRUE",
          "div",
          "^",
          "1e999");

  private static final List<String> FILTERS =
      List.of(
          "level = 'national'",
          "distance(geometry, POINT(113.6 34.7)) <= 3000",
          "S_INTERSECTS(geometry, BBOX(113, 34, 114, 35)) AND NOT name LIKE '%a'",
          "(".repeat(200) + "level = 'a'" + ")".repeat(200),
          "NOT ".repeat(300) + "TRUE",
          "name IN (" + "'a',".repeat(500) + "'b')",
          "name = '" + "长".repeat(800) + "'",
          "S_WITHIN(geometry, POLYGON((" + "113 34,".repeat(500) + "113 34)))",
          "{\"op\":\"=\",\"args\":[{\"property\":\"level\"},\"national\"]}",
          "[".repeat(1000),
          "{\"op\":\"not\",\"args\":[".repeat(60) + "true" + "]}".repeat(60));

  private final long seed;

  RandomRequests(long seed) {
    this.seed = seed;
  }

  /** The bytes of a request. */
  byte[] request(long number) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
    StringBuilder head = new StringBuilder();
    String body = "";
    if (random.nextInt(12) == 0) {
      body = body(random);
      head.append("POST /api/who HTTP/1.1\r\nContent-Type: application/json\r\n");
      head.append("Content-Length: ").append(body.getBytes(StandardCharsets.UTF_8).length);
      head.append("\r\n");
    } else {
      head.append("GET ").append(address(random)).append(" HTTP/1.1\r\n");
    }
    head.append("Host: localhost\r\n");
    if (random.nextInt(4) == 0) {
      String who = RunningZeren.ADMIN_NAME + ":" + RunningZeren.ADMIN_PASSWORD;
      head.append("Authorization: Basic ")
          .append(Base64.getEncoder().encodeToString(who.getBytes(StandardCharsets.UTF_8)))
          .append("\r\n");
    }
    if (random.nextInt(6) == 0) {
      head.append(
          one(
              random,
              List.of(
                  "Accept: text/html\r\n",
                  "Accept: application/geo+json\r\n",
                  "Accept: ;;q=x,*/\r\n",
                  "If-None-Match: W/\"1\", \"x\r\n",
                  "Accept-Encoding: gzip;q=0, *\r\n",
                  "Accept-Language: " + "zh,".repeat(200) + "\r\n",
                  "Range: bytes=5-1\r\n",
                  "X-Forwarded-Host: a b<c>\r\n",
                  "Cookie: " + "a=b; ".repeat(100) + "\r\n")));
    }
    return (head + "\r\n" + body).getBytes(StandardCharsets.UTF_8);
  }

  private static String address(SplittableRandom random) {
    String layer = encoded(random, one(random, LAYERS));
    String path =
        switch (random.nextInt(18)) {
          case 0, 1, 2 -> "/ogc/collections/" + layer + "/items";
          case 3 -> "/ogc/collections/" + layer + "/items/" + encoded(random, text(random));
          case 4 -> "/ogc/collections/" + layer + "/queryables";
          case 5, 6 -> "/tiles/" + layer + "," + one(random, LAYERS) + tile(random) + ".mvt";
          case 7 -> "/ogc/collections/" + layer + "/tiles/WebMercatorQuad" + tile(random);
          case 8 -> "/ogc/tiles/WorldCRS84Quad" + tile(random);
          case 9, 10 -> "/api/near";
          case 11, 12 -> "/api/who";
          case 13 -> "/api/zones/" + layer + "/" + encoded(random, text(random));
          case 14 -> "/api/layers/" + layer + "/features/" + encoded(random, text(random));
          case 15 -> "/api/audits/gaps";
          case 16 -> "/tiles/" + layer + ".json";
          default ->
              one(random, List.of("/", "/ogc", "/ogc/api", "/api/layers", "/desk", "/%", "//"));
        };
    StringBuilder address = new StringBuilder(path);
    for (int i = 0, last = random.nextInt(5); i < last; i++) {
      address.append(i == 0 ? '?' : '&').append(parameter(random));
    }
    // What is beyond 7-bit stands as it is in no request line.
    return address.toString().replaceAll("[^!-~]", "%E7");
  }

  private static String tile(SplittableRandom random) {
    List<String> rows =
        List.of("0", "1", "812", "1625", "-1", "4194304", "99999999999", "a", "1.5");
    List<String> zooms = List.of("0", "5", "11", "12", "22", "23", "25", "-1", "x");
    return "/" + one(random, zooms) + "/" + one(random, rows) + "/" + one(random, rows);
  }

  private static String parameter(SplittableRandom random) {
    String value =
        switch (random.nextInt(5)) {
          case 0 -> one(random, NUMBERS);
          case 1 -> text(random);
          case 2 -> one(random, DAYS);
          case 3 -> one(random, SYSTEMS);
          default -> one(random, NUMBERS) + "," + one(random, NUMBERS);
        };
    return switch (random.nextInt(22)) {
      case 0, 1 -> "filter=" + encoded(random, filter(random));
      case 2 -> "where=" + encoded(random, filter(random));
      case 3 -> "filter-lang=" + one(random, List.of("cql2-text", "cql2-json", "cql"));
      case 4, 5 -> "bbox=" + encoded(random, box(random));
      case 6 -> "limit=" + encoded(random, one(random, NUMBERS));
      case 7 -> "offset=" + encoded(random, one(random, NUMBERS));
      case 8 -> "crs=" + encoded(random, one(random, SYSTEMS));
      case 9 -> "bbox-crs=" + encoded(random, one(random, SYSTEMS));
      case 10 -> "datetime=" + encoded(random, one(random, DAYS));
      case 11 -> "at=" + encoded(random, one(random, DAYS));
      case 12 -> "lon=" + encoded(random, one(random, NUMBERS));
      case 13 -> "lat=" + encoded(random, one(random, NUMBERS));
      case 14 -> "radius=" + encoded(random, one(random, NUMBERS));
      case 15 -> "around=" + encoded(random, one(random, LAYERS));
      case 16 -> "find=" + encoded(random, one(random, LAYERS));
      case 17 -> "topic=" + one(random, List.of("dust", "all", "love", ""));
      case 18 -> "f=" + one(random, List.of("json", "html", "xml"));
      case 19 -> "feature=" + encoded(random, "site/" + text(random));
      default -> encoded(random, text(random)) + "=" + encoded(random, value);
    };
  }

  private static String filter(SplittableRandom random) {
    if (random.nextBoolean()) {
      return one(random, FILTERS);
    }
    StringBuilder filter = new StringBuilder();
    for (int i = random.nextInt(12); i >= 0; i--) {
      filter.append(one(random, WORDS)).append(' ');
    }
    return filter.toString();
  }

  private static String box(SplittableRandom random) {
    StringBuilder box = new StringBuilder(one(random, NUMBERS));
    for (int i = random.nextInt(7); i > 0; i--) {
      box.append(',').append(one(random, NUMBERS));
    }
    return random.nextInt(3) == 0 ? "170,-10,-170,10" : box.toString();
  }

  private static String body(SplittableRandom random) {
    return switch (random.nextInt(6)) {
      case 0 -> "{\"places\":[{\"lon\":113.6,\"lat\":34.75}],\"topic\":\"dust\"}";
      case 1 -> "{\"places\":[{\"lon\":" + one(random, NUMBERS) + ",\"lat\":1}]}";
      case 2 -> "{\"places\":" + "[".repeat(1500);
      case 3 -> "{\"places\":[],\"at\":\"" + one(random, DAYS) + "\",\"x\":1}";
      case 4 -> "\u0000" + text(random);
      default -> "";
    };
  }

  private static String text(SplittableRandom random) {
    return one(random, TEXTS);
  }

  /** As a client does it, and now and then as none should. */
  private static String encoded(SplittableRandom random, String text) {
    return switch (random.nextInt(30)) {
      case 0 -> "%zz";
      case 1 -> "%ff%fe" + URLEncoder.encode(text, StandardCharsets.UTF_8);
      case 2 -> text.replace(' ', '+').replace("#", "%23");
      case 3 -> "%2e%2e%2f" + URLEncoder.encode(text, StandardCharsets.UTF_8);
      default -> URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    };
  }

  private static String one(SplittableRandom random, List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
