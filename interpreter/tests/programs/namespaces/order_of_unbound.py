def show(*thunks):
    for thunk in thunks:
        try:
            print(repr(thunk()))
        except BaseException as error:
            print(type(error).__name__, error)


class C:
    def meth(self, *a, **k): return 'm'
    attr = 5
    def g(self, n):
        try:
            if n == 0: self.nope(arg)
            if n == 1: arg.nope(arg2)
            if n == 2: self.attr(arg)
            if n == 3: self.nope.more(arg)
            if n == 4: self.meth(arg, arg2)
            if n == 5: self.meth(nowhere, arg)
            if n == 6: self.meth(arg, nowhere)
            if n == 7: nowhere.meth(arg)
            if n == 8: arg[arg2]
            if n == 9: arg + arg2
            if n == 10: arg2 + arg
            if n == 11: self.nope[arg]
            if n == 12: self[arg]
            if n == 13: arg[0:arg2]
            if n == 14: arg.x = arg2
            if n == 15: arg2.x = arg
            if n == 16: arg[arg2] = arg3
            if n == 17: arg3[arg2] = self.nope
            if n == 18: self.nope = arg
            if n == 19: arg[self.nope] = 1
            if n == 20: self.nope + arg
            if n == 21: arg + self.nope
            if n == 22: arg < arg2
            if n == 23: arg is arg2
            if n == 24: arg2 in arg
            if n == 25: (arg, arg2)
            if n == 26: [arg2, arg]
            if n == 27: {arg: arg2}
            if n == 28: {arg2: arg}
            if n == 29: f'{arg2}{arg}'
            if n == 30: f'{arg:{arg2}}'
            if n == 31: f'{self.nope}{arg}'
            if n == 32: arg(arg2)
            if n == 33: arg2(x=arg)
            if n == 34: print(arg, sep=arg2)
            if n == 35: print(self.nope, arg)
            if n == 36: print(arg, self.nope)
            if n == 37: arg += arg2
            if n == 38: arg.x += arg2
            if n == 39: arg[arg2] += 1
            if n == 40: self.nope += arg
            if n == 41: raise arg from arg2
            if n == 42: raise ValueError(arg) from arg2
            if n == 43: lambda a=arg, *, b=arg2: 0
            if n == 44: lambda *, a=arg, b=arg2: 0
            if n == 45:
                @arg
                def q(x=arg2): pass
            if n == 46:
                class D(arg, x=arg2): pass
            if n == 47:
                @arg2
                class D(arg): pass
            if n == 48: arg if arg2 else arg3
            if n == 49: arg and arg2
            if n == 50: arg < arg2 < arg3
            if n == 51: (0 < 1 < arg)
            if n == 52:
                with arg as q, arg2 as r: pass
            if n == 53:
                for q in arg: arg2
            if n == 54: a, b = arg, arg2
            if n == 55: a, b = arg2, arg
            if n == 56: a, b, c = arg3, arg2, arg
            if n == 57: arg, arg2 = arg2, arg
            if n == 58: del arg, arg2
            if n == 59: del self.nope, arg
            if n == 60: del arg[arg2]
            if n == 61: self.attr + 'a' + arg
            if n == 62: self.attr + arg + 'a'
            if n == 63: len(arg) + len(arg2)
            if n == 64: None.x(arg)
            if n == 65: (1).foo(arg)
            if n == 66: 'a'.foo(arg, *arg2)
            if n == 67: 'a'.foo(*arg)
            if n == 68: super().foo(arg)
            if n == 69: 'abc'.upper(arg)
            if n == 70: [].append(arg, arg2)
            if n == 71: nowhere(arg)
            if n == 72: nowhere[arg]
            if n == 73: nowhere + arg
            if n == 74: arg + nowhere
            if n == 75: -self.nope + arg
            if n == 76: not arg in arg2
            if n == 77: {**arg, 'a': arg2}
            if n == 78: [*arg, arg2]
            if n == 79: [arg2, *arg]
            if n == 80: (lambda: arg)()
            if n == 81: print(*arg, arg2)
            if n == 82: print(arg2, *arg)
            if n == 83: print(*self.nope, arg)
            if n == 84: print(1 / 0, arg)
            if n == 85: print(arg, 1 / 0)
            if n == 86: [1 / 0, arg]
            if n == 87: (arg, 1 / 0)
            if n == 88: arg[1 / 0]
            if n == 89: (1 / 0)[arg]
            if n == 90: return arg, self.nope
            if n == 91: return self.nope, arg
            if n == 92: return arg == 1 / 0
            if n == 93: return {arg, 1 / 0}
            if n == 94: return {1 / 0: arg}
            if n == 95: return f'{arg}{1/0}'
            if n == 96: return f'{1/0}{arg}'
            if n == 97: self.meth(arg).nope
            if n == 98: self.attr.nope(arg)
            if n == 99: self.meth(1)(arg)
            if n == 100: self.meth(1 / 0, arg)
            if n == 101: self.attr[1 / 0](arg)
            if n == 102: return arg[arg2][arg3]
            if n == 103: return (arg, arg2)[1/0]
            if n == 104:
                match arg:
                    case 1 if arg2: pass
            if n == 105: arg = arg2 = arg3
            if n == 106: return self.nope(*arg)
            if n == 107: return self.nope(**arg)
            if n == 108: return self.nope(x=arg)
            if n == 109: arg.x[arg2] = arg3
            if n == 110: arg3[arg2], arg = 1, 2
        except Exception as e: return type(e).__name__, str(e)
        arg = arg2 = arg3 = 1
c = C()
for n in range(111): print(n, c.g(n))
