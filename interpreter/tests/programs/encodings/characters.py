"""Each byte of the encodings of one byte a character, and each character back."""
NAMES = [
    'ascii', 'latin-1', 'cp1250', 'cp1251', 'cp1252', 'cp1253', 'cp1254', 'cp1255', 'cp1256', 'cp1257', 'cp1258', 'cp437', 'cp720', 'cp737', 'cp775',
    'cp850', 'cp852', 'cp855', 'cp857', 'cp858', 'cp860', 'cp861', 'cp862', 'cp863', 'cp865', 'cp866', 'cp869', 'cp874', 'cp1125', 'hp-roman8',
    'koi8-r', 'koi8-t', 'koi8-u', 'kz1048', 'mac-croatian', 'mac-cyrillic', 'mac-greek', 'mac-iceland', 'mac-latin2', 'mac-roman', 'mac-romanian',
    'mac-turkish', 'palmos', 'ptcp154', 'tis-620',
] + [f'iso8859-{part}' for part in range(1, 17) if part != 12]
for name in NAMES:
    decoded = bytes(range(256)).decode(name, 'backslashreplace')
    print(name, ascii(decoded[128:]))
    for byte in range(256):
        try:
            char = bytes([byte]).decode(name)
        except UnicodeDecodeError as error:
            if byte < 160:
                print(error)
            continue
        if char.encode(name) != bytes([byte]):
            print(name, byte, ascii(char), char.encode(name))
    print('é€д'.encode(name, 'replace'), '€'.encode(name, 'xmlcharrefreplace'))

for alias in ('UTF 8', 'utf--8', ' Utf_8 ', 'U8', 'latin 1', 'L1', '8859', 'ISO-8859-1', 'iso8859_15', 'latin_9', 'windows-1252', '1252', 'macintosh', 'US',
              'l9', 'win-1252', 'utf8-sig', 'utf_8_sig', 'utf.8', '', 'é', 'no such'):
    try:
        print(repr(alias), 'é'.encode(alias, 'replace'))
    except LookupError as error:
        print(error)
