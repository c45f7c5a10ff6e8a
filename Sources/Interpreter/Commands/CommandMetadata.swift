import CmdletKit
import Values

/// System.Management.Automation.CommandMetadata: a command's declaration, which scripts copy and change to write a proxy function.
enum CommandMetadata {
    static let type = ObjectType(
        "System.Management.Automation.CommandMetadata", base: .object,
        construct: { arguments in
            guard let made = make(arguments[0]) else { throw notACommand(arguments[0]) }
            return made
        },
        convert: { make($0) })

    private static func notACommand(_ value: Value) -> ValueError {
        ValueError(
            "A CommandMetadata is made of what Get-Command writes, or of another one, and not of a [\(value.typeName)].",
            id: "ArgumentException", exception: "System.ArgumentException", category: "InvalidArgument")
    }

    private static func make(_ value: Value) -> Value? {
        if let command = value.asObject(CommandObject.self) { return of(command) }
        guard let other = value.asObject(CustomObject.self), other.type === type, let members = other.attached else { return nil }
        // The parameters are copied as well: a script copies a CommandMetadata to change them.
        let copy = CustomObject([], type: type)
        copy.attached = members.copy()
        let table = HashtableObject(ordered: true)
        for (name, parameter) in value.property("Parameters")?.asObject(HashtableObject.self)?.pairs ?? [] {
            table[name.displayText] = ParameterMetadata.copy(parameter)
        }
        copy.attached?["Parameters"] = .note(.object(table))
        return .object(copy)
    }

    private static func of(_ command: CommandObject) -> Value {
        let signature = command.signature
        let parameters = HashtableObject(ordered: true)
        for (place, parameter) in (signature?.parameters ?? []).enumerated() {
            parameters[parameter.name] = ParameterMetadata.one(parameter, scripts: command.validationScripts[place] ?? [])
        }
        let function = (try? command.block?.code())?.signature
        return .object(
            CustomObject(
                [
                    ("Name", .string(command.name)), ("CommandType", .null),
                    (
                        "DefaultParameterSetName",
                        signature.map { .string($0.defaultSet.isEmpty ? allSets : $0.defaultSet) } ?? .null
                    ),
                    ("SupportsShouldProcess", .bool(signature?.confirms ?? false)), ("SupportsPaging", .bool(false)),
                    ("PositionalBinding", .bool(function?.bindsByPosition ?? true)), ("SupportsTransactions", .bool(false)),
                    ("HelpUri", .string("")), ("RemotingCapability", .string("PowerShell")),
                    ("ConfirmImpact", .string(function?.confirmImpact ?? "Medium")), ("Parameters", .object(parameters)),
                    // Further properties that only `ProxyCommand` reads.
                    (commandKind, .string(command.kind)), (usesBinding, .bool(signature?.isAdvanced ?? false)),
                ], type: type))
    }

    static let allSets = "__AllParameterSets"
    static let commandKind = "WrappedCommandType"
    static let usesBinding = "WrappedAnyCmdlet"
}
