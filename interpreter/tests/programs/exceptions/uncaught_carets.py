data = {"a": {"b": None}}


def deep(d):
    return d["a"]["b"]["c"]["d"] + 1


deep(data)
