import CmdletKit
import Interpreter
import Values

/// Update-ModuleManifest.
struct UpdateModuleManifest: ManifestCmdlet {
    private var path = ""
    var fields = ManifestFields()
    private var passThru: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Update-ModuleManifest", synopsis: "Changes members of a module manifest and keeps the others.", confirms: true,
        parameters: [
            Parameter(
                "Path", \.path, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName], completer: .paths,
                help: "The .psd1 file."),
            Parameter("PassThru", \.passThru, help: "Writes the manifest's text."),
        ] + manifestParameters,
        outputs: ["System.String"],
        examples: [Example("Update-ModuleManifest ./Mine.psd1 -ModuleVersion 1.1", "The next version.", runs: .never)])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let changes = fields
        fields = ManifestFields(try DataFile.read(path, engine)).changed(by: changes)
        defer { fields = changes }
        if let text = try write(path, runtime), passThru.isOn { try runtime.write(.string(text)) }
    }
}
