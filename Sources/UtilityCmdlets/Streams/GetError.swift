import CmdletKit
import Interpreter
import Values

/// Get-Error.
struct GetError: Cmdlet {
    private var inputObject: Value = .nothing
    private var newest = 1

    static let declaration = CmdletDeclaration<Self>(
        "Get-Error", aliases: ["gerr"], synopsis: "Shows errors with all that is known of them.", defaultSet: "Newest",
        parameters: [
            Parameter(
                "Newest", \.newest, aliases: ["Last"], sets: ["Newest"], validate: [.range(min: 1, max: 2_147_483_647)],
                default: "1", help: "How many of $Error."),
            Parameter(
                "InputObject", \.inputObject, position: 0, pipeline: .byValue, sets: ["Error"], help: "Error records or exceptions."
            ),
        ],
        outputs: ["System.Management.Automation.ErrorRecord#PSExtendedError", "System.Exception#PSExtendedError"],
        examples: [
            Example("Write-Error x -ErrorAction SilentlyContinue; (Get-Error).Exception.Message", "The latest error.", output: "x")
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        if runtime.isBound("InputObject") { return try write(inputObject, runtime) }
        for error in try runtime.service(Engine.self).errors.elements.prefix(newest) { try write(error, runtime) }
    }

    /// The same error under a type name of its own, by which it is shown whole.
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
