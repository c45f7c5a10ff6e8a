import CmdletKit
import CmdletSupport
import Values

/// Measure-Object: statistics of numbers, and counts of lines, words and characters.
struct MeasureObject: Cmdlet {
    var inputObject: Value = .nothing
    var property: [Value] = []
    var sum: Switch = false
    var average: Switch = false
    var maximum: Switch = false
    var minimum: Switch = false
    var standardDeviation: Switch = false
    var allStats: Switch = false
    var line: Switch = false
    var word: Switch = false
    var character: Switch = false
    var ignoreWhiteSpace: Switch = false
    private var statistics: [Measured] = []

    static let declaration = CmdletDeclaration<MeasureObject>(
        "Measure-Object", aliases: ["measure"],
        synopsis:
            "Counts objects, sums and averages numbers, and counts lines, words and characters of text.",
        description: """
            Reads all its input and writes one object with what was asked for: of numbers, or of a numeric property of \
            objects, their Count, Sum, Average, Minimum, Maximum and StandardDeviation; of text its Lines, Words and \
            Characters. Without a switch the Count alone is filled in. -Minimum and -Maximum also work for texts and \
            dates. With several properties one object is written for each.
            """,
        defaultSet: "GenericMeasure",
        parameters: [
            Parameter(
                \.inputObject, pipeline: .byValue,
                help: "The objects to measure; usually piped in. A collection given here is one object."),
            Parameter(
                \.property, position: 0,
                help: """
                    The properties to measure: names, wildcards or script blocks; keys of a hashtable count as its \
                    properties. Without it the objects themselves are measured.
                    """),
            Parameter(\.sum, sets: ["GenericMeasure"], help: "Adds the numbers up."),
            Parameter(\.average, sets: ["GenericMeasure"], help: "Computes the numbers' mean."),
            Parameter(\.maximum, sets: ["GenericMeasure"], help: "Finds the largest value."),
            Parameter(\.minimum, sets: ["GenericMeasure"], help: "Finds the smallest value."),
            Parameter(
                \.standardDeviation, sets: ["GenericMeasure"],
                help:
                    "Computes how far the numbers spread around their mean: the standard deviation of a sample (divided by n - 1)."),
            Parameter(
                \.allStats, sets: ["GenericMeasure"],
                help: "Fills in Sum, Average, Maximum, Minimum and StandardDeviation together."),
            Parameter(\.line, sets: ["TextMeasure"], help: "Counts lines; each object is at least one line."),
            Parameter(\.word, sets: ["TextMeasure"], help: "Counts words, which white space separates."),
            Parameter(\.character, sets: ["TextMeasure"], help: "Counts characters, white space included."),
            Parameter(
                \.ignoreWhiteSpace, sets: ["TextMeasure"],
                help: "Leaves white space out of the count of characters."),
        ],
        outputs: ["Microsoft.PowerShell.Commands.GenericMeasureInfo", "Microsoft.PowerShell.Commands.TextMeasureInfo"],
        examples: [
            Example(
                "1..4 | Measure-Object -Sum -Minimum -Maximum | Select-Object Count, Sum, Minimum, Maximum",
                "Adds numbers and finds their extremes.",
                output: """

                    Count Sum Minimum Maximum
                    ----- --- ------- -------
                        4  10       1       4

                    """),
            Example(
                "('to be or not to be' | Measure-Object -Word).Words",
                "Counts the words of a text.",
                output: "6"),
            Example(
                "('fig', 'cherry' | Measure-Object -Property Length -Average).Average",
                "Measures a property of objects.",
                output: "4.5"),
        ])

    mutating func begin(_ runtime: any CmdletRuntime) throws {
        let properties = try property.propertyExpressions([])
        statistics = properties.map { Measured(label: label($0), expression: $0) }
        if properties.isEmpty { statistics = [Measured(label: "", expression: nil)] }
    }

    private func label(_ property: PropertyExpression) -> String { property.plainName ?? property.label ?? "" }

    mutating func process(_ runtime: any CmdletRuntime) throws {
        guard !inputObject.isNull else { return }
        for place in 0..<statistics.count {
            var value = inputObject
            if let expression = statistics[place].expression {
                guard let found = try expression.found(in: inputObject, try runtime.frame), !found.isNull else { continue }
                value = found
            }
            if measuresText {
                statistics[place].values.add(text: value.displayText, ignoreWhiteSpace: ignoreWhiteSpace.isOn)
            } else {
                try add(value, to: &statistics[place].values, runtime)
            }
        }
    }

    private var measuresText: Bool { line.isOn || word.isOn || character.isOn || ignoreWhiteSpace.isOn }
    private var needsNumbers: Bool { sum.isOn || average.isOn || standardDeviation.isOn || allStats.isOn }

    private func add(_ value: Value, to values: inout Statistics, _ runtime: any CmdletRuntime) throws {
        if needsNumbers {
            guard let number = try? Conversion.double(value) else {
                return try runtime.writeError(
                    ErrorRecord(
                        "Input object \"\(value.displayText)\" is not numeric.", id: "NonNumericInputObject",
                        category: "InvalidType",
                        exception: "System.Management.Automation.PSInvalidCastException", target: value))
            }
            values.add(number: number)
        }
        values.count += 1
        if maximum.isOn || allStats.isOn { values.takeMaximum(value) }
        if minimum.isOn || allStats.isOn { values.takeMinimum(value) }
    }

    mutating func end(_ runtime: any CmdletRuntime) throws {
        for measured in statistics {
            let (label, values) = (measured.label, measured.values)
            if measured.expression != nil, values.count == 0, !measuresText {
                try runtime.writeError(
                    ErrorRecord(
                        "The property \"\(label)\" cannot be found in the input for any objects.",
                        id: "GenericMeasurePropertyNotFound",
                        category: "InvalidArgument", exception: "System.Management.Automation.PSArgumentException"))
                continue
            }
            try runtime.write(measuresText ? textInfo(label, values) : info(label, values))
        }
    }

    private func info(_ label: String, _ values: Statistics) -> Value {
        func number(_ asked: Switch, _ value: @autoclosure () -> Double) -> Value {
            (asked.isOn || allStats.isOn) && values.count > 0 ? .double(value()) : .null
        }
        return .object(
            CustomObject(
                [
                    ("Count", Value.integer(values.count)), ("Average", number(average, values.mean)),
                    ("Sum", number(sum, values.sum)),
                    ("Maximum", numeric(values.maximum)), ("Minimum", numeric(values.minimum)),
                    ("StandardDeviation", number(standardDeviation, values.deviation)),
                    ("Property", label.isEmpty ? .null : .string(label)),
                ], type: GenericMeasureInfo.type))
    }

    /// As in PowerShell, the maximum and minimum of integers are doubles; of other values they are the values themselves.
    private func numeric(_ value: Value) -> Value {
        switch value {
        case .int(let number): .double(Double(number))
        case .long(let number): .double(Double(number))
        default: value.orNull
        }
    }

    private func textInfo(_ label: String, _ values: Statistics) -> Value {
        .object(
            CustomObject(
                [
                    ("Lines", line.isOn ? Value.integer(values.lines) : .null),
                    ("Words", word.isOn ? Value.integer(values.words) : .null),
                    ("Characters", character.isOn || ignoreWhiteSpace.isOn ? Value.integer(values.characters) : .null),
                    ("Property", label.isEmpty ? .null : .string(label)),
                ], type: TextMeasureInfo.type))
    }
}

/// A property that is measured, or the objects themselves if there is no expression, with its statistics so far.
private struct Measured {
    let label: String
    let expression: PropertyExpression?
    var values = Statistics()
}

/// The statistics of the objects so far.
private struct Statistics {
    var count = 0
    private(set) var sum = 0.0
    private(set) var mean = 0.0
    /// The sum of the squared distances from the mean, by Welford's method: unlike a sum of squares it does not cancel digits of
    /// large values.
    private var squares = 0.0
    private var numbers = 0.0
    private(set) var maximum = Value.nothing
    private(set) var minimum = Value.nothing
    private(set) var lines = 0
    private(set) var words = 0
    private(set) var characters = 0

    var deviation: Double { numbers > 1 ? (squares / (numbers - 1)).squareRoot() : 0 }

    mutating func add(number: Double) {
        sum += number
        numbers += 1
        let distance = number - mean
        mean += distance / numbers
        squares += distance * (number - mean)
    }

    mutating func takeMaximum(_ value: Value) {
        if maximum.isNull || ((try? Comparison.order(value, maximum)) ?? 0) > 0 { maximum = value }
    }

    mutating func takeMinimum(_ value: Value) {
        if minimum.isNull || ((try? Comparison.order(value, minimum)) ?? 0) < 0 { minimum = value }
    }

    mutating func add(text: String, ignoreWhiteSpace: Bool) {
        count += 1
        var isInWord = false
        var breaks = 0
        for character in text {
            if character.isNewline { breaks += 1 }
            if character.isWhitespace {
                isInWord = false
            } else if !isInWord {
                isInWord = true
                words += 1
            }
            if !ignoreWhiteSpace || !character.isWhitespace { characters += character.utf16.count }
        }
        if !text.isEmpty { lines += breaks + (text.last?.isNewline == true ? 0 : 1) }
    }
}
