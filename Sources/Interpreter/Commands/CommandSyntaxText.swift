import CmdletKit
import Values

/// Syntax diagrams of commands: `Get-Item [-Path] <string[]> [-Force] [<CommonParameters>]`, one line for each parameter set
/// (about_Command_Syntax).
public enum CommandSyntaxText {
    /// The diagram's lines, separated by blank lines as in Get-Command -Syntax.
    public static func text(_ signature: CommandSignature) -> String { lines(signature).joined(separator: "\n\n") }

    /// One line for each parameter set; the usage text of a command that parses its arguments itself.
    public static func lines(_ signature: CommandSignature) -> [String] {
        if !signature.usage.isEmpty { return signature.usage }
        return signature.parameterSets.map { line(signature, $0) }
    }

    /// The line of one parameter set.
    public static func line(_ signature: CommandSignature, _ set: String) -> String {
        let members = signature.parameters.compactMap { parameter in
            parameter.isHidden ? nil : parameter.membership(in: set).map { (parameter: parameter, part: $0) }
        }
        let positional = members.filter { $0.part.position != nil }.sorted { ($0.part.position ?? 0) < ($1.part.position ?? 0) }
        let mandatory = members.filter { $0.part.position == nil && $0.part.isMandatory }
        let optional = members.filter { $0.part.position == nil && !$0.part.isMandatory }
        let words = (positional + mandatory + optional).map { word($0.parameter, $0.part) }
        let confirming = signature.confirms ? ["[-WhatIf]", "[-Confirm]"] : []
        return ([signature.name] + words + confirming + (signature.isAdvanced ? ["[<CommonParameters>]"] : [])).joined(
            separator: " ")
    }

    private static func word(_ parameter: ParameterInfo, _ part: ParameterInfo.Membership) -> String {
        if parameter.isSwitch { return "[-\(parameter.name)]" }
        let choices: String? = parameter.validations.lazy.compactMap {
            if case .set(let names, _, _) = $0 { "{" + names.joined(separator: " | ") + "}" } else { nil }
        }.first
        let name = part.position == nil ? "-\(parameter.name)" : "[-\(parameter.name)]"
        let word = "\(name) <\(parameter.typeName)>" + (choices.map { " " + $0 } ?? "")
        return part.isMandatory ? word : "[\(word)]"
    }
}
