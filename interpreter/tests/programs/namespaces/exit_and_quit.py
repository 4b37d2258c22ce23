# `exit` and `quit` are objects that can be called, and say so.
print(exit, quit, repr(exit))
print(type(exit).__name__, type(exit).__module__, exit.name, quit.name)
for call in [exit, quit]:
    for arguments in [(), (None,), (3,), ("text",)]:
        try:
            call(*arguments)
        except SystemExit as error:
            print(error.code, error.args)
exit("the end")
