import Formatting
import Testing
import Values

@Suite struct FormatterTests {
    static func render(_ values: [Value], _ options: Formatter.Options = Formatter.Options(width: 80), views: ViewTable = .builtin)
        throws -> String
    {
        var lines: [String] = []
        let formatter = Formatter(options, DisplaySource(views: { views })) { lines.append($0) }
        for value in values { try formatter.write(value) }
        try formatter.finish()
        return lines.joined(separator: "\n")
    }

    static func object(_ notes: (String, Value)...) -> Value { .object(CustomObject(notes)) }

    static let runtime = ObjectType.enumeration("RuntimeType", Enumeration(["Default", "HyperV"]))

    @Test func `primitives are plain lines`() throws {
        #expect(try Self.render([.string("a"), .int(5), .double(1.5), .bool(true), .null, .char(65)]) == "a\n5\n1.5\nTrue\nA")
    }

    @Test func `up to four properties make a table sized by its content`() throws {
        let demo = Self.object(("ContainerName", .string("DEMO")), ("RuntimeType", .object(EnumObject(Self.runtime, rawValue: 0))))
        #expect(
            try Self.render([demo]) == """

                ContainerName RuntimeType
                ------------- -----------
                DEMO              Default

                """)
    }

    @Test func `five properties make a list`() throws {
        let value = Self.object(
            ("A", .int(1)), ("Bcd", .string("x")), ("C", .null), ("D", .array([.int(1), .int(2), .int(3), .int(4), .int(5)])),
            ("E", .bool(true)))
        #expect(
            try Self.render([value, value]) == """

                A   : 1
                Bcd : x
                C   :
                D   : {1, 2, 3, 4…}
                E   : True

                A   : 1
                Bcd : x
                C   :
                D   : {1, 2, 3, 4…}
                E   : True

                """)
    }

    @Test func `columns of a view cut on their own side`() throws {
        let dots = View(
            "p", for: "P",
            shape: .table([
                ViewColumn("Handles", width: 7, alignment: .right), ViewColumn("VM", label: "VM(M)", width: 5, alignment: .right),
                ViewColumn("Name", width: 8, alignment: .left), ViewColumn("Rest", alignment: .left),
            ]), ellipsis: .dots)
        var views = ViewTable.builtin
        views.add([dots])
        func row(_ handles: Value, _ vm: Value, _ name: String) -> Value {
            .object(
                CustomObject([("Handles", handles), ("VM", vm), ("Name", .string(name)), ("Rest", .string("r"))], typeNames: ["P"]))
        }
        #expect(
            try Self.render([row(.int(255), .int(2_097_998), "csrss"), row(.null, .null, "a-long-name")], views: views) == """

                Handles VM(M) Name     Rest
                ------- ----- ----     ----
                    255 ...98 csrss    r
                              a-lon... r

                """)
    }

    @Test func `what begins without a view goes on with its columns, text between rows too`() throws {
        let a = Self.object(("A", .int(1)))
        let b = Self.object(("B", .string("x")))
        #expect(try Self.render([a, .string("text"), a, b]) == "\nA\n-\n1\ntext\n1\n\n")
    }

    @Test func `wide characters take two columns`() throws {
        let value = Self.object(("Name", .string("日本")), ("X", .string("y")))
        let other = Self.object(("Name", .string("e\u{301}a")), ("X", .string("z")))
        #expect(try Self.render([value, other]) == "\nName X\n---- -\n日本 y\ne\u{301}a   z\n")
        #expect(DisplayWidth.width("日本") == 4)
        #expect(DisplayWidth.width("\u{1B}[31mred\u{1B}[0m") == 3)
        #expect(DisplayWidth.width("👩‍👩‍👧") == 2)
    }

    @Test func `a table too wide loses from its right`() throws {
        let value = Self.object(("Name", .string("abcdefghij")), ("Other", .string("0123456789")), ("Third", .string("zz")))
        #expect(
            try Self.render([value], Formatter.Options(width: 16)) == "\nName       Other\n----       -----\nabcdefghij 0123…\n")
    }

    @Test func `hashtables list their entries`() throws {
        let table = HashtableObject()
        table["a"] = .int(1)
        table["long"] = .array([.int(1), .int(2)])
        #expect(
            try Self.render([.object(table)]) == """

                Name                           Value
                ----                           -----
                a                              1
                long                           {1, 2}

                """)
    }

    @Test func `grouped rows stand under their group`() throws {
        let view = View("g", for: "G", shape: .table([ViewColumn("A")]), grouping: View.Grouping(property: "D", label: "Directory"))
        var views = ViewTable.builtin
        views.add([view])
        let rows = [("x", 1), ("x", 2), ("y", 3)].map {
            Value.object(CustomObject([("A", .string("r\($0.1)")), ("D", .string($0.0))], typeNames: ["G"]))
        }
        #expect(try Self.render(rows, views: views) == "\n   Directory: x\n\nA\n-\nr1\nr2\n\n   Directory: y\n\nA\n-\nr3\n")
    }

    @Test func `colour is only where it is wanted`() throws {
        let value = Self.object(("A", .string("\u{1B}[31mred\u{1B}[0m")))
        #expect(!(try Self.render([value]).contains("\u{1B}")))
        let options = Formatter.Options(style: StyleObject(), isTerminal: true)
        #expect(try Self.render([value], options).contains("\u{1B}[32;1mA\u{1B}[0m"))
    }

    @Test func `objects from a container show its name last`() throws {
        let view = View("p", for: "P", shape: .table([ViewColumn("A")]))
        var views = ViewTable.builtin
        views.add([view])
        let value = Value.object(
            CustomObject([("A", .int(1)), ("PSComputerName", .string("WINCONT"))], typeNames: ["Deserialized.P"]))
        #expect(try Self.render([value], views: views) == "\nA PSComputerName\n- --------------\n1 WINCONT\n")
    }

    @Test func `rows of a sized table are not held back`() throws {
        var lines: [String] = []
        var views = ViewTable.builtin
        views.add([View("s", for: "S", shape: .table([ViewColumn("A", width: 4), ViewColumn("B")]))])
        let formatter = Formatter(Formatter.Options(width: 40), DisplaySource(views: { views })) { lines.append($0) }
        try formatter.write(.object(CustomObject([("A", .int(1)), ("B", .string("x"))], typeNames: ["S"])))
        #expect(lines == ["", "   A B", "   - -", "   1 x"])
    }
}
