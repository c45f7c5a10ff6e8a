import CmdletKit
import CmdletSupport
import Interpreter
import LinuxSystem
import Values

/// Export-Csv: writes objects to a file with `CSVWriter`.
struct ExportCsv: Cmdlet {
    private var inputObject: Value = .nothing
    private var paths = SinglePath()
    private var force: Switch = false
    private var noClobber: Switch = false
    private var encoding: TextEncoding?
    private var append: Switch = false
    private var format = CSVFormat()
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
        parameters: .of(
            [
                Parameter(
                    \.inputObject, mandatory: true, pipeline: [.byValue, .byPropertyName],
                    help: "The objects to write; usually piped in.")
            ],
            .group(
                \.paths,
                .path(
                    "The file to write; its folder must exist.", mandatory: false, pipeline: [], sets: [],
                    validate: [.notNullOrEmpty]),
                .literalPath(
                    "The file to write, its name taken as it is, without wildcards.", mandatory: false, pipeline: [], sets: [],
                    validate: [.notNullOrEmpty])),
            [
                Parameter(
                    \.force,
                    help: "Writes a file that is read-only, and with -Append also objects that lack a column of the file."),
                .noClobber(\.noClobber),
                .outputEncoding(\.encoding),
                Parameter(\.append, help: "Adds lines to the file's end, under the columns that it has."),
            ],
            .group(\.format, CSVFormat.parameters(delimiterSet: "Delimiter", cultureSet: "UseCulture"))),
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
        try format.check(\Self.format, runtime)
        guard (paths.path == nil) != (paths.literalPath == nil) else {
            throw ValueError(
                "You must specify either the -Path or -LiteralPath parameters, but not both.",
                id: "CannotSpecifyPathAndLiteralPath",
                exception: "System.InvalidOperationException", category: "InvalidData")
        }
        if append.isOn, format.noHeader.isOn {
            throw ValueError(
                "You cannot specify both the -Append and -NoHeader parameters.", id: "CannotSpecifyBothAppendAndNoHeader",
                exception: "System.InvalidOperationException", category: "InvalidData")
        }
        let engine = try runtime.service(Engine.self)
        let written = paths.written
        let target = try OutputPath.file(written, literal: paths.isLiteral, engine)
        guard try runtime.shouldProcess(target: written, action: "Export-Csv") else { return }
        let known = append.isOn ? try columns(target, try format.separator.character, engine) : nil
        writer = try format.makeWriter(names: known)
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
                    "Cannot append CSV content to the following file: \(paths.written). The appended object does not have a property that corresponds to the following column: \(name). To continue with mismatched properties, add the -Force parameter, and then retry the command.",
                    id: "CannotAppendCsvWithMismatchedPropertyNames", exception: "System.InvalidOperationException",
                    category: "InvalidData")
            }
        }
        for line in try writer?.lines(inputObject, try runtime.frame) ?? [] { try file.write(line + "\n") }
    }

    mutating func end(_ runtime: any CmdletRuntime) throws { try file?.close() }
}
