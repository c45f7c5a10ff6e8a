import Testing
import Values

@testable import CmdletKit

/// The paths of a cmdlet, as a group that several share.
private struct Paths: ParameterGroup {
    var literal: Switch = false
    var path: [String] = []

    static let parameters: [Parameter<Paths>] = [
        Parameter(\.path, aliases: ["p"], position: 0, mandatory: true, help: "Where."),
        Parameter(\.literal, help: "As it is written."),
    ]
}

private struct CopyThing: Cmdlet {
    var force: Switch = false
    var from = Paths()
    var countLimit = 7
    var nested: Int {
        get { countLimit }
        set { countLimit = newValue }
    }

    static let declaration = CmdletDeclaration<CopyThing>(
        "Copy-Thing", aliases: ["cpt"], synopsis: "Copies.",
        parameters: .group(\.from) + [
            Parameter(\.force, help: "Even so."),
            Parameter(\.countLimit, sets: ["Some"], default: "7", help: "How many."),
            Parameter(\.nested, named: "Depth", help: "How deep."),
        ], outputs: ["System.String"])
}

@Suite struct DeclarationTests {
    private static let signature = CopyThing.declaration.signature

    @Test func `a parameter has the name of its property`() {
        #expect(Self.signature.parameters.map(\.name) == ["Path", "Literal", "Force", "CountLimit", "Depth"])
        #expect(FieldName.parameterName("") == "")
        #expect(FieldName.parameterName("éclair") == "Éclair")
    }

    /// Two properties of a type lie side by side, and the first of a group begins where the group does.
    @Test func `a field is found by place and type`() {
        struct Inner { var first = 1, second = 2 }
        struct Outer { var before = true, inner = Inner(), after = Inner() }
        let inner = MemoryLayout<Outer>.offset(of: \.inner) ?? -1
        #expect(FieldName.find(at: inner, of: Inner.self, in: Outer.self) == "inner")
        #expect(FieldName.find(at: inner, of: Int.self, in: Outer.self) == "first")
        #expect(FieldName.find(at: inner + 8, of: Int.self, in: Outer.self) == "second")
        #expect(FieldName.find(at: MemoryLayout<Outer>.offset(of: \.after.second) ?? -1, of: Int.self, in: Outer.self) == "second")
        #expect(FieldName.find(at: inner, of: String.self, in: Outer.self) == nil)
    }

    @Test func `what is declared stands in the signature`() throws {
        let path = try #require(Self.signature.parameters.first)
        #expect(path.aliases == ["p"] && path.isCollection && !path.isSwitch && path.typeName == "string[]")
        #expect(path.membership(in: "Any")?.position == 0 && path.membership(in: "Any")?.isMandatory == true)
        let limit = Self.signature.parameters[3]
        #expect(limit.membership(in: "SOME") != nil && limit.membership(in: "Other") == nil)
        #expect(limit.defaultText == "7" && limit.typeName == "int")
        #expect(Self.signature.parameters[2].isSwitch)
        #expect(Self.signature.outputs == ["System.String"] && Self.signature.aliases == ["cpt"])
    }

    @Test func `a module names its cmdlets' classes`() {
        let registration = CmdletModule("Things").cmdlet(CopyThing.self)
        #expect(registration.module == "Things" && registration.name == "Copy-Thing" && registration.aliases == ["cpt"])
        #expect(registration.implementingType == "Microsoft.PowerShell.Commands.CopyThingCommand")
        #expect(CmdletModule("Things").cmdlet(CopyThing.self, namespace: "Mine").implementingType == "Mine.CopyThingCommand")
    }
}

@Suite struct BindingTests {
    /// Arguments reach properties, those of a group and computed ones too, and a snapshot gives them back.
    @Test func `arguments are stored and taken back`() throws {
        let box = CmdletBox(CopyThing.declaration)
        func state() -> CopyThing {
            Mirror(reflecting: box).children.first { $0.label == "cmdlet" }?.value as? CopyThing ?? CopyThing()
        }
        try box.bind(0, .array([.string("a"), .string("b")]))
        try box.bind(2, .bool(true))
        #expect(state().from.path == ["a", "b"] && state().force.isOn && state().countLimit == 7)
        let saved = box.snapshot()
        try box.bind(0, .string("c"))
        try box.bind(4, .string("12"))
        #expect(state().from.path == ["c"] && state().countLimit == 12)
        box.reset(0, to: saved)
        #expect(state().from.path == ["a", "b"] && state().countLimit == 12)
        box.reset(4, to: saved)
        #expect(state().countLimit == 7)
        // An index that no parameter has changes nothing.
        try box.bind(99, .int(1))
        #expect(state().from.path == ["a", "b"])
        box.discard()
        #expect(state().from.path == [] && !state().force.isOn)
    }

    @Test func `an argument that does not convert is refused, and the property stays`() {
        let box = CmdletBox(CopyThing.declaration)
        #expect(throws: ValueError.self) { try box.bind(3, .string("many")) }
        let cmdlet = Mirror(reflecting: box).children.first { $0.label == "cmdlet" }?.value as? CopyThing
        #expect(cmdlet?.countLimit == 7)
    }

    @Test func `arguments convert as the language does`() throws {
        #expect(try Int.fromArgument(.string(" 0x10 ")) == 16)
        #expect(try Bool.fromArgument(.string("")) == false)
        #expect(try Switch.fromArgument(.int(1)).isOn)
        #expect(try String.fromArgument(.array([.int(1), .int(2)])) == "1 2")
        #expect(try [String].fromArgument(.string("one")) == ["one"])
        #expect(try [Int].fromArgument(.array([.string("1"), .int(2)])) == [1, 2])
        #expect(throws: ValueError.self) { try Int.fromArgument(.string("2147483648")) }
    }
}
