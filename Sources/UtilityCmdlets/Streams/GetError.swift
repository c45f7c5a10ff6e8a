import CmdletKit
import Interpreter
import Values

/// Get-Error: writes errors of $Error for the detailed view.
struct GetError: Cmdlet {
    private var inputObject: Value = .nothing
    private var newest = 1

    static let declaration = CmdletDeclaration<Self>(
        "Get-Error", aliases: ["gerr"], synopsis: "Gets the latest errors with all that is known of them.",
        description: """
            Writes records of $Error, newest first, or those that are piped in, under a type name of their own by \
            which the display shows them whole: the exception with those inside it, the category, the target, the \
            position and the stack.
            """, defaultSet: "Newest",
        parameters: [
            Parameter(
                \.newest, aliases: ["Last"], sets: ["Newest"], validate: [.range(min: 1, max: 2_147_483_647)],
                default: "1", help: "How many errors of $Error to write, from 1."),
            Parameter(
                \.inputObject, position: 0, pipeline: .byValue, sets: ["Error"],
                help: "The error records or exceptions to write instead of those of $Error."
            ),
        ],
        outputs: ["System.Management.Automation.ErrorRecord#PSExtendedError", "System.Exception#PSExtendedError"],
        examples: [
            Example(
                "Write-Error 'no such fruit' -ErrorAction SilentlyContinue; (Get-Error).Exception.Message",
                "Reads the latest error's message.",
                output: "no such fruit"),
            Example(
                "Write-Error one -ErrorAction SilentlyContinue; Write-Error two -ErrorAction SilentlyContinue; Get-Error -Newest 2 | ForEach-Object { $_.Exception.Message }",
                "Reads what the latest two errors were about.",
                output: "two\none"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        if runtime.isBound(\Self.inputObject) { return try write(inputObject, runtime) }
        for error in try runtime.service(Engine.self).errors.elements.prefix(newest) { try write(error, runtime) }
    }

    /// Writes a copy of an error with a type name that selects the view of all its details.
    private func write(_ value: Value, _ runtime: any CmdletRuntime) throws {
        let shown: Object
        if let record = value.asObject(ErrorRecord.self) {
            let copy = ErrorRecord(
                exception: record.exception, id: record.errorID, category: record.category, target: record.target)
            copy.details = record.details
            copy.commandType = record.commandType
            copy.commandName = record.commandName
            copy.command = record.command
            copy.position = record.position
            copy.stackTrace = record.stackTrace
            shown = copy
        } else if let exception = value.asObject(ExceptionObject.self) {
            shown = ExceptionObject(exception.message, typeName: exception.typeName, inner: exception.inner)
        } else {
            try runtime.write(value)
            return
        }
        let members = shown.attached ?? AttachedMembers()
        members.typeNames = [shown.type.name + "#PSExtendedError"] + shown.type.hierarchy
        shown.attached = members
        try runtime.write(.object(shown))
    }
}
