import CmdletKit
import Interpreter
import Values

/// Test-ModuleManifest.
struct TestModuleManifest: Cmdlet {
    private var path = ""

    static let declaration = CmdletDeclaration<Self>(
        "Test-ModuleManifest", synopsis: "Reads a module manifest and says what it describes, or what is wrong with it.",
        parameters: [
            Parameter(
                "Path", \.path, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName], completer: .paths,
                help: "The .psd1 file.")
        ],
        outputs: ["System.Management.Automation.PSModuleInfo"],
        examples: [Example("Test-ModuleManifest ./Mine.psd1", "Checks a manifest.", runs: .never)])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let (module, problems) = try engine.testManifest(path)
        for problem in problems { try runtime.writeError(.wrapping(problem)) }
        try runtime.write(.object(module))
    }
}
