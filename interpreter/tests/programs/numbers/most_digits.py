"""How many digits an integer may have that becomes a text, or is made of one."""

import sys

print(sys.get_int_max_str_digits(), sys.int_info.default_max_str_digits, sys.int_info.str_digits_check_threshold)
try:
    str(10 ** 5000)
except ValueError as error:
    print(error)
sys.set_int_max_str_digits(6000)
print(len(str(10 ** 5000)), int('7' * 5000) % 1000)
try:
    int('7' * 6001)
except ValueError as error:
    print(error)
sys.set_int_max_str_digits(0)
print(len(str(10 ** 9000)))
try:
    sys.set_int_max_str_digits(100)
except ValueError as error:
    print(error)
sys.set_int_max_str_digits(640)
try:
    str(10 ** 700)
except ValueError as error:
    print(error)
print(sys.flags.optimize, sys.hash_info.modulus == 2 ** 61 - 1, sys.getswitchinterval(), sys.displayhook is sys.__displayhook__)
sys.displayhook([1, 2])
sys.displayhook(None)
