import Values

/// The attribute types that scripts make for dynamic parameters, and the parameters themselves.
enum ParameterAttributeTypes {
    private static let base = ObjectType("System.Attribute", base: .object)

    private static func attribute(_ name: String, _ notes: @escaping @Sendable (Arguments) -> [(String, Value)]) -> ObjectType {
        let full = "System.Management.Automation.\(name)Attribute"
        return ObjectType(
            full, base: base,
            construct: { .object(CustomObject(notes($0), typeNames: [full, "System.Attribute", "System.Object"])) })
    }

    private static let parameter = attribute("Parameter") { _ in
        [
            ("Position", .int(.min)), ("ParameterSetName", .string("__AllParameterSets")), ("Mandatory", .bool(false)),
            ("ValueFromPipeline", .bool(false)), ("ValueFromPipelineByPropertyName", .bool(false)),
            ("ValueFromRemainingArguments", .bool(false)), ("HelpMessage", .null), ("DontShow", .bool(false)),
        ]
    }

    private static let runtimeParameter = ObjectType(
        "System.Management.Automation.RuntimeDefinedParameter", base: .object,
        construct: { arguments in
            .object(
                CustomObject(
                    [
                        ("Name", arguments[0]), ("ParameterType", arguments[1]),
                        ("Attributes", .object(ListObject(arguments.count > 2 ? arguments.list(2) : []))), ("Value", .null),
                        ("IsSet", .bool(false)),
                    ], typeNames: ["System.Management.Automation.RuntimeDefinedParameter", "System.Object"]))
        })

    private static let dictionary = ObjectType(
        "System.Management.Automation.RuntimeDefinedParameterDictionary", base: .hashtable,
        construct: { _ in .object(HashtableObject(ordered: true)) })

    static let all: [(ObjectType, [String])] = [
        (base, ["attribute"]),
        (parameter, ["parameter", "parameterattribute"]), (runtimeParameter, ["runtimedefinedparameter"]),
        (dictionary, ["runtimedefinedparameterdictionary"]),
        (attribute("Alias") { [("AliasNames", .array($0.values.flatMap(\.enumeratedOrSelf)))] }, ["alias", "aliasattribute"]),
        (
            attribute("ValidateSet") { [("ValidValues", .array($0.values.flatMap(\.enumeratedOrSelf)))] },
            ["validateset", "validatesetattribute"]
        ),
        (attribute("ValidateNotNullOrEmpty") { _ in [] }, ["validatenotnullorempty"]),
        (attribute("ValidateNotNull") { _ in [] }, ["validatenotnull"]),
        (attribute("AllowNull") { _ in [] }, ["allownull"]), (attribute("AllowEmptyString") { _ in [] }, ["allowemptystring"]),
        (attribute("ValidateRange") { [("MinRange", $0[0]), ("MaxRange", $0[1])] }, ["validaterange"]),
        (attribute("ValidatePattern") { [("RegexPattern", $0[0])] }, ["validatepattern"]),
        (attribute("ValidateLength") { [("MinLength", $0[0]), ("MaxLength", $0[1])] }, ["validatelength"]),
        (attribute("ValidateCount") { [("MinLength", $0[0]), ("MaxLength", $0[1])] }, ["validatecount"]),
    ]
}
