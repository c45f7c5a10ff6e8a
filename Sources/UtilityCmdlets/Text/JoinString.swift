import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Join-String.
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
        "Join-String", synopsis: "Joins objects from the pipeline into one string.", defaultSet: "Default",
        parameters: [
            Parameter("Property", \.property, position: 0, help: "The property to join, or a script block that makes the text."),
            Parameter("Separator", \.separator, position: 1, help: "What stands between them; $OFS where nothing is said."),
            Parameter("OutputPrefix", \.outputPrefix, aliases: ["op"], help: "What stands before the whole."),
            Parameter("OutputSuffix", \.outputSuffix, aliases: ["os"], help: "What stands behind the whole."),
            Parameter("SingleQuote", \.singleQuote, sets: ["SingleQuote"], help: "Puts each in single quotes."),
            Parameter("DoubleQuote", \.doubleQuote, sets: ["DoubleQuote"], help: "Puts each in double quotes."),
            Parameter("FormatString", \.formatString, sets: ["Format"], help: "A format for each, as for -f."),
            Parameter("UseCulture", \.useCulture, help: "The list separator of the culture, which is a comma."),
            Parameter("InputObject", \.inputObject, pipeline: .byValue, help: "The objects."),
        ],
        outputs: ["System.String"],
        examples: [Example("1..3 | Join-String -Separator ', ' -SingleQuote", "Numbers in quotes.", output: "'1', '2', '3'")])

    mutating func begin(_ runtime: any CmdletRuntime) throws {
        if runtime.isBound("Property") { expression = try PropertyExpression(property, keys: []) }
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
        if runtime.isBound("Separator") {
            between = separator.displayText
        } else if useCulture.isOn {
            between = ","
        } else {
            between = try runtime.frame.engine.variable("OFS").isNull ? "" : runtime.frame.engine.variable("OFS").displayText
        }
        try runtime.write(.string(outputPrefix + pieces.joined(separator: between) + outputSuffix))
    }
}
