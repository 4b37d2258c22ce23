#!/usr/bin/env python3
# vim: set fileencoding=cp1251 :
print(ascii("й"), "x".foo)
