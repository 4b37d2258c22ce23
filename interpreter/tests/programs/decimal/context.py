from decimal import Context, Decimal, getcontext, localcontext, setcontext

print(getcontext())
with localcontext() as context:
    context.prec = 5
    print(Decimal(1) / 7, Decimal(2).sqrt())
print(Decimal(1) / 7)
with localcontext(prec=50):
    print(Decimal(2).sqrt())
setcontext(Context(prec=3, rounding='ROUND_UP'))
print(Decimal(1) / 3, Decimal('1.0001') + 0, +Decimal('123456'))
