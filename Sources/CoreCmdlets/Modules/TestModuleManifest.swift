import CmdletKit
import Interpreter
import Values

/// Test-ModuleManifest: reads a .psd1 file and checks that the files it names exist.
struct TestModuleManifest: Cmdlet {
    private var path = ""

    static let declaration = CmdletDeclaration<Self>(
        "Test-ModuleManifest", synopsis: "Reads a module manifest and says what it describes, or what is wrong with it.",
        description: """
            Writes the module that the manifest describes, without running its code. Files that the manifest names \
            and that are missing are errors. Takes paths from the pipeline.
            """,
        parameters: [
            Parameter(
                \.path, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName], completer: .paths,
                help: "The .psd1 file.")
        ],
        outputs: ["System.Management.Automation.PSModuleInfo"],
        examples: [
            Example(
                """
                New-ModuleManifest /tmp/test-manifest.psd1 -ModuleVersion 1.2
                (Test-ModuleManifest /tmp/test-manifest.psd1).Version.ToString()
                Remove-Item /tmp/test-manifest.psd1
                """,
                "The version of a module.", output: "1.2"),
            Example(
                """
                New-ModuleManifest /tmp/test-manifest.psd1 -FileList missing.txt
                try { Test-ModuleManifest /tmp/test-manifest.psd1 -ErrorAction Stop } catch { \
                $_.FullyQualifiedErrorId -replace ',.*' }
                Remove-Item /tmp/test-manifest.psd1
                """,
                "A file that is missing.", output: "Modules_InvalidFilePathinModuleManifest"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let (module, problems) = try engine.testManifest(path)
        for problem in problems { try runtime.writeError(.wrapping(problem)) }
        try runtime.write(.object(module))
    }
}
