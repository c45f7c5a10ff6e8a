import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Join-String: joins the text of objects into one string.
struct JoinString: Cmdlet {
    private var property: Value = .nothing
    private var separator: Value = .nothing
    private var outputPrefix = ""
    private var outputSuffix = ""
    private var singleQuote: Switch = false
    private var doubleQuote: Switch = false
    private var formatString = ""
    private var useCulture: Switch = false
    private var inputObject: [Value] = []
    private var expression: PropertyExpression?
    private var pieces: [String] = []

    static let declaration = CmdletDeclaration<Self>(
        "Join-String", synopsis: "Joins the texts of objects into one string.",
        description: """
            Reads all its input and writes one string: the objects' texts, or those of a property, each quoted or \
            formatted as asked, with -Separator between them. Where no separator is given, $OFS stands between, or \
            nothing where that is not set. $null is left out.
            """, defaultSet: "Default",
        parameters: [
            Parameter(
                \.property, position: 0,
                help: "The property to join, or a script block that makes the text of each object ($_)."),
            Parameter(
                \.separator, position: 1,
                help: "What stands between the texts; without it the value of $OFS, or nothing."),
            Parameter(\.outputPrefix, aliases: ["op"], help: "Text before the whole."),
            Parameter(\.outputSuffix, aliases: ["os"], help: "Text behind the whole."),
            Parameter(\.singleQuote, sets: ["SingleQuote"], help: "Puts each text in single quotation marks."),
            Parameter(\.doubleQuote, sets: ["DoubleQuote"], help: "Puts each text in double quotation marks."),
            Parameter(
                \.formatString, sets: ["Format"], help: "A format for each object, as of the operator -f: '{0:F2}'."
            ),
            Parameter(\.useCulture, help: "Takes the culture's list separator, which is a comma, for -Separator."),
            Parameter(\.inputObject, pipeline: .byValue, help: "The objects to join; usually piped in."),
        ],
        outputs: ["System.String"],
        examples: [
            Example(
                "1..3 | Join-String -Separator ', ' -SingleQuote",
                "Joins numbers in quotation marks.",
                output: "'1', '2', '3'"),
            Example(
                "'fig', 'cherry' | Join-String -Property Length -Separator '+' -OutputPrefix '(' -OutputSuffix ')'",
                "Joins a property with text around it.",
                output: "(3+6)"),
            Example(
                "1.5, 22 | Join-String -FormatString '{0:F2}' -Separator ' '",
                "Formats each number.",
                output: "1.50 22.00"),
        ])

    mutating func begin(_ runtime: any CmdletRuntime) throws {
        if runtime.isBound(\Self.property) { expression = try PropertyExpression(property, keys: []) }
    }

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let frame = try runtime.frame
        for object in inputObject {
            let value = try expression.map { try $0.value(of: object, frame) } ?? object
            if value.isNull { continue }
            var text = value.displayText
            if singleQuote.isOn {
                text = "'\(text)'"
            } else if doubleQuote.isOn {
                text = "\"\(text)\""
            } else if !formatString.isEmpty {
                text = try CompositeFormat.format(formatString, [value])
            }
            pieces.append(text)
        }
    }

    mutating func end(_ runtime: any CmdletRuntime) throws {
        let between: String
        if runtime.isBound(\Self.separator) {
            between = separator.displayText
        } else if useCulture.isOn {
            between = ","
        } else {
            between = try runtime.frame.engine.variable("OFS").isNull ? "" : runtime.frame.engine.variable("OFS").displayText
        }
        try runtime.write(.string(outputPrefix + pieces.joined(separator: between) + outputSuffix))
    }
}
