print("start")
name = "never closed
