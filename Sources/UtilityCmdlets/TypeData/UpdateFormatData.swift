import CmdletKit
import CmdletSupport
import Formatting
import Interpreter
import Values

/// Update-FormatData: adds the views of format.ps1xml files (`FormatFile`).
struct UpdateFormatData: Cmdlet {
    private var appendPath: [String] = []
    private var prependPath: [String] = []

    static let declaration = CmdletDeclaration<Self>(
        "Update-FormatData", synopsis: "Adds the views of format.ps1xml files to this session.",
        description: """
            A view tells how objects of a type are shown: as a table, a list, a wide list or a custom block. Those of \
            -PrependPath come before the views that there are and win over them, those of -AppendPath come behind. \
            Nothing is written.
            """, confirms: true,
        parameters: [
            Parameter(
                \.appendPath, aliases: ["PSPath", "Path"], position: 0, pipeline: [.byValue, .byPropertyName],
                completer: .paths, help: "Files whose views come behind those that there are."),
            Parameter(\.prependPath, completer: .paths, help: "Files whose views come before those that there are."),
        ],
        examples: [
            Example("Update-FormatData -PrependPath ./Demo.format.ps1xml", "Loads the views of a module.", runs: .never),
            Example(
                "$f = \"$(New-TemporaryFile).ps1xml\"; Set-Content $f '<Configuration><ViewDefinitions><View><Name>short</Name><ViewSelectedBy><TypeName>Demo.Box</TypeName></ViewSelectedBy><ListControl><ListEntries><ListEntry><ListItems><ListItem><PropertyName>W</PropertyName></ListItem></ListItems></ListEntry></ListEntries></ListControl></View></ViewDefinitions></Configuration>'; Update-FormatData -AppendPath $f; (Get-FormatData Demo.Box).FormatViewDefinition.Name; Remove-Item $f, $f.Replace('.ps1xml', '')",
                "Loads a view and finds it again.",
                output: "short"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        for (paths, isFirst) in [(prependPath, true), (appendPath, false)] {
            for path in paths { try Self.load(path, isFirst: isFirst, into: engine, runtime) }
        }
    }

    /// Adds the views of files to an engine, before or behind those it has.
    /// - Parameter runtime: asked for -WhatIf and -Confirm; nil for a module that loads its files.
    /// - Throws: `ValueError` if a file cannot be read or is not valid.
    static func load(_ path: String, isFirst: Bool, into engine: Engine, _ runtime: (any CmdletRuntime)?) throws {
        for file in try PathResolver(engine: engine).files(path) {
            if let runtime, try !runtime.shouldProcess(target: "FileName: \(file.path)", action: "Update FormatData") { continue }
            let views = try FormatFile.views(try engine.fileSystem.readText(file.path), path: file.path, engine)
            var table = FormattingService.views(engine)
            // `add` puts each view before the others, so the last view of the file is added first.
            if isFirst { table.add(views.reversed()) } else { table.append(views) }
            engine.provide(table, as: ViewTable.self)
        }
    }
}
