import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Where-Object.
struct WhereObject: Cmdlet {
    var filterScript: ScriptBlock?
    var inputObject: Value = .nothing
    var property = ""
    var value: Value = .bool(true)
    var equal: Switch = false
    var caseEqual: Switch = false
    var notEqual: Switch = false
    var caseNotEqual: Switch = false
    var greater: Switch = false
    var caseGreater: Switch = false
    var greaterOrEqual: Switch = false
    var caseGreaterOrEqual: Switch = false
    var less: Switch = false
    var caseLess: Switch = false
    var lessOrEqual: Switch = false
    var caseLessOrEqual: Switch = false
    var like: Switch = false
    var caseLike: Switch = false
    var notLike: Switch = false
    var caseNotLike: Switch = false
    var match: Switch = false
    var caseMatch: Switch = false
    var notMatch: Switch = false
    var caseNotMatch: Switch = false
    var contains: Switch = false
    var caseContains: Switch = false
    var notContains: Switch = false
    var caseNotContains: Switch = false
    var `in`: Switch = false
    var caseIn: Switch = false
    var notIn: Switch = false
    var caseNotIn: Switch = false
    var `is`: Switch = false
    var isNot: Switch = false
    var not: Switch = false
    private var test: ObjectTest?

    private static let comparison = "ComparisonSet"

    static let declaration = CmdletDeclaration<WhereObject>(
        "Where-Object", aliases: ["?", "where"], synopsis: "Lets through the objects that pass a test.",
        description: """
            Takes objects from the pipeline and passes on those for which a script block gives true, or whose \
            property compares as stated. In the script block $_ is the object. Without an operator a property is \
            tested for being true: not false, empty, zero or null. Objects that do not have the property are \
            compared as $null.
            """,
        defaultSet: "ScriptBlockSet",
        parameters: [
            Parameter(
                \.filterScript, position: 0, mandatory: true, sets: ["ScriptBlockSet"],
                help: "The test: a script block in which $_ is the object."),
            Parameter(\.inputObject, pipeline: .byValue, help: "The object to test; usually from the pipeline."),
            Parameter(
                \.property, position: 0, mandatory: true, sets: [comparison], validate: [.notNullOrEmpty],
                help: "The name of the property that is compared."),
            Parameter(
                \.value, position: 1, sets: [comparison], help: "What the property is compared with; $true by default."),
            Parameter(
                \.equal, named: "EQ", aliases: ["IEQ"], sets: [comparison],
                help: "The property equals the value, without regard to case."),
            Parameter(\.caseEqual, named: "CEQ", sets: [comparison], help: "The property equals the value, with regard to case."),
            Parameter(
                \.notEqual, named: "NE", aliases: ["INE"], sets: [comparison],
                help: "The property does not equal the value, without regard to case."),
            Parameter(
                \.caseNotEqual, named: "CNE", sets: [comparison],
                help: "The property does not equal the value, with regard to case."),
            Parameter(
                \.greater, named: "GT", aliases: ["IGT"], sets: [comparison],
                help: "The property is greater than the value, without regard to case."),
            Parameter(
                \.caseGreater, named: "CGT", sets: [comparison],
                help: "The property is greater than the value, with regard to case."),
            Parameter(
                \.greaterOrEqual, named: "GE", aliases: ["IGE"], sets: [comparison],
                help: "The property is greater than the value or equals it, without regard to case."),
            Parameter(
                \.caseGreaterOrEqual, named: "CGE", sets: [comparison],
                help: "The property is greater than the value or equals it, with regard to case."),
            Parameter(
                \.less, named: "LT", aliases: ["ILT"], sets: [comparison],
                help: "The property is less than the value, without regard to case."),
            Parameter(
                \.caseLess, named: "CLT", sets: [comparison], help: "The property is less than the value, with regard to case."),
            Parameter(
                \.lessOrEqual, named: "LE", aliases: ["ILE"], sets: [comparison],
                help: "The property is less than the value or equals it, without regard to case."),
            Parameter(
                \.caseLessOrEqual, named: "CLE", sets: [comparison],
                help: "The property is less than the value or equals it, with regard to case."),
            Parameter(
                \.like, aliases: ["ILike"], sets: [comparison],
                help: "The property fits the value as a wildcard pattern, without regard to case."),
            Parameter(
                \.caseLike, named: "CLike", sets: [comparison],
                help: "The property fits the value as a wildcard pattern, with regard to case."),
            Parameter(
                \.notLike, aliases: ["INotLike"], sets: [comparison],
                help: "The property does not fit the value as a wildcard pattern, without regard to case."),
            Parameter(
                \.caseNotLike, named: "CNotLike", sets: [comparison],
                help: "The property does not fit the value as a wildcard pattern, with regard to case."),
            Parameter(
                \.match, aliases: ["IMatch"], sets: [comparison],
                help: "The property fits the value as a regular expression, without regard to case."),
            Parameter(
                \.caseMatch, named: "CMatch", sets: [comparison],
                help: "The property fits the value as a regular expression, with regard to case."),
            Parameter(
                \.notMatch, aliases: ["INotMatch"], sets: [comparison],
                help: "The property does not fit the value as a regular expression, without regard to case."),
            Parameter(
                \.caseNotMatch, named: "CNotMatch", sets: [comparison],
                help: "The property does not fit the value as a regular expression, with regard to case."),
            Parameter(
                \.contains, aliases: ["IContains"], sets: [comparison],
                help: "The property is a collection that holds the value, without regard to case."),
            Parameter(
                \.caseContains, named: "CContains", sets: [comparison],
                help: "The property is a collection that holds the value, with regard to case."),
            Parameter(
                \.notContains, aliases: ["INotContains"], sets: [comparison],
                help: "The property is a collection that does not hold the value, without regard to case."),
            Parameter(
                \.caseNotContains, named: "CNotContains", sets: [comparison],
                help: "The property is a collection that does not hold the value, with regard to case."),
            Parameter(
                \.in, aliases: ["IIn"], sets: [comparison], help: "The property is one of the values, without regard to case."
            ),
            Parameter(\.caseIn, named: "CIn", sets: [comparison], help: "The property is one of the values, with regard to case."),
            Parameter(
                \.notIn, aliases: ["INotIn"], sets: [comparison],
                help: "The property is none of the values, without regard to case."),
            Parameter(
                \.caseNotIn, named: "CNotIn", sets: [comparison], help: "The property is none of the values, with regard to case."),
            Parameter(\.is, sets: [comparison], help: "The property is of the type that the value names."),
            Parameter(\.isNot, sets: [comparison], help: "The property is not of the type that the value names."),
            Parameter(\.not, sets: [comparison], help: "The property is false, empty, zero or null."),
        ],
        outputs: ["System.Object"],
        examples: [
            Example("1..5 | Where-Object { $_ -gt 3 }", "The numbers above 3.", output: "4\n5"),
            Example("'ab', 'c' | Where-Object Length -EQ 2", "A comparison without a script block.", output: "ab"),
            Example(
                "Get-ChildItem / | Where-Object Name -In usr, etc | ForEach-Object Name",
                "Names that are one of several.", output: "etc\nusr"),
        ])

    mutating func begin(_ runtime: any CmdletRuntime) throws {
        let frame = try runtime.frame
        if let filterScript {
            let collector = Collector()
            let block = try InlineBlock(filterScript, in: frame, output: collector)
            guard !block.isExpression else {
                test = { Conversion.bool(try block.value($0)) }
                return
            }
            test = { object in
                collector.values.removeAll(keepingCapacity: true)
                _ = try block.run(object)
                return Conversion.bool(collector.values.count == 1 ? collector.values[0] : .array(collector.values))
            }
        } else {
            test = try comparison(frame)
        }
    }

    mutating func process(_ runtime: any CmdletRuntime) throws {
        if case .nothing = inputObject { return }
        guard let test else { return }
        if try test(inputObject) { try runtime.write(inputObject) }
    }

    private typealias ObjectTest = (Value) throws -> Bool

    /// The test of the comparison syntax: one property and one operator (`Where-Object Length -GT 5`).
    private func comparison(_ frame: Frame) throws -> ObjectTest {
        let name = property
        let wanted = value
        func read(_ object: Value) throws -> Value { try MemberAccessor.value(object, name, frame) }
        func compare(_ test: @escaping (Value, Value) throws -> Bool) -> ObjectTest {
            { object in
                let found = try read(object)
                if let elements = found.enumerated { return try elements.contains { try test($0, wanted) } }
                return try test(found, wanted)
            }
        }
        func order(_ ignoreCase: Bool, _ accepts: @escaping (Int) -> Bool) -> ObjectTest {
            compare { accepts(try Comparison.order($0, $1, ignoreCase: ignoreCase)) }
        }
        func wildcard(_ ignoreCase: Bool, negated: Bool) -> ObjectTest {
            let pattern = Wildcard(wanted.displayText, ignoreCase: ignoreCase)
            return compare { found, _ in pattern.matches(found.displayText) != negated }
        }
        func regex(_ ignoreCase: Bool, negated: Bool) -> ObjectTest {
            compare { found, pattern in
                Conversion.bool(
                    try MatchOperator.match(.string(found.displayText), pattern, ignoreCase: ignoreCase, negated: negated, frame))
            }
        }
        func holds(_ ignoreCase: Bool, negated: Bool) -> ObjectTest {
            { ComparisonOperator.contains(try read($0), wanted, ignoreCase: ignoreCase) != negated }
        }
        func isIn(_ ignoreCase: Bool, negated: Bool) -> ObjectTest {
            { ComparisonOperator.contains(wanted, try read($0), ignoreCase: ignoreCase) != negated }
        }
        let tests: [(Switch, () -> ObjectTest)] = [
            (equal, { compare { Comparison.equals($0, $1) } }),
            (caseEqual, { compare { Comparison.equals($0, $1, ignoreCase: false) } }),
            (notEqual, { { !Comparison.equals(try read($0), wanted) } }),
            (caseNotEqual, { { !Comparison.equals(try read($0), wanted, ignoreCase: false) } }),
            (greater, { order(true) { $0 > 0 } }), (caseGreater, { order(false) { $0 > 0 } }),
            (greaterOrEqual, { order(true) { $0 >= 0 } }), (caseGreaterOrEqual, { order(false) { $0 >= 0 } }),
            (less, { order(true) { $0 < 0 } }), (caseLess, { order(false) { $0 < 0 } }),
            (lessOrEqual, { order(true) { $0 <= 0 } }), (caseLessOrEqual, { order(false) { $0 <= 0 } }),
            (like, { wildcard(true, negated: false) }), (caseLike, { wildcard(false, negated: false) }),
            (notLike, { wildcard(true, negated: true) }), (caseNotLike, { wildcard(false, negated: true) }),
            (match, { regex(true, negated: false) }), (caseMatch, { regex(false, negated: false) }),
            (notMatch, { regex(true, negated: true) }), (caseNotMatch, { regex(false, negated: true) }),
            (contains, { holds(true, negated: false) }), (caseContains, { holds(false, negated: false) }),
            (notContains, { holds(true, negated: true) }), (caseNotContains, { holds(false, negated: true) }),
            (`in`, { isIn(true, negated: false) }), (caseIn, { isIn(false, negated: false) }),
            (notIn, { isIn(true, negated: true) }), (caseNotIn, { isIn(false, negated: true) }),
            (`is`, { { try TypeOperator.isInstance(try read($0), wanted, frame.engine) } }),
            (isNot, { { !(try TypeOperator.isInstance(try read($0), wanted, frame.engine)) } }),
            (not, { { !Conversion.bool(try read($0)) } }),
        ]
        let chosen = tests.filter { $0.0.isOn }
        guard chosen.count <= 1 else {
            throw ValueError(
                "Parameter set cannot be resolved using the specified named parameters: only one operator can be given.",
                id: "AmbiguousParameterSet", exception: "System.Management.Automation.ParameterBindingException",
                category: "InvalidArgument")
        }
        return chosen.first?.1() ?? { Conversion.bool(try read($0)) }
    }
}
