import CmdletKit
import Interpreter
import LinuxSystem
import Values

/// A cmdlet with a parameter for each member of a manifest.
protocol ManifestCmdlet: Cmdlet {
    /// The values of these parameters.
    var fields: ManifestFields { get set }
}

extension ManifestCmdlet where Self: SendableMetatype {
    /// The declarations of the parameters.
    static var manifestParameters: [Parameter<Self>] {
        ManifestFields.all.map { field in
            let (name, help) = (field.name == "GUID" ? "Guid" : field.name, field.help)
            let aliases = name == "RootModule" ? ["ModuleToProcess"] : []
            return switch field.kind {
            case .text, .uri:
                Parameter(\Self.fields[text: field.name], named: name, aliases: aliases, validate: [.allowEmptyString], help: help)
            case .list: Parameter(\Self.fields[list: field.name], named: name, validate: [.allowEmptyCollection], help: help)
            case .modules: Parameter(\Self.fields[modules: field.name], named: name, validate: [.allowEmptyCollection], help: help)
            case .flag: Parameter(\Self.fields[flag: field.name], named: name, help: help)
            }
        } + [
            Parameter(
                \Self.fields.privateTable, named: "PrivateData",
                help: "A hashtable that the module itself reads; it is kept beside what galleries read.")
        ]
    }

    /// Writes the manifest to a file.
    /// - Returns: the text; nil if -WhatIf or the user prevented the writing.
    /// - Throws: `ValueError` if the name does not end in .psd1, a URI is not absolute, or the file cannot be written.
    func write(_ path: String, _ runtime: any CmdletRuntime) throws -> String? {
        let engine = try runtime.service(Engine.self)
        guard path.lowercased().hasSuffix(".psd1") else {
            throw ValueError(
                "The module manifest file name '\(path)' is not valid. A module manifest file must have a file name with the extension 'psd1'.",
                id: "Modules_InvalidModuleManifestPath", exception: "System.InvalidOperationException", category: "InvalidArgument")
        }
        let host = engine.fileSystem.hostPath(path)
        let leaf = host.split(separator: "/").last.map { String($0.dropLast(5)) } ?? host
        let text = try fields.text(name: leaf)
        guard try runtime.shouldProcess(target: path, action: "Creating the \"\(path)\" module manifest file.") else { return nil }
        do { try Files.write(Array(text.utf8), to: host, mode: 0o666) } catch {
            throw ValueError(
                "The manifest '\(path)' cannot be written: \(error.description)", id: "NewModuleManifestIOError",
                exception: "System.IO.IOException", category: "WriteError")
        }
        return text
    }
}
