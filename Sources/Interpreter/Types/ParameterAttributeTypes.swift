import CmdletKit
import Syntax
import Values

/// The attribute types that scripts construct for dynamic parameters and find on commands, and RuntimeDefinedParameter.
enum ParameterAttributeTypes {
    static let base = ObjectType(
        "System.Attribute", base: .object, members: [.property("TypeId", "object") { .object(TypeObject($0.type)) }])
    private static let validation = ObjectType("System.Management.Automation.ValidateArgumentsAttribute", base: base)

    /// Makes an attribute type.
    /// - Parameters:
    ///   - settable: the properties that scripts name in the attribute, with their types.
    ///   - notes: the properties of a new instance, from the constructor's arguments.
    private static func attribute(
        _ name: String, base: ObjectType = validation, settable: [(name: String, type: String)] = [],
        _ notes: @escaping @Sendable (Arguments) throws -> [(String, Value)]
    ) -> ObjectType {
        let full = "System.Management.Automation.\(name)Attribute"
        let shell = ObjectType(full, base: base)
        let members = settable.map { property in
            Member.property(
                property.name, property.type, set: { $0.reference?.attached?[property.name] = .note($1) },
                { value in
                    guard case .note(let held)? = value.reference?.attached?[property.name] else { return .null }
                    return held
                })
        }
        return ObjectType(full, base: base, members: members, construct: { .object(CustomObject(try notes($0), type: shell)) })
    }

    private static let parameter = attribute(
        "Parameter", base: base,
        settable: [
            ("Position", "int"), ("ParameterSetName", "string"), ("Mandatory", "bool"), ("ValueFromPipeline", "bool"),
            ("ValueFromPipelineByPropertyName", "bool"), ("ValueFromRemainingArguments", "bool"), ("HelpMessage", "string"),
            ("HelpMessageBaseName", "string"), ("HelpMessageResourceId", "string"), ("DontShow", "bool"),
        ]
    ) { arguments in
        if arguments.count > 0 { try Experiments.check(arguments) }
        return [
            ("ExperimentName", arguments.count > 0 ? arguments[0] : .null),
            ("ExperimentAction", arguments.count > 1 ? arguments[1] : .null),
            ("Position", .int(.min)), ("ParameterSetName", .string("__AllParameterSets")), ("Mandatory", .bool(false)),
            ("ValueFromPipeline", .bool(false)), ("ValueFromPipelineByPropertyName", .bool(false)),
            ("ValueFromRemainingArguments", .bool(false)), ("HelpMessage", .null), ("DontShow", .bool(false)),
        ]
    }
    private static let binding = attribute(
        "CmdletBinding", base: base,
        settable: [
            ("PositionalBinding", "bool"), ("DefaultParameterSetName", "string"), ("SupportsShouldProcess", "bool"),
            ("SupportsPaging", "bool"), ("SupportsTransactions", "bool"), ("ConfirmImpact", "string"), ("HelpUri", "string"),
            ("RemotingCapability", "string"),
        ]
    ) { _ in [("PositionalBinding", .bool(true)), ("DefaultParameterSetName", .null), ("SupportsShouldProcess", .bool(false))] }
    private static let output = attribute(
        "OutputType", base: base, settable: [("ProviderCmdlet", "string"), ("ParameterSetName", "string[]")]
    ) { [("Type", .array($0.values))] }
    private static let alias = attribute("Alias", base: base) {
        [("AliasNames", .array(ArrayObject($0.values.flatMap(\.enumeratedOrSelf), of: .string)))]
    }
    private static let set = attribute(
        "ValidateSet", settable: [("ErrorMessage", "string"), ("IgnoreCase", "bool")]
    ) {
        [("ValidValues", .array(ArrayObject($0.values.flatMap(\.enumeratedOrSelf), of: .string))), ("IgnoreCase", .bool(true))]
    }
    private static let range = attribute("ValidateRange") { [("MinRange", $0[0]), ("MaxRange", $0[1])] }
    private static let pattern = attribute(
        "ValidatePattern", settable: [("ErrorMessage", "string"), ("Options", "System.Text.RegularExpressions.RegexOptions")]
    ) { [("RegexPattern", $0[0])] }
    private static let length = attribute("ValidateLength") { [("MinLength", $0[0]), ("MaxLength", $0[1])] }
    private static let count = attribute("ValidateCount") { [("MinLength", $0[0]), ("MaxLength", $0[1])] }
    private static let script = attribute("ValidateScript", settable: [("ErrorMessage", "string")]) { [("ScriptBlock", $0[0])] }
    private static let notNullOrEmpty = attribute("ValidateNotNullOrEmpty") { _ in [] }
    private static let notNullOrWhiteSpace = attribute("ValidateNotNullOrWhiteSpace") { _ in [] }
    private static let notNull = attribute("ValidateNotNull") { _ in [] }
    private static let allowNull = attribute("AllowNull", base: base) { _ in [] }
    private static let allowEmptyString = attribute("AllowEmptyString", base: base) { _ in [] }
    private static let allowEmptyCollection = attribute("AllowEmptyCollection", base: base) { _ in [] }

    private static let experimental = attribute("Experimental", base: base) { arguments in
        try Experiments.check(arguments)
        return [
            ("ExperimentName", arguments[0]), ("ExperimentAction", try Conversion.convert(arguments[1], to: Experiments.action)),
        ]
    }

    private static let argumentCompleter = attribute("ArgumentCompleter", base: base) {
        $0[0].asObject(TypeObject.self) == nil
            ? [("ScriptBlock", $0[0]), ("Type", .null)] : [("ScriptBlock", .null), ("Type", $0[0])]
    }
    private static let typeName = attribute("PSTypeName", base: base) { [("PSTypeName", $0[0])] }

    /// The attributes of a parameter that the binder does not use, from its syntax.
    static func further(_ node: ParameterSyntax) -> [Value] {
        node.attributes.flatMap { attribute -> [Value] in
            switch (attribute.name.name.lowercased(), attribute.positionalArguments.first) {
            case ("argumentcompleter", .scriptBlock(let block)?): return made(argumentCompleter, [.object(ScriptBlock(block))])
            case ("argumentcompleter", .type(let type)?): return made(argumentCompleter, [AstNode.type(type)])
            case ("pstypename", .string(let name)?): return made(typeName, [.string(name.value)])
            default: return []
            }
        }
    }

    private static let runtimeParameterName = "System.Management.Automation.RuntimeDefinedParameter"
    private static let runtimeParameter = ObjectType(
        runtimeParameterName, base: .object,
        construct: { arguments in
            .object(
                CustomObject(
                    [
                        ("Name", arguments[0]), ("ParameterType", arguments[1]),
                        ("Attributes", .object(ListObject(arguments.count > 2 ? arguments.list(2) : []))), ("Value", .null),
                        ("IsSet", .bool(false)),
                    ], type: ObjectType(runtimeParameterName, base: .object)))
        })

    private static let dictionary = ObjectType(
        "System.Management.Automation.RuntimeDefinedParameterDictionary", base: .hashtable,
        construct: { _ in .object(HashtableObject(ordered: true)) })

    static let all: [(ObjectType, [String])] = [
        (base, ["attribute"]), (validation, []), (experimental, ["experimental", "experimentalattribute"]),
        (Experiments.action, ["experimentaction"]), (Experiments.feature, ["experimentalfeature"]),
        (parameter, ["parameter", "parameterattribute"]), (binding, ["cmdletbinding"]), (output, ["outputtype"]),
        (runtimeParameter, ["runtimedefinedparameter"]),
        (dictionary, ["runtimedefinedparameterdictionary"]),
        (alias, ["alias", "aliasattribute"]), (set, ["validateset", "validatesetattribute"]),
        (notNullOrEmpty, ["validatenotnullorempty"]), (notNullOrWhiteSpace, ["validatenotnullorwhitespace"]),
        (notNull, ["validatenotnull"]), (allowNull, ["allownull"]),
        (allowEmptyString, ["allowemptystring"]), (allowEmptyCollection, ["allowemptycollection"]),
        (range, ["validaterange"]), (pattern, ["validatepattern"]), (length, ["validatelength"]), (count, ["validatecount"]),
        (script, ["validatescript"]), (argumentCompleter, ["argumentcompleter", "argumentcompleterattribute"]),
        (typeName, ["pstypenameattribute"]),
    ]

    /// The ParameterAttribute of a parameter in one parameter set.
    static func parameter(_ membership: ParameterInfo.Membership, _ info: ParameterInfo) -> Value {
        .object(
            CustomObject(
                [
                    ("Position", membership.position.map { Value.integer($0) } ?? .int(.min)),
                    ("ParameterSetName", .string(membership.set.isEmpty ? "__AllParameterSets" : membership.set)),
                    ("Mandatory", .bool(membership.isMandatory)),
                    ("ValueFromPipeline", .bool(membership.pipeline.contains(.byValue))),
                    ("ValueFromPipelineByPropertyName", .bool(membership.pipeline.contains(.byPropertyName))),
                    ("ValueFromRemainingArguments", .bool(membership.takesRemaining)),
                    ("HelpMessage", info.help.isEmpty ? .null : .string(info.help)), ("DontShow", .bool(info.isHidden)),
                ], type: parameter))
    }

    /// All attributes of a parameter.
    static func attributes(_ info: ParameterInfo, scripts: [ScriptBlock]) -> [Value] {
        var all = info.memberships.map { parameter($0, info) }
        if !info.aliases.isEmpty { all += made(alias, [.array(info.aliases.map { .string($0) })]) }
        for validation in info.validations { all += attribute(validation) }
        return all + scripts.flatMap { made(script, [.object($0)]) }
    }

    private static func attribute(_ validation: Validation) -> [Value] {
        switch validation {
        case .set(let names, _, _): made(set, names.map { .string($0) })
        case .range(let low, let high): made(range, [number(low), number(high)])
        case .textRange(let low, let high): made(range, [.string(low), .string(high)])
        case .rangeKind(let kind): made(range, [.string(kind.rawValue)])
        case .notNullOrEmpty: made(notNullOrEmpty, [])
        case .notNullOrWhiteSpace: made(notNullOrWhiteSpace, [])
        case .notNull: made(notNull, [])
        case .pattern(let text, _, _): made(pattern, [.string(text)])
        case .length(let low, let high): made(length, [Value.integer(low), Value.integer(high)])
        case .count(let low, let high): made(count, [Value.integer(low), Value.integer(high)])
        case .allowNull: made(allowNull, [])
        case .allowEmptyString: made(allowEmptyString, [])
        case .allowEmptyCollection: made(allowEmptyCollection, [])
        }
    }

    private static func number(_ value: Double) -> Value { Int(exactly: value).map { Value.integer($0) } ?? .double(value) }

    private static func made(_ type: ObjectType, _ arguments: [Value]) -> [Value] {
        (try? type.construct?(Arguments(arguments))).flatMap { $0 }.map { [$0] } ?? []
    }
}
