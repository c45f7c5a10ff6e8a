import CmdletKit
import Values

/// A module by name or path, with the versions and the GUID that are accepted (about_Requires, `@{ ModuleName = …; ModuleVersion =
/// … }`).
public struct ModuleSpecification: Sendable, Hashable, ParameterValue {
    /// ModuleName: a name or path.
    public var name: String
    /// ModuleVersion: the lowest version; nil: any.
    public var minimum: String?
    /// MaximumVersion: the highest version, in which `*` stands for any number; nil: any.
    public var maximum: String?
    /// RequiredVersion: the only version; nil: any.
    public var required: String?
    /// GUID; nil: any.
    public var guid: String?

    /// Makes a specification that accepts any version.
    public init(name: String) { self.name = name }

    public static var parameterTypeName: String { "ModuleSpecification" }

    /// From a name, a hashtable or a PSModuleInfo.
    /// - Throws: `ValueError` where a key is unknown, the name or every version is missing, a version is none, or RequiredVersion
    ///   stands beside another one.
    public static func fromArgument(_ value: Value) throws -> ModuleSpecification {
        if let made = value.asObject(NativeObject<ModuleSpecification>.self) { return made.value }
        if let module = value.asObject(ModuleInfo.self) {
            var exact = ModuleSpecification(name: module.name)
            exact.required = module.version
            exact.guid = module.guid
            return exact
        }
        guard let table = value.asObject(HashtableObject.self) else {
            guard !value.displayText.isEmpty else { throw missing("ModuleName") }
            return ModuleSpecification(name: value.displayText)
        }
        return try ModuleSpecification(table)
    }

    private init(_ table: HashtableObject) throws {
        name = ""
        for (key, value) in table.pairs where !value.isNull {
            switch key.displayText.lowercased() {
            case "modulename": name = value.displayText
            case "moduleversion": minimum = try Self.version(value)
            case "maximumversion":
                maximum = try Self.version(.string(value.displayText.replacing("*", with: "0")), text: value.displayText)
            case "requiredversion": required = try Self.version(value)
            case "guid": guid = try Conversion.convert(value, to: GuidType.type).displayText
            default:
                throw Self.invalid(
                    "The hashtable describing a module contains one or more members that are not valid: '\(key.displayText)'. The valid members are ('ModuleName', 'ModuleVersion', 'MaximumVersion', 'RequiredVersion', 'GUID').",
                    "ArgumentException")
            }
        }
        if name.isEmpty { throw Self.missing("ModuleName") }
        if minimum == nil, maximum == nil, required == nil {
            throw Self.missing("ModuleVersion, MaximumVersion or RequiredVersion")
        }
        if required != nil, minimum != nil || maximum != nil {
            throw Self.invalid(
                "The hashtable describing the module '\(name)' has RequiredVersion together with ModuleVersion or MaximumVersion: give one of them.",
                "ArgumentException")
        }
    }

    private static func version(_ value: Value, text: String? = nil) throws -> String {
        let given = text ?? value.displayText
        guard parsed(value.displayText) != nil else {
            throw invalid(
                "Cannot convert value \"\(given)\" to type \"System.Version\".", "Management.Automation.PSInvalidCastException")
        }
        return given
    }

    private static func missing(_ member: String) -> ValueError {
        invalid("The hashtable describing a module has no member '\(member)'.", "MissingMemberException")
    }

    private static func invalid(_ text: String, _ exception: String) -> ValueError {
        ValueError(text, id: exception, exception: "System." + exception, category: "InvalidArgument")
    }

    /// Whether a version or GUID is required.
    public var isConstrained: Bool { minimum != nil || maximum != nil || required != nil || guid != nil }

    /// Whether a module's version and GUID are accepted.
    public func accepts(_ version: String, guid found: String? = nil) -> Bool {
        if let guid, let found, !guid.equalsIgnoringCase(found) { return false }
        guard minimum != nil || maximum != nil || required != nil else { return true }
        guard let found = Self.parsed(version) else { return false }
        if let minimum, let least = Self.parsed(minimum), found < least { return false }
        if let maximum, let most = Self.parsed(maximum.replacing("*", with: "999999")), most < found { return false }
        if let required, let exact = Self.parsed(required), exact != found { return false }
        return true
    }

    private static func parsed(_ text: String) -> Version? { Version(text) ?? Version(text + ".0") }

    /// The specification in the words of an error.
    var requirementText: String {
        let versions = [("minimum version", minimum), ("maximum version", maximum), ("version", required), ("id", guid)]
        let written = versions.compactMap { label, value in value.map { "\(label) \($0)" } }
        return written.isEmpty ? name : "\(name) (\(written.joined(separator: ", ")))"
    }

    /// The specification as a script writes it: a name, or a hashtable literal.
    public var text: String {
        guard isConstrained else { return name }
        let entries = [
            ("ModuleName", name), ("GUID", guid), ("ModuleVersion", minimum), ("MaximumVersion", maximum),
            ("RequiredVersion", required),
        ]
        let written = entries.compactMap { key, value in value.map { "\(key) = '\($0.replacing("'", with: "''"))'" } }
        return "@{ " + written.joined(separator: "; ") + " }"
    }
}
