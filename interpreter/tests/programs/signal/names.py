"""The names of signals, and handlers that are kept."""

import signal

print([(name, repr(getattr(signal, name))) for name in signal.Signals.__members__], signal.SIG_DFL, repr(signal.SIG_IGN), signal.SIG_BLOCK)
print(list(signal.Signals), list(signal.Handlers), list(signal.Sigmasks))
print(signal.Signals(2), signal.Signals['SIGTERM'].value, signal.SIGINT == 2, signal.SIGINT.name, f'{signal.SIGKILL}')
print([signal.strsignal(number) for number in range(1, 65)])
print(len(signal.valid_signals()), signal.SIGINT in signal.valid_signals(), signal.NSIG)
print(signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT) is signal.default_int_handler, signal.getsignal(signal.SIGPIPE), signal.getsignal(32))


def handler(number, frame):
    print('got', number, type(number).__name__, frame.f_code.co_name)


def main():
    print(signal.signal(signal.SIGTERM, handler), signal.getsignal(signal.SIGTERM) is handler)
    signal.raise_signal(signal.SIGTERM)
    print(signal.signal(signal.SIGTERM, signal.SIG_IGN) is handler)
    signal.raise_signal(signal.SIGTERM)
    print(signal.signal(signal.SIGTERM, 0), signal.getsignal(signal.SIGTERM))
    try:
        signal.raise_signal(signal.SIGINT)
    except KeyboardInterrupt:
        print('interrupted')
    print(signal.signal(signal.SIGINT, handler) is signal.default_int_handler)
    signal.raise_signal(signal.SIGINT)


main()
for arguments in [(99, handler), (0, handler), (signal.SIGKILL, handler), (signal.SIGTERM, 3), (signal.SIGTERM, 'text'), ('a', handler)]:
    try:
        signal.signal(*arguments)
    except (ValueError, TypeError, OSError) as error:
        print(type(error).__name__, error)
try:
    signal.default_int_handler(2, None)
except KeyboardInterrupt:
    print('interrupted')
try:
    print(signal.Signals(99))
except ValueError as error:
    print(error)
