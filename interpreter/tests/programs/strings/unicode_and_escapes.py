print("tab\there", 'single \'quote\'', "nul: \x41 \u00e9 \U0001F600 \N{BULLET}", r"raw \n", "con" "cat")
print(repr("tab\t \x00 \x7f \u00e9 \U0001F600 \\ ' \""), ascii("é😀"))
print(len("😀é"), "😀é"[0], "😀é"[::-1], ord("😀"), "é".encode(), "é".encode("latin-1"), b"\xc3\xa9".decode())
print("""triple "quoted" string
over lines \
continued""")
print('a' 'b'
      "c")
print("İ".lower() == "i̇", "straße".upper(), "ǅ".title())
try:
    "é".encode("ascii")
except UnicodeEncodeError as error:
    print(error)
try:
    b"\xff".decode()
except UnicodeDecodeError as error:
    print(error)
