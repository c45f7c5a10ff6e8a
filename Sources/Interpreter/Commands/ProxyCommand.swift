import CmdletKit
import Values

/// System.Management.Automation.ProxyCommand: generates the text of proxy functions from a CommandMetadata.
enum ProxyCommand {
    private static func metadata(_ arguments: Arguments) throws -> Value {
        guard arguments[0].type === CommandMetadata.type else {
            throw ValueError(
                "A proxy is written of a CommandMetadata, and not of a [\(arguments[0].typeName)].", id: "ArgumentException",
                exception: "System.ArgumentException", category: "InvalidArgument")
        }
        return arguments[0]
    }

    private static func text(_ value: Value, _ name: String) -> String { value.property(name)?.displayText ?? "" }
    private static func flag(_ value: Value, _ name: String) -> Bool { value.property(name).map { Conversion.bool($0) } ?? false }
    /// The text with every quote doubled that would end a single-quoted string; typographic quotes do too.
    static func quoted(_ text: String) -> String {
        String(text.flatMap { "'\u{2018}\u{2019}\u{201A}\u{201B}".contains($0) ? [$0, $0] : [$0] })
    }

    private static func binding(_ command: Value) -> String {
        guard flag(command, CommandMetadata.usesBinding) else { return "" }
        var parts: [String] = []
        let set = text(command, "DefaultParameterSetName")
        if !set.isEmpty, set != CommandMetadata.allSets { parts.append("DefaultParameterSetName='\(quoted(set))'") }
        if flag(command, "SupportsShouldProcess") {
            parts += ["SupportsShouldProcess=$true", "ConfirmImpact='\(text(command, "ConfirmImpact"))'"]
        }
        if flag(command, "SupportsPaging") { parts.append("SupportsPaging=$true") }
        if !flag(command, "PositionalBinding") { parts.append("PositionalBinding=$false") }
        if !text(command, "HelpUri").isEmpty { parts.append("HelpUri='\(quoted(text(command, "HelpUri")))'") }
        return "[CmdletBinding(\(parts.joined(separator: ", ")))]"
    }

    private static func parameters(_ command: Value) -> String {
        let pairs = command.property("Parameters")?.asObject(HashtableObject.self)?.pairs ?? []
        let isAdvanced = flag(command, CommandMetadata.usesBinding)
        return pairs.map { parameter($0.key.displayText, $0.value, isAdvanced) }.joined(separator: ",\n")
    }

    private static func parameter(_ name: String, _ parameter: Value, _ isAdvanced: Bool) -> String {
        var lines: [String] = []
        if isAdvanced {
            for (set, place) in parameter.property("ParameterSets")?.asObject(HashtableObject.self)?.pairs ?? [] {
                var parts = set.displayText == CommandMetadata.allSets ? [] : ["ParameterSetName='\(quoted(set.displayText))'"]
                parts += membership(place)
                if !parts.isEmpty { lines.append("[Parameter(\(parts.joined(separator: ", ")))]") }
            }
        }
        let aliases = (parameter.property("Aliases")?.enumeratedOrSelf ?? []).map { "'\(quoted($0.displayText))'" }
        if !aliases.isEmpty { lines.append("[Alias(\(aliases.joined(separator: ",")))]") }
        lines += (parameter.property("Attributes")?.enumeratedOrSelf ?? []).compactMap(attribute)
        if let type = parameter.property("ParameterType")?.asObject(TypeObject.self)?.represented {
            let isSwitch = type === SwitchParameter.objectType
            lines.append("[\(isSwitch ? "switch" : TypeTable.accelerator(of: type) ?? type.name)]")
        }
        lines.append("${\(name)}")
        return lines.map { "\n    " + $0 }.joined()
    }

    private static func membership(_ place: Value) -> [String] {
        var parts: [String] = []
        if flag(place, "IsMandatory") { parts.append("Mandatory=$true") }
        if let position = place.property("Position").flatMap({ try? Conversion.int32($0) }), position != .min {
            parts.append("Position=\(position)")
        }
        for name in ["ValueFromPipeline", "ValueFromPipelineByPropertyName", "ValueFromRemainingArguments"] where flag(place, name)
        {
            parts.append("\(name)=$true")
        }
        let help = text(place, "HelpMessage")
        if !help.isEmpty { parts.append("HelpMessage='\(quoted(help))'") }
        return parts
    }

    private static func attribute(_ attribute: Value) -> String? {
        let name = attribute.type.shortName.replacing("Attribute", with: "")
        switch name {
        case "ValidateLength", "ValidateCount": return "[\(name)(\(text(attribute, "MinLength")), \(text(attribute, "MaxLength")))]"
        case "ValidateRange": return "[ValidateRange(\(text(attribute, "MinRange")), \(text(attribute, "MaxRange")))]"
        case "ValidatePattern": return "[ValidatePattern('\(quoted(text(attribute, "RegexPattern")))')]"
        case "ValidateScript": return "[ValidateScript({ \(text(attribute, "ScriptBlock")) })]"
        case "ValidateSet":
            let values = (attribute.property("ValidValues")?.enumeratedOrSelf ?? []).map { "'\(quoted($0.displayText))'" }
            return "[ValidateSet(\(values.joined(separator: ",")))]"
        case "ValidateNotNull", "ValidateNotNullOrEmpty", "AllowNull", "AllowEmptyString", "AllowEmptyCollection":
            return "[\(name)()]"
        default: return nil
        }
    }

    private static func writer(_ name: String, _ write: @escaping @Sendable (Value) -> String) -> Member {
        .function(name, "object commandMetadata", returns: "string") { .string(write(try metadata($0))) }
    }

    static let type = ObjectType(
        "System.Management.Automation.ProxyCommand", base: .object,
        statics: [writer("GetCmdletBindingAttribute", binding), writer("GetParamBlock", parameters)])

    /// System.Management.Automation.Language.CodeGeneration: escapes texts for generated code.
    static let codeGeneration = ObjectType(
        "System.Management.Automation.Language.CodeGeneration", base: .object,
        statics: [
            .function("EscapeSingleQuotedStringContent", "string value", returns: "string") { .string(quoted($0.string(0))) },
            .function("EscapeFormatStringContent", "string value", returns: "string") {
                .string($0.string(0).replacing("{", with: "{{").replacing("}", with: "}}"))
            },
            .function("EscapeVariableName", "string value", returns: "string") {
                .string($0.string(0).replacing("`", with: "``").replacing("{", with: "`{").replacing("}", with: "`}"))
            },
            .function("EscapeBlockCommentContent", "string value", returns: "string") {
                .string($0.string(0).replacing("#>", with: "#`>").replacing("<#", with: "<`#"))
            },
        ])

    private static func names(_ name: String, _ parameters: [(name: String, alias: String, isSwitch: Bool)]) -> ObjectType {
        ObjectType(
            "System.Management.Automation." + name, base: .object,
            members: parameters.map { .property($0.name, $0.isSwitch ? "switch" : "object") { _ in .null } })
    }

    /// The classes of the common parameters, whose property names scripts read to tell common parameters from others.
    static let parameterClasses = [
        names("Internal.CommonParameters", CommonParameters.all),
        names("Internal.ShouldProcessParameters", CommonParameters.confirming),
        names("Internal.TransactionParameters", [("UseTransaction", "usetx", true)]),
        names("PagingParameters", [("IncludeTotalCount", "", true), ("Skip", "", false), ("First", "", false)]),
    ]
}
