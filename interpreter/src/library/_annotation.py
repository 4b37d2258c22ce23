"""Annotations that are strings, worked out: names, attributes, subscripts, `|`, tuples, lists and literals. There is no `eval` here."""


def value_of(text, names, more):
    """What the text of an annotation means, with these variables."""
    reader = _Reader(text, names, more)
    value = reader.union()
    if reader.peek() is not None:
        raise SyntaxError(f'Forward reference must be an expression -- got {text!r}')
    return value


class _Reader:
    def __init__(self, text, names, more):
        self.text = text
        self.names = names
        self.more = more or {}
        self.tokens = _tokens(text)
        self.at = 0

    def peek(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def take(self, wanted=None):
        token = self.peek()
        if token is None or wanted is not None and token != wanted:
            raise SyntaxError(f'Forward reference must be an expression -- got {self.text!r}')
        self.at += 1
        return token

    def union(self):
        value = self.primary()
        while self.peek() == '|':
            self.take()
            value = value | self.primary()
        return value

    def primary(self):
        value = self.atom()
        while self.peek() in ('.', '['):
            if self.take() == '.':
                value = getattr(value, self.take())
            else:
                items, is_tuple = self.items(']')
                value = value[tuple(items) if is_tuple else items[0]]
        return value

    def items(self, end):
        """What stands in brackets, and whether it is a tuple."""
        items, is_tuple = [], False
        while self.peek() != end:
            items.append(self.union())
            if self.peek() != ',':
                break
            self.take()
            is_tuple = True
        self.take(end)
        return items, is_tuple or not items

    def atom(self):
        token = self.take()
        if token == '[':
            return self.items(']')[0]
        if token == '(':
            items, is_tuple = self.items(')')
            return tuple(items) if is_tuple else items[0]
        if token == '...':
            return ...
        if token == '-':
            return -self.atom()
        if token[0] in '\'"':
            return token[1:-1]
        if token[0].isdigit():
            return float(token) if '.' in token else int(token, 0)
        if token in ('None', 'True', 'False'):
            return {'None': None, 'True': True, 'False': False}[token]
        return self.variable(token)

    def variable(self, name):
        if not name.isidentifier():
            raise SyntaxError(f'Forward reference must be an expression -- got {self.text!r}')
        if name in self.more:
            return self.more[name]
        if name in self.names:
            return self.names[name]
        import builtins

        if hasattr(builtins, name):
            return getattr(builtins, name)
        raise NameError(f'name {name!r} is not defined')


def _tokens(text):
    """Names, numbers, strings and signs."""
    tokens, at = [], 0
    while at < len(text):
        start, c = at, text[at]
        at += 1
        if c.isspace():
            continue
        if c.isidentifier() or c.isdigit():
            while at < len(text) and (text[at].isalnum() or text[at] == '_' or c.isdigit() and text[at] == '.'):
                at += 1
        elif c in '\'"':
            at = text.find(c, at) + 1
            if not at:
                raise SyntaxError(f'Forward reference must be an expression -- got {text!r}')
        elif text.startswith('...', start):
            at = start + 3
        tokens.append(text[start:at])
    return tokens
