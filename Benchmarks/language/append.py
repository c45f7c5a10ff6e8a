def append():
    text = ""
    for i in range(500000):
        text += f"piece {i};"
    return text


print(len(append()))
