#!/usr/bin/env python3
"""Writes the templates beside it. Run it after a change here; the JSON files are what the program reads."""

import sys

sys.dont_write_bytecode = True

import blue
import doc
import green
import ink
import red

for family in (red, ink, green, blue, doc):
    for make in family.ALL:
        make()
