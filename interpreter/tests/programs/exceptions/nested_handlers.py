def log(text):
    print(text)


try:
    try:
        try:
            raise ValueError("inner")
        except KeyError:
            log("wrong handler")
        finally:
            log("finally 1")
    except ValueError as error:
        log(f"handler 2: {error}")
        try:
            raise KeyError("while handling")
        except KeyError as other:
            log(f"handler 3: {other}, context {other.__context__}")
        log("still in handler 2")
        raise TypeError("from handler 2")
    finally:
        log("finally 2")
except TypeError as error:
    log(f"outermost: {error}, context {error.__context__}")
