from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

print(0.1 + 0.2, Decimal('0.1') + Decimal('0.2'))
price, rate = Decimal('19.99'), Decimal('0.075')
tax = (price * rate).quantize(Decimal('0.01'), rounding=ROUND_HALF_UP)
print(price * rate, tax, price + tax)
print(sum([Decimal('0.10')] * 3), Decimal('1.20') * 3, Decimal('10') / 3)
for text in ('2.675', '2.665', '-2.675'):
    number = Decimal(text)
    print(number.quantize(Decimal('.01')), number.quantize(Decimal('.01'), ROUND_HALF_UP), number.quantize(Decimal('.01'), ROUND_DOWN))
print(f'{Decimal("1234567.891"):,.2f}', f'{Decimal("0.25"):.0%}', f'{Decimal("5"):>8.1f}|', f'{Decimal("12345"):.2e}')
