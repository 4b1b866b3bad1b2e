"""wapiti with an option -x that works: Debian 12's version writes a pattern that its Python no longer takes."""

import fnmatch
import re

from wapitiCore.main.wapiti import wapiti_main
from wapitiCore.net import crawler

crawler.wildcard_translate = lambda pattern: re.compile(fnmatch.translate(pattern))

wapiti_main()
