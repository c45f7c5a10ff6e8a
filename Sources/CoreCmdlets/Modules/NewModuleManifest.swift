import CmdletKit
import Interpreter
import LinuxSystem
import Values

/// New-ModuleManifest: writes a .psd1 file from `ManifestFields`.
struct NewModuleManifest: ManifestCmdlet {
    private var path = ""
    var fields = ManifestFields()
    private var passThru: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "New-ModuleManifest", synopsis: "Writes a module manifest: the .psd1 file that describes a module.",
        description: """
            Each parameter is a member of the manifest; what is not given is written as a comment or has a default: \
            version 0.0.1, a new id, the user as the author, and * for what is exported. An existing file is \
            overwritten. Takes nothing from the pipeline and writes nothing unless -PassThru is given.
            """,
        confirms: true,
        parameters: [
            Parameter(
                \.path, position: 0, mandatory: true, completer: .paths,
                help: "The file to write; its name must end in .psd1."),
            Parameter(\.passThru, help: "Writes the text of the manifest as well."),
        ] + manifestParameters,
        outputs: ["System.String"],
        examples: [
            Example(
                """
                New-ModuleManifest /tmp/new-manifest.psd1 -RootModule fruit.psm1 -ModuleVersion 1.2
                (Import-PowerShellDataFile /tmp/new-manifest.psd1).ModuleVersion
                Remove-Item /tmp/new-manifest.psd1
                """,
                "A manifest.", output: "1.2"),
            Example(
                """
                New-ModuleManifest /tmp/new-manifest.psd1 -Tags fruit, round
                (Test-ModuleManifest /tmp/new-manifest.psd1).Tags
                Remove-Item /tmp/new-manifest.psd1
                """,
                "Words that galleries show.", output: "fruit\nround"),
        ])

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
