import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Test-Json: parses text as strict JSON with `JSONReader` and validates it with `JSONSchema`.
struct TestJson: Cmdlet {
    private var json = ""
    private var path: String?
    private var literalPath: String?
    private var schema: String?
    private var schemaFile: String?
    private var options: [String] = []
    private var checked: JSONSchema?

    private static let strings = ["JsonString", "JsonStringWithSchemaString", "JsonStringWithSchemaFile"]
    private static let paths = ["JsonPath", "JsonPathWithSchemaString", "JsonPathWithSchemaFile"]
    private static let literals = ["JsonLiteralPath", "JsonLiteralPathWithSchemaString", "JsonLiteralPathWithSchemaFile"]

    static let declaration = CmdletDeclaration<Self>(
        "Test-Json", synopsis: "Tells whether a text is JSON, and whether it fits a JSON Schema.",
        description: """
            Writes True or False for each text or file. What is wrong goes to the error stream, one error for each \
            place that does not fit the schema; -ErrorAction SilentlyContinue leaves the answer alone. References of a \
            schema file go to files beside it.
            """, defaultSet: "JsonString",
        parameters: [
            Parameter(
                \.json, position: 0, mandatory: true, pipeline: .byValue, sets: strings, validate: [.allowEmptyString],
                help: "The JSON text; may be piped in."),
            Parameter(
                \.path, position: 0, mandatory: true, pipeline: .byPropertyName, sets: paths, completer: .paths,
                help: "A file with the JSON text; wildcards must match one file."),
            Parameter(
                \.literalPath, aliases: ["PSPath", "LP"], position: 0, mandatory: true, pipeline: .byPropertyName,
                sets: literals,
                completer: .paths, help: "A file with the JSON text, its name taken as it is, without wildcards."),
            Parameter(
                \.schema, position: 1, mandatory: true,
                sets: ["JsonStringWithSchemaString", "JsonPathWithSchemaString", "JsonLiteralPathWithSchemaString"],
                validate: [.notNullOrEmpty], help: "The JSON Schema that the text must fit, as text."),
            Parameter(
                \.schemaFile, position: 1, mandatory: true,
                sets: ["JsonStringWithSchemaFile", "JsonPathWithSchemaFile", "JsonLiteralPathWithSchemaFile"],
                validate: [.notNullOrEmpty],
                completer: .paths, help: "A file with the JSON Schema that the text must fit."),
            Parameter(
                \.options,
                validate: [.notNullOrEmpty, .set(["IgnoreComments", "AllowTrailingCommas"], ignoreCase: true)],
                help: "What is let pass beside strict JSON: IgnoreComments, AllowTrailingCommas, or both."),
        ],
        outputs: ["System.Boolean"],
        examples: [
            Example("'{\"a\": 1}' | Test-Json", "Tests a text.", output: "True"),
            Example(
                "Test-Json '{\"a\": 1' -ErrorAction SilentlyContinue",
                "Tests a text that is no JSON, without the error that says why.",
                output: "False"),
            Example(
                "Test-Json '{\"name\": 1}' -Schema '{\"properties\": {\"name\": {\"type\": \"string\"}}}' -ErrorAction SilentlyContinue",
                "Tests a text against a schema.",
                output: "False"),
        ])

    mutating func begin(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        var text = schema
        if let schemaFile {
            do { text = try engine.fileSystem.readText(schemaFile) } catch {
                throw ValueError(
                    "Cannot open JSON schema file: \(schemaFile)", id: "JsonSchemaFileOpenFailure", exception: "System.Exception",
                    category: "OpenError")
            }
        }
        guard let text else { return }
        do {
            var reader = JSONReader(text, maximumDepth: 512, asHashtable: true, .strict)
            let folder = schemaFile.map { engine.fileSystem.hostPath($0) }.map {
                $0.prefix(upTo: $0.lastIndex(of: "/") ?? $0.startIndex)
            }
            checked = try JSONSchema(try reader.read()) { name in
                // References are resolved to files beside the schema's file, and nowhere else.
                guard let folder, !name.contains(":"), let text = try? engine.fileSystem.readText("\(folder)/\(name)") else {
                    return nil
                }
                var reader = JSONReader(text, maximumDepth: 512, asHashtable: true, .strict)
                do { return try reader.read() } catch let failure as JSONReader.Failure {
                    throw ValueError(
                        "Cannot parse the JSON schema '\(name)': \(failure.message)", id: "InvalidJsonSchema",
                        exception: "System.Exception", category: "InvalidData")
                }
            }
        } catch let failure as JSONReader.Failure {
            throw ValueError(
                "Cannot parse the JSON schema: \(failure.message)", id: "InvalidJsonSchema", exception: "System.Exception",
                category: "InvalidData")
        }
    }

    mutating func process(_ runtime: any CmdletRuntime) throws {
        guard let text = try text(runtime) else { return }
        var dialect = JSONReader.Dialect.strict
        for option in options {
            if option.equalsIgnoringCase("IgnoreComments") { dialect.insert(.comments) } else { dialect.insert(.trailingCommas) }
        }
        let value: Value
        do {
            var reader = JSONReader(text, maximumDepth: 512, asHashtable: true, dialect)
            value = try reader.read()
        } catch let failure as JSONReader.Failure {
            try runtime.writeError(
                ErrorRecord(
                    "Cannot parse the JSON. \(failure.message) Line \(failure.line), position \(failure.column).",
                    id: "InvalidJson",
                    category: "InvalidData", exception: "System.Exception", target: .string(text)))
            try runtime.write(.bool(false))
            return
        }
        var isValid = true
        do {
            for violation in try checked?.violations(of: value) ?? [] {
                isValid = false
                try runtime.writeError(
                    ErrorRecord(
                        "The JSON is not valid with the schema: \(violation.message) at '\(violation.place)'",
                        id: "InvalidJsonAgainstSchemaDetailed",
                        category: "InvalidData", exception: "System.Exception"))
            }
        } catch let error as ValueError {
            isValid = false
            try runtime.writeError(.wrapping(error))
        }
        try runtime.write(.bool(isValid))
    }

    private func text(_ runtime: any CmdletRuntime) throws -> String? {
        guard let written = literalPath ?? path else { return json }
        let engine = try runtime.service(Engine.self)
        var text: String?
        do {
            // A file object from the pipeline binds to -LiteralPath by its PSPath.
            let files = try PathResolver(engine: engine, showsHidden: true).files(written, literal: literalPath != nil)
            guard files.count == 1, let file = files.first else {
                throw ValueError(
                    "Cannot perform operation because the path '\(written)' did not resolve to one file.", id: "FileOpenFailure",
                    exception: "System.IO.FileNotFoundException", category: "OpenError")
            }
            text = try engine.fileSystem.readText(file.path)
        } catch let error as ValueError {
            try runtime.writeError(.wrapping(error))
        }
        return text
    }
}
