import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Import-Alias: defines aliases from the CSV form of Export-Alias.
struct ImportAlias: Cmdlet {
    private var path = ""
    private var literalPath: String?
    private var passThru: Switch = false
    private var force: Switch = false
    private var scope: String?

    static let declaration = CmdletDeclaration<Self>(
        "Import-Alias", aliases: ["ipal"], synopsis: "Reads aliases from a file that Export-Alias wrote.",
        description: """
            Each line of the file makes an alias of its four fields: name, definition, description and options. Lines \
            that begin with # are left out. An alias that exists already is an error unless -Force is given. Nothing \
            is written unless -PassThru is given.
            """, defaultSet: "ByPath",
        confirms: true,
        parameters: [
            Parameter(
                \.path, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName], sets: ["ByPath"],
                completer: .paths,
                help: "The file to read; wildcards must match one file."),
            Parameter(
                \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["ByLiteralPath"],
                completer: .paths, help: "The file to read, its name taken as it is, without wildcards."),
            Parameter(\.passThru, help: "Writes the aliases."),
            Parameter(\.force, help: "Replaces aliases that exist, read-only ones too."),
            Parameter(
                \.scope, completer: .values(["Global", "Local", "Script"]),
                help: "The scope to set them in: Local (the default), Global, Script, or a number (1 is the scope above)."),
        ],
        outputs: ["System.Management.Automation.AliasInfo"],
        examples: [
            Example(
                "$f = New-TemporaryFile; Set-Content $f '\"pp\",\"Get-Process\",\"\",\"None\"'; Import-Alias $f; (Get-Alias pp).Definition; Remove-Item $f",
                "Makes an alias of a line of text.",
                output: "Get-Process"),
            Example(
                "$f = New-TemporaryFile; Set-Alias fig Get-Date; Export-Alias $f fig; Remove-Alias fig; Import-Alias $f; (Get-Alias fig).Definition; Remove-Item $f",
                "Brings an alias to another session by a file.",
                output: "Get-Date"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let target = try ScopeArgument.scope(scope, engine)
        let files = try PathResolver(engine: engine, showsHidden: true).files(literalPath ?? path, literal: literalPath != nil)
        guard files.count == 1, let file = files.first, !file.isFolder else {
            throw ValueError(
                "Cannot read aliases from '\(literalPath ?? path)': it must name one file.", id: "NotSupported",
                exception: "System.Management.Automation.PSNotSupportedException", category: "InvalidOperation")
        }
        let text = try engine.fileSystem.readText(file.path)
        for (place, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            if line.allSatisfy(\.isWhitespace) || line.hasPrefix("#") { continue }
            let alias = try parse(String(line), place + 1, file.path)
            guard try runtime.shouldProcess(target: "Name: \(alias.name) Value: \(alias.definition)", action: "Import Alias") else {
                continue
            }
            if engine.findAlias(alias.name) != nil, !force.isOn {
                try runtime.writeError(
                    ErrorRecord(
                        "The alias is not allowed, because an alias with the name '\(alias.name)' already exists.",
                        id: "AliasAlreadyExists",
                        category: "ResourceExists", exception: "System.Management.Automation.SessionStateException",
                        target: .string(alias.name)))
                continue
            }
            try AliasSearch.admit(alias.name, in: target, force: force.isOn, engine)
            engine.define(alias, in: target)
            if passThru.isOn { try runtime.write(.object(CommandObject(alias: alias, engine: engine))) }
        }
    }

    private func parse(_ line: String, _ number: Int, _ path: String) throws -> AliasInfo {
        let fields = (CSVText.records(line, delimiter: ",").first ?? []).map { $0 ?? "" }
        guard fields.count == 4 else {
            throw ValueError(
                "Cannot import alias because line number '\(number)' in the file '\(path)' is not a correctly-formatted, comma-separated values (CSV) line for aliases. Change the line to contain four values separated by commas. If the line text itself contains a comma, then include the text between quotation marks.",
                id: "ImportAliasFileFormatError", exception: "System.FormatException", category: "ReadError")
        }
        let options = try? ScopedItemOptions.fromArgument(.string(fields[3]))
        guard let options else {
            throw ValueError(
                "Cannot import alias because line number '\(number)' in the file '\(path)' contains an option that is not recognized for aliases. Change the file to contain valid options.",
                id: "ImportAliasOptionsError", exception: "System.ArgumentException", category: "ReadError")
        }
        return AliasInfo(name: fields[0], definition: fields[1], description: fields[2], options: options)
    }
}
