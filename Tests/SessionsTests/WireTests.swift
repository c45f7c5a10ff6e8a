import CmdletKit
import Interpreter
import Sessions
import SourceText
import Testing
import Values

/// A value that crosses the wire keeps its meaning.
@Suite struct WireTests {
    private func crossed(_ value: Value) throws -> Value { try ValueDecoder.decode(try ValueEncoder.encode(value)) }

    /// The properties of a value that a script can observe.
    private func told(_ value: Value) -> String { "\(value.type.name) \(value.displayText)" }

    @Test func simpleValues() throws {
        let values: [Value] = [
            .null, .bool(true), .bool(false), .int(0), .int(.min), .int(.max), .long(.min), .long(.max), .double(0.1),
            .double(-.infinity), .double(.nan), .char(0x41), .char(0xd800), .string(""), .string("a\0b\u{1b}[2J ‘’ 🐳\n"),
            .string(String(repeating: "x", count: 1 << 20)), DateTime(ticks: 637_134_336_000_000_000, kind: .utc).boxed,
            DateTime(ticks: 0, kind: .unspecified).boxed, DateTime(ticks: 637_134_336_000_000_000, kind: .local).boxed,
            TimeSpan(ticks: .min).boxed, TimeSpan(ticks: 36_000_000_000).boxed,
        ]
        for value in values { #expect(told(try crossed(value)) == told(value)) }
        #expect(try crossed(.nothing).isNull && crossed(.unset).isNull)
    }

    @Test(arguments: [
        ("7", "System.Byte"), ("-7", "System.SByte"), ("65535", "System.UInt16"), ("18446744073709551615", "System.UInt64"),
        ("1.5", "System.Single"), ("79228162514264337593543950335", "System.Decimal"),
        ("123456789012345678901234567890", "System.Numerics.BigInteger"), ("1.2.3.4", "System.Version"),
        ("0f8fad5b-d9cb-469f-a165-70867728950e", "System.Guid"),
    ])
    func convertedTypes(_ text: String, _ type: String) throws {
        let value = try Conversion.convert(.string(text), to: try #require(TypeTable.builtin.find(type)))
        #expect(told(try crossed(value)) == "\(type) \(text)")
    }

    @Test func collections() throws {
        let list = Value.object(ListObject([.int(1), .array([.string("a"), .null])]))
        let table = HashtableObject(ordered: true)
        table["b"] = .int(1)
        table["A"] = list
        table[.int(5)] = .string("five")
        let back = try #require(try crossed(.object(table)).asObject(HashtableObject.self))
        #expect(back.isOrdered && back.pairs.map(\.key.displayText) == ["b", "A", "5"])
        // A key keeps its type, and text keys are found in any case.
        #expect(back[.int(5)]?.text == "five" && back[.string("5")] == nil && back["a"] != nil)
        let inner = try #require(back["A"]?.asObject(ListObject.self))
        #expect(inner.elements.count == 2 && inner.elements[1].enumerated?.count == 2)
        #expect(try crossed(.array([])).enumerated?.isEmpty == true)
    }

    @Test func objects() throws {
        let custom = Value.object(CustomObject([("Name", .string("x")), ("Inner", .object(CustomObject([("Deep", .int(1))])))]))
        let back = try crossed(custom)
        #expect(back.propertyNames == ["Name", "Inner"] && back.typeNames == custom.typeNames)
        #expect(back.property("Inner")?.property("deep").map(told) == "System.Int32 1")

        // An object of a type of its own arrives as inert data under a `Deserialized.` type name.
        let typed = Value.object(CustomObject([("Id", .int(4))], typeNames: ["Some.Type", "System.Object"]))
        #expect(try crossed(typed).typeNames.first == "Deserialized.Some.Type")
        #expect(try crossed(crossed(typed)).typeNames.first == "Deserialized.Some.Type")

        let color = ObjectType.enumeration("Some.Colour", Enumeration(["Red", "Green"]))
        let member = try crossed(.object(EnumObject(color, rawValue: 1)))
        #expect(told(member) == "Some.Colour Green" && member.type.enumeration?.cases.count == 2)
    }

    @Test func attachedMembers() throws {
        let text = StringObject("line")
        text.attached = AttachedMembers(notes: [("ReadCount", .int(3))])
        let back = try crossed(.string(text))
        #expect(back.text == "line" && back.property("ReadCount").map(told) == "System.Int32 3")
    }

    @Test func errors() throws {
        let record = ErrorRecord(
            "It's gone", id: "Gone", category: "ObjectNotFound", exception: "System.Management.Automation.ItemNotFoundException",
            target: .string("there"))
        record.commandName = "Get-Item"
        record.commandType = "Microsoft.PowerShell.Commands.GetItemCommand"
        record.recommendedAction = "Look elsewhere."
        record.position = ErrorPosition(
            file: SourceFile(path: "/x.ps1", text: "one\nGet-Item there"), span: SourceSpan(start: 4, end: 12))
        let back = try #require(try crossed(.object(record)).asObject(ErrorRecord.self))
        #expect(back.message == "It's gone" && back.fullyQualifiedErrorID == record.fullyQualifiedErrorID)
        #expect(back.exception.typeName == record.exception.typeName && back.target.text == "there")
        #expect(back.recommendedAction == "Look elsewhere." && back.position?.start.line == 2)
    }

    /// Cycles and deep nesting end in text.
    @Test func depthIsBounded() throws {
        let list = ListObject()
        list.elements = [.object(list), .int(1)]
        _ = try crossed(.object(list))
        let loop = CustomObject([("Name", .string("n"))])
        loop.attached?["Self"] = .note(.object(loop))
        #expect(try crossed(.object(loop)).property("Self")?.property("Self") != nil)
        var deep = Value.int(1)
        for _ in 0..<1000 { deep = .array([deep]) }
        _ = try crossed(deep)
    }

    @Test func sizeIsBounded() throws {
        let large = Value.array((0..<40).map { _ in .string(String(repeating: "x", count: 1 << 20)) })
        let error = #expect(throws: WireError.self) { try ValueEncoder.encode(large) }
        #expect(error?.message == "an object of more than 16 MB cannot cross a session")
    }

    /// A script block crosses as its text: the other side never runs it unasked.
    @Test func codeCrossesAsText() throws {
        let block = Value.object(try ScriptBlock.parse("exit 3", path: nil))
        #expect(try crossed(block).text == "exit 3")
        #expect(try crossed(.object(CustomObject([("Run", block)]))).property("Run")?.text == "exit 3")
    }
}
