import CmdletKit
import Interpreter
import Values

/// The members of a module manifest, as New-ModuleManifest writes and Update-ModuleManifest changes them (about_Module_Manifests).
struct ManifestFields {
    /// The form in which a member is written.
    enum Kind { case text, list, modules, flag, uri }

    /// A member: its name, its form, and its help, which is also the comment in the file.
    struct Field {
        let name: String
        let kind: Kind
        let help: String
        /// Whether the member is one of PrivateData.PSData, where the PowerShell Gallery looks for it.
        var isPublished = false
    }

    static let all = [
        Field(name: "RootModule", kind: .text, help: "The file that is the module: a script module, relative to the manifest."),
        Field(name: "ModuleVersion", kind: .text, help: "The version of the module, such as 1.2.0; 0.0.1 by default."),
        Field(
            name: "CompatiblePSEditions", kind: .list, help: "The editions of PowerShell that the module works with: Core, Desktop."
        ),
        Field(name: "GUID", kind: .text, help: "The id that tells the module from others of its name; made up by default."),
        Field(name: "Author", kind: .text, help: "Who wrote the module; the user by default."),
        Field(name: "CompanyName", kind: .text, help: "The company or vendor of the module; Unknown by default."),
        Field(name: "Copyright", kind: .text, help: "The copyright statement."),
        Field(name: "Description", kind: .text, help: "What the module is for."),
        Field(name: "PowerShellVersion", kind: .text, help: "The oldest version of PowerShell that will do."),
        Field(name: "PowerShellHostName", kind: .text, help: "The name of the host program that the module needs."),
        Field(name: "PowerShellHostVersion", kind: .text, help: "The oldest version of the host program that will do."),
        Field(
            name: "DotNetFrameworkVersion", kind: .text,
            help: "The oldest version of the .NET Framework that will do; for Windows PowerShell."),
        Field(
            name: "ClrVersion", kind: .text, help: "The oldest version of the .NET runtime that will do; for Windows PowerShell."),
        Field(name: "ProcessorArchitecture", kind: .text, help: "The processor that the module needs: None, X86, Amd64, Arm."),
        Field(
            name: "RequiredModules", kind: .modules,
            help: "Modules that must be loaded before this one: names, or hashtables with versions."),
        Field(name: "RequiredAssemblies", kind: .list, help: "Assemblies that must be loaded before this module."),
        Field(name: "ScriptsToProcess", kind: .list, help: "Scripts that run in the caller's scope before the module is imported."),
        Field(name: "TypesToProcess", kind: .list, help: "Type files (.ps1xml) that are loaded with the module."),
        Field(name: "FormatsToProcess", kind: .list, help: "Format files (.ps1xml) that are loaded with the module."),
        Field(
            name: "NestedModules", kind: .modules,
            help: "Modules that are loaded into this one: names, or hashtables with versions."),
        Field(name: "FunctionsToExport", kind: .list, help: "Functions that the module exports; wildcards are allowed."),
        Field(name: "CmdletsToExport", kind: .list, help: "Cmdlets that the module exports; wildcards are allowed."),
        Field(name: "VariablesToExport", kind: .list, help: "Variables that the module exports; wildcards are allowed."),
        Field(name: "AliasesToExport", kind: .list, help: "Aliases that the module exports; wildcards are allowed."),
        Field(name: "DscResourcesToExport", kind: .list, help: "DSC resources that the module exports; wildcards are allowed."),
        Field(name: "ModuleList", kind: .modules, help: "All modules of the package, for information."),
        Field(name: "FileList", kind: .list, help: "All files of the package, for information."),
        Field(name: "Tags", kind: .list, help: "Words that a gallery finds the module by.", isPublished: true),
        Field(name: "LicenseUri", kind: .uri, help: "The address of the licence.", isPublished: true),
        Field(name: "ProjectUri", kind: .uri, help: "The address of the project.", isPublished: true),
        Field(name: "IconUri", kind: .uri, help: "The address of an icon.", isPublished: true),
        Field(name: "ReleaseNotes", kind: .text, help: "What is new in this version.", isPublished: true),
        Field(name: "Prerelease", kind: .text, help: "The name of a version before its release, such as beta1.", isPublished: true),
        Field(
            name: "RequireLicenseAcceptance", kind: .flag,
            help: "Whether the licence has to be accepted before the module is installed.", isPublished: true),
        Field(
            name: "ExternalModuleDependencies", kind: .list,
            help: "Modules that this one needs and that the gallery does not have.", isPublished: true),
        Field(name: "HelpInfoUri", kind: .uri, help: "The address of the help of the module."),
        Field(name: "DefaultCommandPrefix", kind: .text, help: "Put before the noun of each command when the module is imported."),
    ]

    /// The values of the members, by name.
    private(set) var values: [String: Value] = [:]
    /// The entries of PrivateData beside PSData.
    var privateData: [(String, Value)] = []

    /// A member of one text.
    subscript(text name: String) -> String? {
        get { values[name]?.displayText }
        set { values[name] = newValue.map { .string($0) } }
    }

    /// A member that is a list of texts.
    subscript(list name: String) -> [String]? {
        get { values[name]?.enumeratedOrSelf.map(\.displayText) }
        set { values[name] = newValue.map { .array($0.map { .string($0) }) } }
    }

    /// A member that is a list of modules: names or hashtables.
    subscript(modules name: String) -> [Value]? {
        get { values[name]?.enumeratedOrSelf }
        set { values[name] = newValue.map { .array($0) } }
    }

    /// A member that is true or false.
    subscript(flag name: String) -> Switch {
        get { Switch(values[name].map { Conversion.bool($0) } ?? false) }
        set { values[name] = .bool(newValue.isOn) }
    }

    /// -PrivateData: its hashtable replaces the entries beside PSData.
    var privateTable: Value? {
        get { nil }
        set { privateData = newValue?.asObject(HashtableObject.self)?.pairs.map { ($0.key.displayText, $0.value) } ?? privateData }
    }

    init() {}

    /// The members of an existing manifest.
    init(_ table: HashtableObject) {
        let data = table["PrivateData"]?.property("PSData")
        for field in Self.all {
            if let value = field.isPublished ? data?.property(field.name) : table[field.name], !value.isNull {
                values[field.name] = value
            }
        }
        for (key, value) in table["PrivateData"]?.asObject(HashtableObject.self)?.pairs ?? []
        where !key.displayText.equalsIgnoringCase("PSData") { privateData.append((key.displayText, value)) }
    }

    /// The members, with those that `other` has replaced.
    func changed(by other: ManifestFields) -> ManifestFields {
        var result = self
        result.values.merge(other.values) { $1 }
        if !other.privateData.isEmpty { result.privateData = other.privateData }
        return result
    }

    // MARK: Text

    /// The text of the .psd1 file. A member without a value is written as a comment.
    /// - Throws: `ValueError` if a URI is not absolute.
    func text(name: String) throws -> String {
        var lines = ["#", "# Module manifest for module '\(name)'", "#", "", "@{", ""]
        for field in Self.all where !field.isPublished {
            if field.name == "HelpInfoUri" { lines += try publishedLines() }
            lines += try entry(field, indent: "", lead: "# \(field.help)")
        }
        return (lines + ["}", ""]).joined(separator: "\n")
    }

    private func publishedLines() throws -> [String] {
        var lines = ["# What galleries and the module itself read besides.", "PrivateData = @{", "", "    PSData = @{", ""]
        for field in Self.all where field.isPublished {
            lines += try entry(field, indent: "        ", lead: "        # \(field.help)")
        }
        lines += ["    }", ""]
        for (key, value) in privateData { lines += ["    \(Self.quoted(key)) = \(Self.literal(value))", ""] }
        return lines + ["}", ""]
    }

    private func entry(_ field: Field, indent: String, lead: String) throws -> [String] {
        guard let value = values[field.name], !value.isNull else {
            return [lead, "\(indent)# \(field.name) = \(Self.empty(field))", ""]
        }
        let written: String
        switch field.kind {
        case .text: written = Self.quoted(value.displayText)
        case .flag: written = Conversion.bool(value) ? "$true" : "$false"
        case .list:
            let texts = value.enumeratedOrSelf.map { Self.quoted($0.displayText) }
            written = texts.count == 1 ? texts[0] : "@(" + texts.joined(separator: ", ") + ")"
        case .modules: written = "@(" + value.enumeratedOrSelf.map { Self.literal($0) }.joined(separator: ", ") + ")"
        case .uri: written = Self.quoted(try Self.absolute(value, field.name))
        }
        return [lead, "\(indent)\(field.name) = \(written)", ""]
    }

    private static func empty(_ field: Field) -> String {
        switch field.kind {
        case .list, .modules: "@()"
        case .flag: "$false"
        default: "''"
        }
    }

    private static func absolute(_ value: Value, _ name: String) throws -> String {
        let text = value.displayText
        guard text.contains("://") || text.hasPrefix("file:") || text.hasPrefix("mailto:") else {
            throw ValueError(
                "The value '\(text)' of \(name) is no absolute uri.", id: "System.InvalidOperationException",
                exception: "System.InvalidOperationException", category: "InvalidArgument")
        }
        let uri = try Conversion.convert(.string(text), to: TypeTable.builtin.find("uri") ?? .string)
        return uri.property("AbsoluteUri")?.displayText ?? text
    }

    private static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "''") + "'" }

    private static func literal(_ value: Value) -> String {
        if let module = value.asObject(NativeObject<ModuleSpecification>.self)?.value {
            return module.isConstrained ? module.text : quoted(module.name)
        }
        if let table = value.asObject(HashtableObject.self) {
            return "@{" + table.pairs.map { "\(quoted($0.key.displayText)) = \(literal($0.value))" }.joined(separator: "; ") + "}"
        }
        if case .bool(let flag) = value { return flag ? "$true" : "$false" }
        if let elements = value.enumerated { return "@(" + elements.map { literal($0) }.joined(separator: ", ") + ")" }
        return quoted(value.displayText)
    }
}
