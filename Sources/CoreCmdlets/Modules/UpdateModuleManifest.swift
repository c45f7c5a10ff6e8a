import CmdletKit
import Interpreter
import Values

/// Update-ModuleManifest: changes members of a .psd1 file and writes it anew.
struct UpdateModuleManifest: ManifestCmdlet {
    private var path = ""
    var fields = ManifestFields()
    private var passThru: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Update-ModuleManifest", synopsis: "Changes members of a module manifest and keeps the others.",
        description: """
            Reads the manifest, replaces the members that parameters name, and writes the file anew: comments of \
            your own in it are lost. Takes paths from the pipeline and writes nothing unless -PassThru is given. A \
            manifest that is missing is an error.
            """,
        confirms: true,
        parameters: [
            Parameter(
                \.path, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName], completer: .paths,
                help: "The .psd1 file, which must exist."),
            Parameter(\.passThru, help: "Writes the text of the manifest as well."),
        ] + manifestParameters,
        outputs: ["System.String"],
        examples: [
            Example(
                """
                New-ModuleManifest /tmp/update-manifest.psd1 -ModuleVersion 1.2 -Author Ada
                Update-ModuleManifest /tmp/update-manifest.psd1 -ModuleVersion 1.3
                Test-ModuleManifest /tmp/update-manifest.psd1 | ForEach-Object { "$($_.Version) $($_.Author)" }
                Remove-Item /tmp/update-manifest.psd1
                """,
                "The next version; the author stays.", output: "1.3 Ada"),
            Example(
                """
                New-ModuleManifest /tmp/update-manifest.psd1
                Update-ModuleManifest /tmp/update-manifest.psd1 -Tags fruit
                (Test-ModuleManifest /tmp/update-manifest.psd1).Tags
                Remove-Item /tmp/update-manifest.psd1
                """,
                "A member that was not there.", output: "fruit"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let changes = fields
        fields = ManifestFields(try DataFile.read(path, engine)).changed(by: changes)
        defer { fields = changes }
        if let text = try write(path, runtime), passThru.isOn { try runtime.write(.string(text)) }
    }
}
