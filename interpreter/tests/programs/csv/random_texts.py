"""Many rows written and read back in many dialects, and texts of random characters read."""

import csv
import io
import random

for seed in range(120):
    chance = random.Random(seed)
    options = {}
    for name, values in [
        ('delimiter', ';\t| ,a'), ('quotechar', ['"', "'", '|', None]), ('escapechar', ['\\', '"', None]), ('doublequote', [True, False]),
        ('quoting', [0, 1, 2, 3]), ('skipinitialspace', [True]), ('strict', [True]), ('lineterminator', ['\n', '\r\n', '!', '']),
    ]:
        if chance.random() < 0.3:
            options[name] = chance.choice(values)
    letters = chance.choice(['ab,;" \n', 'ab1,"\'\\\r\n', '1.2,"a', 'a,b\n', 'x;\t|"\n'])

    def word(length):
        return ''.join([chance.choice(letters) for _ in range(chance.randrange(length))])

    lines = [word(12) + chance.choice(['\n', '\r\n', '']) for _ in range(chance.randrange(5))]
    rows = [[chance.choice([word(5), 1, 2.5, None, '']) for _ in range(chance.randrange(4))] for _ in range(3)]
    text = io.StringIO()
    try:
        print(list(csv.reader(lines, **options)))
    except (csv.Error, ValueError, TypeError) as error:
        print(lines, options, error)
    try:
        print(csv.writer(text, **options).writerows(rows), repr(text.getvalue()))
    except (csv.Error, TypeError) as error:
        print(rows, options, error, repr(text.getvalue()))
