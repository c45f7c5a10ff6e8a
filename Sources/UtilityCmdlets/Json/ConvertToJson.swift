import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// ConvertTo-Json: writes objects as JSON with `JSONWriter`.
struct ConvertToJson: Cmdlet {
    /// -EscapeHandling.
    enum EscapeHandling: String, ParameterEnumeration {
        case standard = "Default"
        case nonASCII = "EscapeNonAscii"
        case html = "EscapeHtml"

        static let enumerationName = "Newtonsoft.Json.StringEscapeHandling"
    }

    var inputObject: Value = .nothing
    var depth = 2
    var compress: Switch = false
    var enumsAsStrings: Switch = false
    var asArray: Switch = false
    var escapeHandling = EscapeHandling.standard
    private var values: [Value] = []
    private var isPiped = true

    static let declaration = CmdletDeclaration<ConvertToJson>(
        "ConvertTo-Json", synopsis: "Writes objects as JSON.",
        description: """
            Hashtables and objects become JSON objects, collections arrays, dates text in ISO 8601, and enumerations \
            their numbers unless -EnumsAsStrings is given. Several piped objects become one array. Objects that nest \
            deeper than -Depth are written as their text, and a warning says so. One text is written, when the input \
            has ended.
            """,
        parameters: [
            Parameter(
                \.inputObject, position: 0, mandatory: true, pipeline: .byValue,
                validate: [.allowNull, .allowEmptyString, .allowEmptyCollection],
                help: "The object to write; usually piped in. A collection given here is always an array."),
            Parameter(
                \.depth, validate: [.range(min: 0, max: 100)], default: "2",
                help: "How many levels of objects within objects are written, 0 to 100."),
            Parameter(\.compress, help: "Leaves out line ends and indentation."),
            Parameter(
                \.enumsAsStrings, help: "Writes the names of enumerations' values instead of their numbers."),
            Parameter(\.asArray, help: "Writes an array even for one piped object."),
            Parameter(
                \.escapeHandling, default: "Default",
                help:
                    """
                    Which characters are written as \\u escapes: Default (only those that must be), EscapeNonAscii, or \
                    EscapeHtml for <, >, & and quotation marks.
                    """
            ),
        ],
        outputs: ["System.String"],
        examples: [
            Example(
                "[ordered]@{ a = 1; b = 'x', $null } | ConvertTo-Json -Compress",
                "Writes a hashtable on one line.",
                output: "{\"a\":1,\"b\":[\"x\",null]}"),
            Example(
                "[pscustomobject]@{ Name = 'fig'; Tags = 'sweet', 'dry' } | ConvertTo-Json",
                "Writes an object over several lines.",
                output: """
                    {
                      "Name": "fig",
                      "Tags": [
                        "sweet",
                        "dry"
                      ]
                    }
                    """),
            Example("1 | ConvertTo-Json -AsArray -Compress", "Makes an array of a single object.", output: "[1]"),
        ])

    mutating func begin(_ runtime: any CmdletRuntime) { isPiped = !runtime.isBound(\Self.inputObject) }

    mutating func process(_ runtime: any CmdletRuntime) throws { values.append(inputObject.orNull) }

    mutating func end(_ runtime: any CmdletRuntime) throws {
        guard !values.isEmpty else { return }
        let frame = try runtime.frame
        var writer = JSONWriter()
        writer.maximumDepth = depth
        writer.isCompressed = compress.isOn
        writer.enumsAsStrings = enumsAsStrings.isOn
        writer.escaping =
            switch escapeHandling {
            case .standard: .standard
            case .nonASCII: .nonASCII
            case .html: .html
            }
        writer.properties = { value, form in
            try runtime.checkStop()
            return try Self.propertyNames(of: value, form, frame.engine).map {
                PropertyValue(name: $0, value: try ObjectProperty.read(value, $0, frame) ?? .null)
            }
        }
        let isInstance = !isPiped && values[0].reference is any ClassInstance
        let text = try writer.text(of: values, asArray: asArray.isOn, form: isPiped ? .wrapped : isInstance ? .bare : .plain)
        if writer.isTruncated {
            try runtime.writeWarning("Resulting JSON is truncated as serialization has exceeded the set depth of \(depth).")
        }
        try runtime.write(.string(text))
    }

    private static func propertyNames(of value: Value, _ form: JSONWriter.Form, _ engine: Engine) -> [String] {
        var names = engine.propertyNames(of: value)
        if form == .bare, let added = value.reference?.attached?.names { names.removeAll { added.contains($0) } }
        guard value.reference is any ClassInstance else { return names }
        // PowerShell writes hidden members of a script class too: to .NET they are public.
        let declared = value.type.allMembers.filter { !$0.isMethod }.map(\.name)
        return declared + names.filter { name in !declared.contains { $0.equalsIgnoringCase(name) } }
    }
}
