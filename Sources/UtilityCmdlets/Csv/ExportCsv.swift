import CmdletKit
import CmdletSupport
import Interpreter
import LinuxSystem
import Values

/// Export-Csv: writes objects to a file with `CSVWriter`.
struct ExportCsv: Cmdlet {
    private var inputObject: Value = .nothing
    private var path: String?
    private var literalPath: String?
    private var force: Switch = false
    private var noClobber: Switch = false
    private var encoding: TextEncoding?
    private var append: Switch = false
    private var delimiter: String?
    private var useCulture: Switch = false
    private var includeTypeInformation: Switch = false
    private var noTypeInformation: Switch = false
    private var quoteFields: [String] = []
    private var useQuotes = CSVQuoting.always
    private var noHeader: Switch = false
    private var writer: CSVWriter?
    private var file: FileWriter?

    static let declaration = CmdletDeclaration<Self>(
        "Export-Csv", aliases: ["epcsv"], synopsis: "Writes objects to a file of comma-separated values (CSV).",
        description: """
            The properties of the first object are the columns: a header line with their names, then a line for each \
            object. With -Append the columns are those that the file has. A file that exists is replaced unless \
            -Append or -NoClobber is given. Nothing is written to the pipeline; Import-Csv reads the file.
            """, defaultSet: "Delimiter",
        confirms: true,
        parameters: [
            Parameter(
                \.inputObject, mandatory: true, pipeline: [.byValue, .byPropertyName],
                help: "The objects to write; usually piped in."),
            Parameter(
                \.path, position: 0, validate: [.notNullOrEmpty], completer: .paths,
                help: "The file to write; its folder must exist."),
            Parameter(
                \.literalPath, aliases: ["PSPath", "LP"], validate: [.notNullOrEmpty], completer: .paths,
                help: "The file to write, its name taken as it is, without wildcards."),
            Parameter(
                \.force,
                help: "Writes a file that is read-only, and with -Append also objects that lack a column of the file."),
            Parameter(
                \.noClobber, aliases: ["NoOverwrite"], help: "Fails where the file exists, instead of replacing it."),
            Parameter(
                \.encoding, default: "utf8NoBOM",
                help:
                    """
                    How text becomes bytes of the file: utf8NoBOM (the default), utf8BOM, ascii, latin1, unicode, \
                    utf32, a code page's name or number.
                    """
            ),
            Parameter(\.append, help: "Adds lines to the file's end, under the columns that it has."),
            Parameter(
                \.delimiter, position: 1, sets: ["Delimiter"], default: ",",
                help: "The character between the fields; a comma without it."),
            Parameter(
                \.useCulture, sets: ["UseCulture"],
                help: "Takes the culture's list separator, which is a comma, for -Delimiter."),
            Parameter(
                \.includeTypeInformation, aliases: ["ITI"],
                help: "Begins with a line #TYPE and the type name of the first object."
            ),
            Parameter(
                \.noTypeInformation, aliases: ["NTI"],
                help: "Leaves the #TYPE line out, as is done anyway; for scripts of Windows PowerShell."),
            Parameter(
                \.quoteFields, aliases: ["QF"],
                help: "The names of the columns whose fields are put in quotation marks; the others are not."),
            Parameter(
                \.useQuotes, aliases: ["UQ"], default: "Always",
                help:
                    """
                    When fields are put in quotation marks: Always, Never, or AsNeeded for those that hold a \
                    separator, a quotation mark or a line end.
                    """
            ),
            Parameter(\.noHeader, help: "Leaves out the line with the columns' names."),
        ],
        examples: [
            Example(
                "$f = New-TemporaryFile; [pscustomobject]@{ Name = 'fig'; Grams = 50 } | Export-Csv $f; Get-Content $f; Remove-Item $f",
                "Writes an object as two lines.",
                output: "\"Name\",\"Grams\"\n\"fig\",\"50\""),
            Example(
                "$f = New-TemporaryFile; Set-Content $f 'A,B', '1,2'; [pscustomobject]@{ B = 4; A = 3 } | Export-Csv $f -Append; (Import-Csv $f)[1].B; Remove-Item $f",
                "Adds a line under the columns that the file has.",
                output: "4"),
        ])

    mutating func begin(_ runtime: any CmdletRuntime) throws {
        try encoding?.warn(runtime)
        try CSVArguments.check(runtime)
        guard (path == nil) != (literalPath == nil) else {
            throw ValueError(
                "You must specify either the -Path or -LiteralPath parameters, but not both.",
                id: "CannotSpecifyPathAndLiteralPath",
                exception: "System.InvalidOperationException", category: "InvalidData")
        }
        if append.isOn, noHeader.isOn {
            throw ValueError(
                "You cannot specify both the -Append and -NoHeader parameters.", id: "CannotSpecifyBothAppendAndNoHeader",
                exception: "System.InvalidOperationException", category: "InvalidData")
        }
        let engine = try runtime.service(Engine.self)
        let written = literalPath ?? path ?? ""
        let target = try OutputPath.file(written, literal: literalPath != nil, engine)
        guard try runtime.shouldProcess(target: written, action: "Export-Csv") else { return }
        let separator = try CSVText.delimiter(delimiter ?? ",")
        let known = append.isOn ? try columns(target, separator, engine) : nil
        writer = CSVWriter(
            delimiter: separator, quoting: useQuotes, quoteFields: quoteFields, writesTypes: includeTypeInformation.isOn,
            writesHeader: !noHeader.isOn, names: known)
        file = try FileWriter(
            target, shownAs: engine.fileSystem.display(target), append: append.isOn, noClobber: noClobber.isOn, force: force.isOn,
            encoding: encoding ?? .utf8NoBOM)
        if append.isOn, let last = try? Files.read(target, limit: 1 << 30).last, last != 10 { try file?.write("\n") }
    }

    /// The columns of the file that -Append adds to; nil if it has none yet.
    /// - Throws: `ValueError` if the file cannot be read.
    private func columns(_ host: String, _ separator: Character, _ engine: Engine) throws -> [String]? {
        guard engine.fileSystem.isFile(host) else { return nil }
        var found: [String]?
        try TextLines.each(host, host, encoding) { line in
            if line.hasPrefix("#TYPE") || line.isEmpty { return true }
            found = CSVText.records(line, delimiter: separator).first?.map { $0 ?? "" }
            return false
        }
        return found
    }

    mutating func process(_ runtime: any CmdletRuntime) throws {
        guard let file, !inputObject.isNull else { return }
        if append.isOn, !force.isOn, let names = writer?.names {
            let own = CSVWriter.propertyNames(inputObject, try runtime.service(Engine.self))
            for name in names where !own.contains(where: { $0.equalsIgnoringCase(name) }) {
                throw ValueError(
                    "Cannot append CSV content to the following file: \(literalPath ?? path ?? ""). The appended object does not have a property that corresponds to the following column: \(name). To continue with mismatched properties, add the -Force parameter, and then retry the command.",
                    id: "CannotAppendCsvWithMismatchedPropertyNames", exception: "System.InvalidOperationException",
                    category: "InvalidData")
            }
        }
        for line in try writer?.lines(inputObject, try runtime.frame) ?? [] { try file.write(line + "\n") }
    }

    mutating func end(_ runtime: any CmdletRuntime) throws { try file?.close() }
}

/// The checks of parameters that ConvertTo-Csv and Export-Csv share.
enum CSVArguments {
    /// - Throws: `ValueError` if parameters that exclude each other are given.
    static func check(_ runtime: any CmdletRuntime) throws {
        if runtime.isBound("QuoteFields"), runtime.isBound("UseQuotes") {
            throw ValueError(
                "You must specify either the -UseQuotes or -QuoteFields parameters, but not both.",
                id: "CannotSpecifyQuoteFieldsAndUseQuotes",
                exception: "System.InvalidOperationException", category: "InvalidData")
        }
        if runtime.isBound("IncludeTypeInformation"), runtime.isBound("NoTypeInformation") {
            throw ValueError(
                "You must specify either the -IncludeTypeInformation or -NoTypeInformation parameters, but not both.",
                id: "CannotSpecifyIncludeTypeInformationAndNoTypeInformation", exception: "System.InvalidOperationException",
                category: "InvalidData")
        }
    }
}
