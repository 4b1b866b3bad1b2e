package zeren.problem;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpStatus;

/** A body that is held in memory as a whole, and so is not taken at any length. */
public final class WholeBody {

  /**
   * A table of 50,000 rows, the longest list that is taken, has 400 bytes for each: a name of a
   * layer and an id of a hundred Chinese characters. 10,000 features to edit or to record have
   * more.
   */
  public static final int MOST_BYTES = 20_000_000;

  private WholeBody() {}

  /**
   * @param declared how many bytes the sender says it has, negative if nothing was said
   * @throws ProblemException 413 when there are more than allowed; then no more is read than shows
   *     that
   */
  public static byte[] read(InputStream in, long declared, int mostBytes) throws IOException {
    if (declared > mostBytes) {
      throw tooLarge(mostBytes);
    }
    byte[] body = in.readNBytes(mostBytes + 1);
    if (body.length > mostBytes) {
      throw tooLarge(mostBytes);
    }
    return body;
  }

  private static ProblemException tooLarge(int mostBytes) {
    return new ProblemException(
        HttpStatus.CONTENT_TOO_LARGE,
        "too-large",
        "Too large",
        "What is sent at once may have " + mostBytes / 1_000_000 + " MB.");
  }
}
