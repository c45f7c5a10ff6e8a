import CmdletKit
import Values

/// A module manifest (about_Module_Manifests).
struct ModuleManifest {
    let path: String
    let table: HashtableObject

    /// Reads a manifest.
    /// - Throws: as `DataFile.read` does.
    init(_ path: String, _ engine: Engine) throws {
        self.path = path
        table = try DataFile.read(path, engine)
    }

    private func list(_ key: String) -> [Value] { table[key]?.enumeratedOrSelf ?? [] }
    private func names(_ key: String) -> [String]? { table[key].map { $0.enumeratedOrSelf.map(\.displayText) } }

    var version: String { table["ModuleVersion"]?.displayText ?? "0.0" }
    var guid: String { table["GUID"]?.displayText.lowercased() ?? "00000000-0000-0000-0000-000000000000" }
    /// RootModule, the file of the module's own code; nil where there is none.
    var root: String? {
        let name = (table["RootModule"] ?? table["ModuleToProcess"])?.displayText ?? ""
        return name.isEmpty ? nil : name
    }
    /// The module's name: that of the file.
    var name: String {
        let leaf = path.split(separator: "/").last.map(String.init) ?? path
        return leaf.lastIndex(of: ".").map { String(leaf[..<$0]) } ?? leaf
    }
    /// The manifest's folder, in which its relative paths start.
    var folder: String { String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) }
    func nestedModules() throws -> [ModuleSpecification] { try specifications("NestedModules") }
    func requiredModules() throws -> [ModuleSpecification] { try specifications("RequiredModules") }

    private func specifications(_ key: String) throws -> [ModuleSpecification] {
        try list(key).compactMap { value in
            value.isNull || value.displayText.isEmpty ? nil : try ModuleSpecification.fromArgument(value)
        }
    }

    var compatibleEditions: [String] { names("CompatiblePSEditions") ?? [] }
    var scriptsToProcess: [String] { files("ScriptsToProcess") }
    var typesToProcess: [String] { files("TypesToProcess") }
    var formatsToProcess: [String] { files("FormatsToProcess") }

    private func files(_ key: String) -> [String] {
        (names(key) ?? []).map { $0.hasPrefix("/") ? $0 : folder + "/" + $0.replacing("\\", with: "/") }
    }

    /// The patterns of FunctionsToExport; nil where the manifest does not have it, which exports all. So are the following.
    var functions: [String]? { names("FunctionsToExport") }
    var cmdlets: [String]? { names("CmdletsToExport") }
    var aliases: [String]? { names("AliasesToExport") }
    var variables: [String]? { names("VariablesToExport") }
    var prefix: String { table["DefaultCommandPrefix"]?.displayText ?? "" }

    private static let shown = [
        "Description", "Author", "CompanyName", "Copyright", "PrivateData", "PowerShellVersion", "PowerShellHostName",
        "PowerShellHostVersion", "ClrVersion", "DotNetFrameworkVersion", "ProcessorArchitecture", "RequiredAssemblies", "FileList",
        "ModuleList", "HelpInfoUri", "RootModule", "CompatiblePSEditions", "Scripts",
    ]
    private static let published = ["Tags", "ReleaseNotes", "ProjectUri", "LicenseUri", "IconUri"]
    /// The properties of PSModuleInfo that come from the manifest's entries.
    static var detailNames: [String] { shown + published }

    /// The manifest's entries for properties of PSModuleInfo, PrivateData's PSData included.
    var details: [String: Value] {
        var details: [String: Value] = [:]
        for key in Self.shown { if let value = table[key] { details[key] = value } }
        if let root { details["RootModule"] = .string(root) }
        if let scripts = table["ScriptsToProcess"] { details["Scripts"] = scripts }
        let data = table["PrivateData"]?.property("PSData")
        for key in Self.published { if let value = data?.property(key), !value.isNull { details[key] = value } }
        return details
    }
}
