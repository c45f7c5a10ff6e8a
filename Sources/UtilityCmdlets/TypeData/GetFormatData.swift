import CmdletKit
import CmdletSupport
import Formatting
import Interpreter
import Values

/// Get-FormatData: writes the format views of types.
struct GetFormatData: Cmdlet {
    private var typeName: [String] = []
    private var powerShellVersion: Value = .null

    static let declaration = CmdletDeclaration<Self>(
        "Get-FormatData", synopsis: "Gets the views of this session by the types that they show.",
        description: """
            Writes an object for each type that has views: its TypeNames, and in FormatViewDefinition the views with \
            their Name and Control (a table, a list, a wide list or a custom block). Format-Table -View and its kin \
            take a view's name.
            """,
        parameters: [
            Parameter(
                \.typeName, position: 0,
                help: "Full names of types; wildcards are allowed. All types that have views without it."),
            Parameter(
                \.powerShellVersion, help: "Taken for compatibility: views are the same for all versions."),
        ], outputs: ["System.Management.Automation.ExtendedTypeDefinition"],
        examples: [
            Example(
                "(Get-FormatData -TypeName System.Version).FormatViewDefinition[0].Control.Headers.Count",
                "Counts the columns of a type's table.",
                output: "4"),
            Example(
                "@(Get-FormatData -TypeName No.Such.Type).Count",
                "Tells whether a type has a view.",
                output: "0"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let wanted = typeName.map { Wildcard($0) }
        let table = FormattingService.views(try runtime.service(Engine.self))
        for (name, views) in table.views(where: { name in wanted.isEmpty || wanted.contains { $0.matches(name) } }) {
            let definitions = views.map { view in
                Value.object(
                    CustomObject(
                        [("Name", .string(view.name)), ("Control", Self.control(view.shape))],
                        type: FormatViewDefinition.type))
            }
            try runtime.write(
                .object(
                    CustomObject(
                        [
                            ("TypeNames", .array([.string(name)])), ("FormatViewDefinition", .array(definitions)),
                            ("TypeName", .string(name)),
                        ], type: ExtendedTypeDefinition.type)))
        }
    }

    private static func control(_ shape: View.Shape) -> Value {
        func object(_ kind: ObjectType, _ notes: [(String, Value)]) -> Value {
            .object(CustomObject(notes, type: kind))
        }
        switch shape {
        case .table(let columns):
            let headers = columns.map { column in
                object(
                    TableControlColumnHeader.type,
                    [
                        ("Label", .string(column.label)), ("Width", .int(Int32(clamping: column.width ?? 0))),
                        ("Alignment", .string(column.alignment.map { "\($0)".capitalizedWord } ?? "Undefined")),
                    ])
            }
            return object(TableControl.type, [("Headers", .array(headers)), ("GroupBy", .null)])
        case .list(let columns):
            return object(ListControl.type, [("Entries", .array(columns.map { .string($0.label) })), ("GroupBy", .null)])
        case .wide(let column): return object(WideControl.type, [("Entries", .array([.string(column.label)])), ("GroupBy", .null)])
        case .custom, .text: return object(CustomControlObject.type, [("Entries", .array([])), ("GroupBy", .null)])
        }
    }
}

extension String {
    /// The word with a capital letter, as the names of .NET's enumerations have it: `Left`.
    fileprivate var capitalizedWord: String { prefix(1).uppercased() + dropFirst() }
}
