package zeren.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The code is read by another library than the one that made it. */
class QrPictureTest {

  private static final int MODULE = 4;

  private static final Pattern BAR = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://map.example.org/cell/410103-T001",
        "http://127.0.0.1:8080/cell/%E4%B9%A1%2F1%20%3Cb%3E?at=2022-01-01&lang=en",
        "二七区第001乡级网格"
      })
  void otherReadersReadIt(String text) throws Exception {
    QrPicture.Drawn drawn = QrPicture.of(text);
    int side = drawn.size() * MODULE;
    int[] pixels = new int[side * side];
    Arrays.fill(pixels, 0xffffff);
    assertThat(BAR.matcher(drawn.path()).replaceAll("")).isEmpty();
    BAR.matcher(drawn.path())
        .results()
        .forEach(
            bar -> {
              int x = Integer.parseInt(bar.group(1)) * MODULE;
              int y = Integer.parseInt(bar.group(2)) * MODULE;
              assertThat(bar.group(3)).isEqualTo(bar.group(4));
              for (int row = y; row < y + MODULE; row++) {
                int end = x + Integer.parseInt(bar.group(3)) * MODULE;
                Arrays.fill(pixels, row * side + x, row * side + end, 0);
              }
            });
    RGBLuminanceSource light = new RGBLuminanceSource(side, side, pixels);
    assertThat(new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(light))).getText())
        .isEqualTo(text);
  }
}
