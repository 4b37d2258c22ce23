"""A tiny text adventure parser with argparse-like commands and shlex-like splitting."""
class CommandError(Exception):
    def __init__(self, command, reason="unknown"):
        super().__init__(command, reason)
        self.command = command
    def __str__(self):
        return f"{self.command}: {self.args[1]}"
class Shell:
    prompt = "> "
    def __init__(self): self.vars, self.out = {}, []
    def do_set(self, name, *words, sep=" "): "set NAME WORDS... - sets it"; self.vars[name] = sep.join(words)
    def do_get(self, name): "get NAME"; print(self.vars[name])
    def do_help(self):
        for n in sorted(vars(type(self))):
            if n.startswith("do_"): print(f"{n[3:]:<6}{(getattr(self, n).__doc__ or '-').splitlines()[0]}")
    def __call__(self, line):
        word, *args = line.split()
        positional = [a for a in args if not a.startswith("--")]
        options = dict(a[2:].split("=", 1) for a in args if a.startswith("--"))
        try:
            method = getattr(self, "do_" + word)
        except AttributeError as e:
            raise CommandError(word) from e
        try:
            return method(*positional, **options)
        except TypeError as e:
            raise CommandError(word, e) from None
        except KeyError as e:
            raise CommandError(word, f"no variable {e}")
shell = Shell()
for line in ["set a hello big world", "get a", "set b x y --sep=-", "get b", "help", "get", "get zz", "fly north", "set a b --color=red"]:
    print(shell.prompt + line)
    try: shell(line)
    except CommandError as e: print("error:", e, "|", repr(e), "|", repr(e.__cause__), "|", type(e.__context__).__name__)
shell("jump")
