def show(*args, **kwargs):
    return args, kwargs


x = show(
    1,
    2,
    k=3,
)
y = show(
    *[1, 2],
    *(
        3,
    ),
    **{
        "a": 1,
    },
)
print(x,
      y)
show(1, 2,
     show(3,
          4), 5)
result = (
    "text"
    .upper()
    .lower()
    .replace("t", "T")
)
print(result)
z = show(
)
show \
    (1)
