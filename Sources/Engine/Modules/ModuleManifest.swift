import CmdletKit
import Values

/// A module manifest (about_Module_Manifests).
struct ModuleManifest {
    let path: String
    let table: HashtableObject

    /// - Throws: where the file is no manifest.
    init(_ path: String, _ engine: Engine) throws {
        self.path = path
        table = try DataFile.read(path, engine)
    }

    private func list(_ key: String) -> [Value] { table[key]?.enumeratedOrSelf ?? [] }
    private func names(_ key: String) -> [String]? { table[key].map { $0.enumeratedOrSelf.map(\.displayText) } }

    var version: String { table["ModuleVersion"]?.displayText ?? "0.0" }
    var guid: String { table["GUID"]?.displayText.lowercased() ?? "00000000-0000-0000-0000-000000000000" }
    /// The file that is the module itself.
    var root: String? {
        let name = (table["RootModule"] ?? table["ModuleToProcess"])?.displayText ?? ""
        return name.isEmpty ? nil : name
    }
    var nestedModules: [ModuleSpecification] { list("NestedModules").compactMap { ModuleSpecification($0) } }
    var requiredModules: [ModuleSpecification] { list("RequiredModules").compactMap { ModuleSpecification($0) } }
    var scriptsToProcess: [String] { names("ScriptsToProcess") ?? [] }
    /// nil where the manifest does not say: everything.
    var functions: [String]? { names("FunctionsToExport") }
    var cmdlets: [String]? { names("CmdletsToExport") }
    var aliases: [String]? { names("AliasesToExport") }
    var variables: [String]? { names("VariablesToExport") }
    var prefix: String { table["DefaultCommandPrefix"]?.displayText ?? "" }

    /// What PSModuleInfo shows beside its own properties.
    var details: [String: Value] {
        var details: [String: Value] = [:]
        for key in ["Description", "Author", "CompanyName", "Copyright", "PrivateData", "RequiredModules", "PowerShellVersion"] {
            if let value = table[key] { details[key] = value }
        }
        if let tags = table["PrivateData"]?.property("PSData")?.property("Tags") { details["Tags"] = tags }
        return details
    }
}

/// A module by name, with the versions that will do (about_Requires, `@{ ModuleName = …; ModuleVersion = … }`).
public struct ModuleSpecification: Sendable {
    public var name: String
    public var minimum: String?
    public var maximum: String?
    public var required: String?
    public var guid: String?

    public init(name: String) { self.name = name }

    /// From a name or a hashtable; nil where the name is missing.
    public init?(_ value: Value) {
        guard let table = value.asObject(HashtableObject.self) else {
            guard !value.isNull, !value.displayText.isEmpty else { return nil }
            name = value.displayText
            return
        }
        guard let name = table["ModuleName"]?.displayText, !name.isEmpty else { return nil }
        self.name = name
        minimum = table["ModuleVersion"]?.displayText
        maximum = table["MaximumVersion"]?.displayText
        required = table["RequiredVersion"]?.displayText
        guid = table["GUID"]?.displayText
    }

    /// Whether a version is one of those wanted.
    public func accepts(_ version: String) -> Bool {
        guard let found = Version(version) ?? Version(version + ".0") else {
            return minimum == nil && maximum == nil && required == nil
        }
        let parsed = { (text: String) in Version(text) ?? Version(text + ".0") }
        if let minimum, let least = parsed(minimum), found < least { return false }
        if let maximum, let most = parsed(maximum.replacing("*", with: "999999")), most < found { return false }
        if let required, let exact = parsed(required), exact != found { return false }
        return true
    }
}
