import CmdletKit
import Engine
import Values

/// System.Management.Automation.CommandInfo and its kin, as Get-Command writes them.
enum CommandObject {
    private static func make(
        _ kind: String, _ name: String, _ version: String, _ source: String, _ definition: String, _ more: [(String, Value)] = []
    ) -> Value {
        .object(
            CustomObject(
                [
                    ("CommandType", .string(kind)), ("Name", .string(name)), ("Version", .string(version)),
                    ("Source", .string(source)),
                    ("ModuleName", .string(source)), ("Definition", .string(definition)),
                ] + more,
                typeNames: [
                    "System.Management.Automation.\(kind)Info", "System.Management.Automation.CommandInfo", "System.Object",
                ]))
    }

    static func cmdlet(_ registration: CmdletRegistration) -> Value {
        let signature = registration.signature
        let parameters = HashtableObject(ordered: true)
        for parameter in signature.parameters {
            parameters[parameter.name] = .object(
                CustomObject(
                    [
                        ("Name", .string(parameter.name)), ("ParameterType", .string(parameter.typeName)),
                        ("Aliases", .array(parameter.aliases.map { .string($0) })), ("SwitchParameter", .bool(parameter.isSwitch)),
                    ], typeNames: ["System.Management.Automation.ParameterMetadata"]))
        }
        return make(
            "Cmdlet", signature.name, "7.6.0.0", registration.module, CommandSyntaxText.text(signature),
            [
                ("Verb", .string(part(signature.name, first: true))), ("Noun", .string(part(signature.name, first: false))),
                ("Parameters", .object(parameters)),
            ])
    }

    private static func part(_ name: String, first: Bool) -> String {
        let parts = name.split(separator: "-", maxSplits: 1)
        return first ? String(parts.first ?? "") : parts.count > 1 ? String(parts[1]) : ""
    }

    static func function(_ function: FunctionInfo) -> Value {
        make(
            function.isFilter ? "Filter" : "Function", function.name, "", "", function.block.stringForm ?? "",
            [("ScriptBlock", .object(function.block))])
    }

    static func alias(_ alias: AliasInfo) -> Value {
        make(
            "Alias", alias.name, "", "", alias.definition,
            [
                ("DisplayName", .string("\(alias.name) -> \(alias.definition)")),
                ("ResolvedCommandName", .string(alias.definition)), ("ReferencedCommand", .string(alias.definition)),
            ])
    }

    static func application(_ path: String) -> Value {
        make(
            "Application", path.split(separator: "/").last.map(String.init) ?? path, "0.0.0.0", path, path,
            [("Path", .string(path))])
    }

    static func script(_ path: String) -> Value {
        make("ExternalScript", path.split(separator: "/").last.map(String.init) ?? path, "", path, path, [("Path", .string(path))])
    }
}

/// Syntax diagrams: `Get-Item [-Path] <string[]> [-Force] [<CommonParameters>]`, one line per parameter set.
enum CommandSyntaxText {
    static func text(_ signature: CommandSignature) -> String {
        signature.parameterSets.map { line(signature, $0) }.joined(separator: "\n\n")
    }

    static func line(_ signature: CommandSignature, _ set: String) -> String {
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
            if case .set(let names, _) = $0 { "{" + names.joined(separator: " | ") + "}" } else { nil }
        }.first
        let name = part.position == nil ? "-\(parameter.name)" : "[-\(parameter.name)]"
        let word = "\(name) <\(parameter.typeName)>" + (choices.map { " " + $0 } ?? "")
        return part.isMandatory ? word : "[\(word)]"
    }
}
