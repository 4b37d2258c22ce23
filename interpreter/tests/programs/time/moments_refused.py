# What is no moment: wrong types, too few fields, fields that C can't hold.
import time

MOMENT = (2020, 5, 17, 13, 4, 5, 6, 138, 0)


class Index:
    def __index__(self):
        return 2021


def shown(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


for moment in [(2020,), MOMENT[:8], MOMENT + (1,), list(MOMENT), "text", 5, tuple(map(str, MOMENT)), tuple(map(float, MOMENT)), (Index(),) + MOMENT[1:]]:
    shown(lambda: time.strftime("%Y %H", moment))
    shown(lambda: time.asctime(moment))
    shown(lambda: time.mktime(moment))
for field in range(9):
    for value in [2**31, -(2**31) - 1, 10**30]:
        moment = list(MOMENT)
        moment[field] = value
        shown(lambda: time.strftime("%Y", tuple(moment)))
        shown(lambda: time.mktime(tuple(moment)))
for seconds in ["text", [], 1j]:
    shown(lambda: time.gmtime(seconds))
    shown(lambda: time.localtime(seconds))
    shown(lambda: time.ctime(seconds))
shown(lambda: time.gmtime(1.9)[:6])
