# The format-spec language, over values of each type.
values = [0, -255, 10**20, True, -0.0, 1.5, -2.75, 1e10, 1e-10, 123456789.123456789, float('inf'), float('nan'), 'abc', 'é世', 1 + 2j, -1.5j, None, [1]]
specs = [
    '', 'd', 'b', '#o', '#x', 'X', 'c', 'n', 'e', '.3e', 'f', '.0f', '#.0f', 'F', 'g', '.3g', 'G', '%', '.1%', 's', '.2s', '10', '<10', '>10', '^10', '=10',
    '*^10', '+', ' ', '+d', '010', '+010d', '08.2f', ',', '_', '_b', '#_x', ',.2f', '10.3f', 'z.1f', '=+10', '0<6', '5>5', 'r', '1.5d', '.', ',_', '=s',
    ',x', ',s', 'zd', '>', '-010',
]
for value in values:
    for spec in specs:
        try:
            print(repr(value), repr(spec), repr(format(value, spec)))
        except Exception as error:
            print(repr(value), repr(spec), type(error).__name__, error)
