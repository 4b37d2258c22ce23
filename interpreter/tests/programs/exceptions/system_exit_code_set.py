# The `code` of a SystemExit can be set: that ends the program.
try:
    raise SystemExit(1)
except SystemExit as error:
    error.code = 7
    raise
