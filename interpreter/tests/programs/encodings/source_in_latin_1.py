# -*- coding: latin-1 -*-
"""A source that names an encoding is read by it."""
print(len("é"), ascii("é€"))
print("é".encode("latin-1").decode("utf-8") == "\xe9")
ê = 1
