import CmdletKit
import Interpreter
import LinuxSystem
import Values

/// New-ModuleManifest.
struct NewModuleManifest: ManifestCmdlet {
    private var path = ""
    var fields = ManifestFields()
    private var passThru: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "New-ModuleManifest", synopsis: "Writes a module manifest.", confirms: true,
        parameters: [
            Parameter("Path", \.path, position: 0, mandatory: true, completer: .paths, help: "The .psd1 file."),
            Parameter("PassThru", \.passThru, help: "Writes the manifest's text."),
        ] + manifestParameters,
        outputs: ["System.String"],
        examples: [Example("New-ModuleManifest ./Mine.psd1 -RootModule Mine.psm1", "A manifest.", runs: .never)])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let author = try fields[text: "Author"] ?? runtime.service(Engine.self).environment["USER"] ?? "root"
        fields[text: "Author"] = author
        fields[text: "CompanyName"] = fields[text: "CompanyName"] ?? "Unknown"
        fields[text: "Copyright"] = fields[text: "Copyright"] ?? "(c) \(author). All rights reserved."
        fields[text: "ModuleVersion"] = fields[text: "ModuleVersion"] ?? "0.0.1"
        fields[text: "GUID"] = fields[text: "GUID"] ?? GuidType.randomText
        for name in ["FunctionsToExport", "CmdletsToExport", "VariablesToExport", "AliasesToExport"] {
            fields[list: name] = fields[list: name] ?? ["*"]
        }
        if let text = try write(path, runtime), passThru.isOn { try runtime.write(.string(text)) }
    }
}
