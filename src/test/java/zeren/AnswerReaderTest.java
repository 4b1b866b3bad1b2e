package zeren;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {

  private final AnswerReader reader = new AnswerReader();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 \r\nContent-Length: 5\r\n\r\nab\r\nc",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab\r\nc\r\nA\r\n0123456789\r\n0\r\n\r\n",
        "HTTP/1.1 200 \r\ncontent-length: 0\r\n\r\n",
        "HTTP/1.1 204 \r\nETag: W/\"1\"\r\n\r\n",
        "HTTP/1.1 304 \r\nContent-Length: 7\r\n\r\n"
      })
  void ends_with_the_last_byte_and_not_before(String answer) {
    byte[] bytes = answer.getBytes(StandardCharsets.US_ASCII);
    for (int cut = 0; cut < bytes.length; cut++) {
      reader.reset();
      assertThat(reader.read(ByteBuffer.wrap(bytes, 0, cut))).isFalse();
      assertThat(reader.read(ByteBuffer.wrap(bytes, cut, bytes.length - cut))).isTrue();
      assertThat(reader.status()).isEqualTo(Integer.parseInt(answer.substring(9, 12)));
    }
  }

  @Test
  void knows_whether_another_may_follow() {
    reader.read(ByteBuffer.wrap("HTTP/1.1 204 \r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
    assertThat(reader.isLast()).isFalse();
    reader.reset();
    reader.read(
        ByteBuffer.wrap(
            "HTTP/1.1 400 \r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
    assertThat(reader.isLast()).isTrue();
    reader.reset();
    assertThat(reader.isLast()).isFalse();
  }

  @Test
  void refuses_what_is_no_answer() {
    ByteBuffer text = ByteBuffer.wrap("SSH-2.0-server\r\n".getBytes(StandardCharsets.US_ASCII));
    assertThatThrownBy(() -> reader.read(text)).hasMessageContaining("SSH-2.0-server");
  }

  @Test
  void refuses_more_than_one_answer() {
    byte[] two = "HTTP/1.1 204 \r\n\r\nHTTP/1.1 204 \r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    assertThatThrownBy(() -> reader.read(ByteBuffer.wrap(two)))
        .isInstanceOf(IllegalStateException.class);
  }
}
