"""Reads vector tiles with QGIS and draws them as their style says.

Arguments: address of the service, layers, zoom, column and row of a tile.
Prints JSON: whether QGIS can use the layer, what it says of the style, and how many pixels of the
tile drawn have each colour.
"""

import collections
import json
import os
import sys
import urllib.request

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from qgis.core import (  # noqa: E402
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsMapBoxGlStyleConversionContext,
    QgsMapBoxGlStyleConverter,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsRectangle,
    QgsVectorTileLayer,
)
from qgis.PyQt.QtCore import QSize  # noqa: E402
from qgis.PyQt.QtGui import QColor  # noqa: E402

SIZE = 512


def draw(layer, z, x, y):
    world = 20037508.342789244
    side = 2 * world / 2**z
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    settings.setOutputSize(QSize(SIZE, SIZE))
    settings.setBackgroundColor(QColor("white"))
    settings.setExtent(
        QgsRectangle(-world + x * side, world - (y + 1) * side, -world + (x + 1) * side, world - y * side)
    )
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    colours = collections.Counter()
    for row in range(SIZE):
        for column in range(SIZE):
            colours[QColor(image.pixel(column, row)).name()] += 1
    return colours


def main(base, layers, z, x, y):
    application = QgsApplication([], False)
    application.initQgis()
    with urllib.request.urlopen(f"{base}/tiles/{layers}/style.json") as answer:
        style = json.load(answer)
    address = f"{base}/tiles/{layers}/%7Bz%7D/%7Bx%7D/%7By%7D.mvt"
    layer = QgsVectorTileLayer(f"type=xyz&url={address}&zmin=0&zmax=22", layers)
    converter = QgsMapBoxGlStyleConverter()
    result = converter.convert(style, QgsMapBoxGlStyleConversionContext())
    layer.setRenderer(converter.renderer())
    print(
        json.dumps(
            {
                "valid": layer.isValid(),
                "converted": result == QgsMapBoxGlStyleConverter.Success,
                "warnings": converter.warnings(),
                "colours": draw(layer, z, x, y).most_common(12),
            }
        )
    )
    sys.stdout.flush()
    # Leaving QGIS in good order takes longer than the work.
    os._exit(0)


main(sys.argv[1], sys.argv[2], *map(int, sys.argv[3:6]))
