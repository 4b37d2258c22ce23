# Encodings: where those of the interpreter are not enough, or the program has a handler for errors.


def encode_by_codec(text, encoding, errors):
    """`text.encode(encoding, errors)` by an encoding that is not native."""
    from codecs import _text_encoded

    return _text_encoded(text, encoding, errors)


def decode_by_codec(data, encoding, errors):
    """`data.decode(encoding, errors)` by an encoding that is not native."""
    from codecs import _text_decoded

    return _text_decoded(data, encoding, errors)


def new_of_text(kind, cls, text, encoding, errors):
    """`bytes` or `bytearray`, or of a subclass, of a text that is encoded by a codec or handler that is not native."""
    return kind.__new__(cls, str.encode(text, encoding, errors))


def new_of_data(cls, data, encoding, errors):
    """A str, or of a subclass, of bytes that are decoded by a codec or handler that is not native."""
    return str.__new__(cls, data.decode(encoding, errors))


def encode_by_handler(text, encoding, errors):
    """`text.encode(encoding, errors)` by a native encoding and a handler that is not."""
    from codecs import _encoded_by_handler

    return _encoded_by_handler(text, encoding, errors)


def decode_by_handler(data, encoding, errors):
    """`data.decode(encoding, errors)` by a native encoding and a handler that is not."""
    from codecs import _decoded_by_handler

    return _decoded_by_handler(data, encoding, errors)
