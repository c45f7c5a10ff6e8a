import CmdletKit
import CmdletSupport
import Formatting
import Interpreter
import Values

/// Get-FormatData.
struct GetFormatData: Cmdlet {
    private var typeName: [String] = []
    private var powerShellVersion: Value = .null

    static let declaration = CmdletDeclaration<Self>(
        "Get-FormatData", synopsis: "Lists the views of this session by the types that they show.",
        parameters: [
            Parameter("TypeName", \.typeName, position: 0, help: "Full names, with wildcards; all without it."),
            Parameter("PowerShellVersion", \.powerShellVersion, help: "Taken for compatibility: views are the same for all."),
        ], outputs: ["System.Management.Automation.ExtendedTypeDefinition"],
        examples: [
            Example(
                "(Get-FormatData System.IO.FileInfo).FormatViewDefinition[0].Name", "The first view of files.", output: "children")
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let wanted = typeName.map { Wildcard($0) }
        let table = FormattingService.views(try runtime.service(Engine.self))
        for (name, views) in table.views(where: { name in wanted.isEmpty || wanted.contains { $0.matches(name) } }) {
            let definitions = views.map { view in
                Value.object(
                    CustomObject(
                        [("Name", .string(view.name)), ("Control", Self.control(view.shape))],
                        typeNames: ["System.Management.Automation.FormatViewDefinition"]))
            }
            try runtime.write(
                .object(
                    CustomObject(
                        [
                            ("TypeNames", .array([.string(name)])), ("FormatViewDefinition", .array(definitions)),
                            ("TypeName", .string(name)),
                        ], typeNames: ["System.Management.Automation.ExtendedTypeDefinition"])))
        }
    }

    private static func control(_ shape: View.Shape) -> Value {
        func object(_ kind: String, _ notes: [(String, Value)]) -> Value {
            .object(CustomObject(notes, typeNames: ["System.Management.Automation.\(kind)"]))
        }
        switch shape {
        case .table(let columns):
            let headers = columns.map { column in
                object(
                    "TableControlColumnHeader",
                    [
                        ("Label", .string(column.label)), ("Width", .int(Int32(clamping: column.width ?? 0))),
                        ("Alignment", .string(column.alignment.map { "\($0)".capitalizedWord } ?? "Undefined")),
                    ])
            }
            return object("TableControl", [("Headers", .array(headers)), ("GroupBy", .null)])
        case .list(let columns):
            return object("ListControl", [("Entries", .array(columns.map { .string($0.label) })), ("GroupBy", .null)])
        case .wide(let column): return object("WideControl", [("Entries", .array([.string(column.label)])), ("GroupBy", .null)])
        case .custom, .text: return object("CustomControl", [("Entries", .array([])), ("GroupBy", .null)])
        }
    }
}

extension String {
    /// `left` as .NET's enumerations have it.
    fileprivate var capitalizedWord: String { prefix(1).uppercased() + dropFirst() }
}
