"""UTF in all its forms, and the encodings that write characters as escapes."""
TEXTS = ['', 'plain', 'é', '€ and 😀', 'a+b~c\\d', '\ufeffmark', 'tab\tand\nline\r\0\x7f\x80\xff', '日本語+', 'A≢Α.', "quotes ' \"", '-+-é-a']
FORMS = ['utf-8', 'utf-8-sig', 'utf-16', 'utf-16-le', 'utf-16-be', 'utf-32', 'utf-32-le', 'utf-32-be', 'utf-7', 'unicode_escape', 'raw_unicode_escape']
for form in FORMS:
    for text in TEXTS:
        data = text.encode(form)
        print(form, ascii(text), data, data.decode(form) == text)

WRONG = [
    b'\xff', b'a\xc3', b'a\xc3(', b'\xe2\x82', b'\xe2\x28\xa1', b'\xf0\x90\x8d', b'\xf8\x88', b'\xc0\x80', b'\x80abc', b'a\x00b', b'\x00\x00\x11\x00',
    b'\xff\xfea\x00b', b'\xfe\xff\x00a', b'\xff\xfe\x00\x00a\x00\x00\x00', b'\xef\xbb\xbfab\xff', b'\x00\xdca\x00', b'+', b'+A', b'+AA', b'+AOk', b'+AOk-!',
    b'+-', b'++', b'+\xff', b'a\xe9b', b'+AOkx~', b'\\', b'\\x4', b'\\x41\\101\\7', b'\\u00e9\\U0001f600', b'\\u12', b'\\U00110000', b'\\U0001',
    b'\\N{LATIN SMALL LETTER E WITH ACUTE}', b'\\N{no such}', b'\\N', b'\\N{', b'\\N{}', b'\\\\u00e9', b'\\\\\\u00e9', b'\\n\\t\\r\\a\\b\\f\\v\\\'\\"\\\nx',
]
for form in FORMS:
    for data in WRONG:
        try:
            print(form, data, ascii(data.decode(form)))
        except UnicodeDecodeError as error:
            print(form, data, error, error.encoding, error.object, error.start, error.end, error.reason)
        for handler in ('ignore', 'replace', 'backslashreplace'):
            print(ascii(data.decode(form, handler)))

for name in ('punycode', 'idna'):
    for text in ('bücher', 'bücher.example', 'faß.de', '中文.ex。x', 'Ünïcödé-x', 'plain.host', '', 'a-é-b', 'ｆｕｌｌ.é'):
        data = text.encode(name)
        print(name, text, data, data.decode(name))
for text, name in [('é' * 70, 'idna'), ('a..b', 'idna'), ('a' * 64, 'idna'), ('xn--é', 'idna')]:
    try:
        print(text.encode(name))
    except UnicodeError as error:
        print(type(error), error)
