import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Loads types.ps1xml files (about_Types.ps1xml).
enum TypesFile {
    /// Adds the type data of files to an engine.
    /// - Parameters:
    ///   - path: a path or pattern.
    ///   - runtime: asked for -WhatIf and -Confirm; nil for a module that loads its files.
    /// - Throws: `ValueError` if a file cannot be read or is not valid.
    static func load(_ path: String, into engine: Engine, _ runtime: (any CmdletRuntime)?) throws {
        for file in try PathResolver(engine: engine).files(path) {
            if let runtime, try !runtime.shouldProcess(target: "FileName: \(file.path)", action: "Update TypeData") { continue }
            for data in try read(try engine.fileSystem.readText(file.path), file.path) {
                try engine.typeData.add(data, replacing: true)
            }
        }
    }

    private static func read(_ text: String, _ path: String) throws -> [TypeData] {
        let file = DisplayXML(path)
        return try file.root(text, "Types").elements("Type").map { try type($0, file) }
    }

    private static func type(_ node: XMLNode, _ file: DisplayXML) throws -> TypeData {
        guard let name = node.text("Name"), !name.isEmpty else { throw file.error("a <Type> has no <Name>") }
        var data = TypeData(name)
        for member in node.element("Members")?.elements() ?? [] {
            guard let memberName = member.text("Name"), !memberName.isEmpty else {
                throw file.error("a <\(member.localName)> of the type \(name) has no <Name>")
            }
            switch member.localName {
            case "NoteProperty": data.members[memberName] = .note(.string(member.text("Value") ?? ""))
            case "AliasProperty": data.members[memberName] = .alias(member.text("ReferencedMemberName") ?? "")
            case "ScriptProperty":
                data.members[memberName] = .script(
                    getter: try file.script(member.text("GetScriptBlock") ?? ""),
                    setter: try member.text("SetScriptBlock").map { try file.script($0) })
            case "ScriptMethod": data.members[memberName] = .method(try file.script(member.text("Script") ?? ""))
            case "MemberSet" where memberName.equalsIgnoringCase("PSStandardMembers"): standard(member, &data)
            case "PropertySet", "MemberSet": continue
            default:
                throw file.error(
                    "the member \(memberName) of the type \(name) is a \(member.localName); NoteProperty, AliasProperty, ScriptProperty, "
                        + "ScriptMethod, PropertySet and MemberSet can be used here")
            }
        }
        return data
    }

    /// Reads PSStandardMembers: the properties for display and comparison, and the depth of serialization.
    private static func standard(_ set: XMLNode, _ data: inout TypeData) {
        for member in set.element("Members")?.elements() ?? [] {
            let names = member.element("ReferencedProperties")?.elements("Name").map { $0.innerText.trimmingSpaces() }
            switch member.text("Name")?.lowercased() {
            case "defaultdisplaypropertyset": data.defaultDisplay = names
            case "defaultkeypropertyset": data.defaultKeys = names
            case "defaultdisplayproperty": data.defaultDisplayProperty = member.text("Value")
            case "serializationdepth": data.serializationDepth = member.text("Value").flatMap { Int($0) }
            default: continue
            }
        }
    }
}
