"""time.strptime and strftime: days that are none, weeks, fields out of range."""

import time

for text, format in (
        ('31/02', '%d/%m'), ('29/02', '%d/%m'), ('29/02/2023', '%d/%m/%Y'), ('31/04/2020', '%d/%m/%Y'), ('10 2 2007', '%U %w %Y'),
        ('10 1 2007', '%W %w %Y'), ('0 Friday 2021', '%W %A %Y'), ('53 Sun 2023', '%U %a %Y'), ('366 2020', '%j %Y'), ('12:61', '%H:%M')):
    try:
        print(text, tuple(time.strptime(text, format))[:8])
    except ValueError as error:
        print(text, error)
for moment in (
        (2020, 13, 1, 0, 0, 0, 0, 0, 0), (2020, 1, 1, 25, 0, 0, 0, 0, 0), (2020, 1, 32, 0, 0, 0, 0, 0, 0), (1, 2, 3), [1, 2],
        (2020, 1, 1, 0, 60, 0, 0, 0, 0), (2020, 0, 0, 0, 0, 0, 0, 0, 0), (2020, 1, 1, 0, 0, 0, 0, 367, 0)):
    try:
        print(time.strftime('%m %d %H %j', moment))
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(time.strftime('%I %p %P', (2020, 1, 1, 13, 0, 0, 0, 1, 0)))
