import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Export-Alias: writes aliases to a file, as CSV or as Set-Alias commands.
struct ExportAlias: Cmdlet {
    /// -As.
    enum Format: String, ParameterEnumeration {
        case csv = "Csv"
        case script = "Script"
        static let enumerationName = "Microsoft.PowerShell.Commands.ExportAliasFormat"
    }

    private var path: String?
    private var literalPath: String?
    private var name: [String] = ["*"]
    private var passThru: Switch = false
    private var format = Format.csv
    private var append: Switch = false
    private var force: Switch = false
    private var noClobber: Switch = false
    private var text: String?
    private var scope: String?

    static let declaration = CmdletDeclaration<Self>(
        "Export-Alias", aliases: ["epal"], synopsis: "Writes aliases to a file, from which Import-Alias reads them.",
        description: """
            Writes a line for each alias, behind a head of comments that tells who wrote it, when and where: fields \
            between commas (Csv) or Set-Alias commands (Script). A file that exists is replaced unless -Append or \
            -NoClobber is given. The aliases are written to the pipeline with -PassThru only.
            """,
        defaultSet: "ByPath",
        confirms: true,
        parameters: [
            Parameter(
                \.path, position: 0, mandatory: true, sets: ["ByPath"], completer: .paths, help: "The file to write."),
            Parameter(
                \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["ByLiteralPath"],
                completer: .paths, help: "The file to write, its name taken as it is, without wildcards."),
            Parameter(
                \.name, position: 1, pipeline: [.byValue, .byPropertyName],
                help: "The names of the aliases; wildcards are allowed. All aliases without it."),
            Parameter(\.passThru, help: "Writes the aliases to the pipeline as well."),
            Parameter(
                \.format, named: "As", default: "Csv",
                help: "Csv for fields between commas, which Import-Alias reads; Script for Set-Alias commands."),
            Parameter(\.append, help: "Adds to the file's end."),
            Parameter(\.force, help: "Writes a file that is read-only."),
            Parameter(
                \.noClobber, aliases: ["NoOverwrite"], help: "Fails where the file exists, instead of replacing it."),
            Parameter(\.text, named: "Description", help: "A text for the head of the file."),
            Parameter(
                \.scope, completer: .values(["Global", "Local", "Script"]),
                help: "The only scope to look in: Global, Local, Script, or a number (1 is the scope above)."),
        ],
        outputs: ["System.Management.Automation.AliasInfo"],
        examples: [
            Example(
                "$f = New-TemporaryFile; Export-Alias $f gps; Get-Content $f -Tail 1; Remove-Item $f",
                "Writes an alias as fields.",
                output: "\"gps\",\"Get-Process\",\"\",\"None\""),
            Example(
                "$f = New-TemporaryFile; Export-Alias $f gps -As Script; Get-Content $f -Tail 1; Remove-Item $f",
                "Writes an alias as a command.",
                output: "set-alias -Name:\"gps\" -Value:\"Get-Process\" -Description:\"\" -Option:\"None\""),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        var aliases: [AliasInfo] = []
        for pattern in name {
            let wildcard = Wildcard(pattern)
            let found = try AliasSearch.all(in: scope, engine).filter { wildcard.matches($0.name) }
            if found.isEmpty, !Wildcard.isPattern(pattern) { try runtime.writeError(AliasSearch.notFound(pattern, byName: true)) }
            aliases += found
        }
        let written = literalPath ?? path ?? ""
        guard case .file(let host) = try engine.itemPath(written) else { throw PathResolver.unsupported(.alias) }
        guard try runtime.shouldProcess(target: written, action: "Export Alias") else { return }
        let writer = try FileWriter(host, shownAs: host, append: append.isOn, noClobber: noClobber.isOn, force: force.isOn)
        try writer.write(head)
        for alias in aliases { try writer.write(line(alias) + "\n") }
        try writer.close()
        if passThru.isOn { try runtime.writeAll(aliases.map { .object(CommandObject(alias: $0, engine: engine)) }) }
    }

    private var head: String {
        let date = DateFormat.format(.now(), "dddd, dd MMMM yyyy HH:mm:ss")
        var lines = [
            "# Alias File", "# Exported by : \(EnvironmentFacts.userName)", "# Date/Time : \(date)",
            "# Computer : \(EnvironmentFacts.machineName)",
        ]
        if let text { lines += text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { "# \($0)" } }
        return lines.joined(separator: "\n") + "\n"
    }

    private func line(_ alias: AliasInfo) -> String {
        let options = alias.options.boxed.displayText
        switch format {
        case .csv:
            return [alias.name, alias.definition, alias.description, options].map { "\"\($0.replacing("\"", with: "\"\""))\"" }
                .joined(separator: ",")
        case .script:
            return
                "set-alias -Name:\"\(alias.name)\" -Value:\"\(alias.definition)\" -Description:\"\(alias.description)\" -Option:\"\(options)\""
        }
    }
}
