extension ObjectType {
    static let consoleColor = ObjectType.enumeration(
        "System.ConsoleColor",
        Enumeration([
            "Black", "DarkBlue", "DarkGreen", "DarkCyan", "DarkRed", "DarkMagenta", "DarkYellow", "Gray", "DarkGray", "Blue",
            "Green",
            "Cyan", "Red", "Magenta", "Yellow", "White",
        ]))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.ConsoleColor") { .consoleColor } }
