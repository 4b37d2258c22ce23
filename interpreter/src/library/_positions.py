"""Where an instruction stands in the source, as `inspect` tells it."""

from collections import namedtuple

Positions = namedtuple('Positions', 'lineno end_lineno col_offset end_col_offset', defaults=(None, None, None, None), module='dis')
