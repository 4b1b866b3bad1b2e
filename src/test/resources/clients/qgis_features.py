"""Reads a collection of the OGC API with QGIS. Argument: the address of the landing page. Prints JSON."""

import json
import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from qgis.core import (  # noqa: E402
    QgsApplication,
    QgsFeatureRequest,
    QgsRectangle,
    QgsVectorLayer,
)

application = QgsApplication([], False)
application.initQgis()
layer = QgsVectorLayer(
    "url='%s' typename='station' pageSize='5000'" % sys.argv[1], "stations", "OAPIF"
)
box = QgsFeatureRequest().setFilterRect(QgsRectangle(112.9995, 33.9995, 113.0505, 34.0505))
print(
    json.dumps(
        {
            "valid": layer.isValid(),
            "in_box": sum(1 for _ in layer.getFeatures(box)) if layer.isValid() else 0,
            "count": sum(1 for _ in layer.getFeatures()) if layer.isValid() else 0,
            "fields": [field.name() for field in layer.fields()],
        }
    )
)
sys.stdout.flush()
os._exit(0)
