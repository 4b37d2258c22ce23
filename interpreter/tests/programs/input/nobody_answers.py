# Nobody answers.
print("before")
input("name: ")
