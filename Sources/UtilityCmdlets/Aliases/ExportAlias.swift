import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Export-Alias.
struct ExportAlias: Cmdlet {
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
        defaultSet: "ByPath",
        confirms: true,
        parameters: [
            Parameter("Path", \.path, position: 0, mandatory: true, sets: ["ByPath"], completer: .paths, help: "The file."),
            Parameter(
                "LiteralPath", \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["ByLiteralPath"],
                completer: .paths, help: "The file, taken literally."),
            Parameter("Name", \.name, position: 1, pipeline: [.byValue, .byPropertyName], help: "Names, with wildcards."),
            Parameter("PassThru", \.passThru, help: "Writes the aliases as well."),
            Parameter("As", \.format, default: "Csv", help: "Fields with commas between, or Set-Alias commands."),
            Parameter("Append", \.append, help: "Adds to the file's end."),
            Parameter("Force", \.force, help: "Writes read-only files too."),
            Parameter("NoClobber", \.noClobber, aliases: ["NoOverwrite"], help: "Fails where the file exists."),
            Parameter("Description", \.text, help: "A line for the file's head."),
            Parameter("Scope", \.scope, completer: .values(["Global", "Local", "Script"]), help: "The scope to look in."),
        ],
        outputs: ["System.Management.Automation.AliasInfo"],
        examples: [
            Example(
                "$f = \"/tmp/bulkhead-alias-$PID\"; Export-Alias $f gps -As Script; (Get-Content $f)[-1]; Remove-Item $f",
                "An alias as a command.",
                output: "set-alias -Name:\"gps\" -Value:\"Get-Process\" -Description:\"\" -Option:\"None\"")
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
