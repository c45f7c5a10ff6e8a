import CmdletKit
import Glibc
import SourceText
import Syntax
import Values

extension Compiler {
    /// `#requires` and `using`, which run before a script's first statement (about_Requires, about_Using). nil for nearly all
    /// blocks.
    func preamble(_ syntax: ScriptBlockSyntax) -> Execute? {
        let requirements = syntax.file.path == nil ? nil : syntax.requirements
        guard requirements != nil || !syntax.usings.isEmpty else { return nil }
        let usings = syntax.usings.map { node in
            (node: node, specification: node.specification.map { hashtable($0, ordered: false) })
        }
        let (file, span) = (file, syntax.span)
        return { frame in
            do {
                if let requirements { try ScriptRequirement.check(requirements, frame) }
                for using in usings { try Self.use(using.node, try using.specification?(frame), frame) }
            } catch {
                let record = frame.engine.locate(error, file: file, span: span)
                record.endsScript = true
                throw TerminatingError(record)
            }
            return .normal
        }
    }

    private static func use(_ node: UsingStatement, _ specification: Value?, _ frame: Frame) throws {
        switch node.kind {
        case .namespace: frame.engine.types.use(namespace: node.name)
        case .module:
            let wanted = try specification.map { try ModuleSpecification.fromArgument($0) } ?? ModuleSpecification(name: node.name)
            try frame.engine.useModule(wanted, in: frame, file: frame.file)
        case .assembly, .type, .command:
            throw ValueError(
                "'using assembly \(node.name)' cannot be done: this shell has no .NET runtime to load assemblies into.",
                id: "ErrorLoadingAssembly", exception: "System.NotSupportedException", category: "NotImplemented")
        }
    }

    /// A block with the preamble in front.
    static func joined(_ preamble: Execute?, _ block: Execute?) -> Execute? {
        guard let preamble else { return block }
        return { frame in
            _ = try preamble(frame)
            return try block?(frame) ?? .normal
        }
    }
}

/// The checks of `#requires` (about_Requires).
enum ScriptRequirement {
    /// Checks the requirements and imports the modules among them.
    /// - Throws: ScriptRequiresException (as `ValueError`) for the first requirement that is not met.
    static func check(_ requirements: ScriptRequirements, _ frame: Frame) throws {
        let script = frame.file.path?.split(separator: "/").last.map(String.init) ?? ""
        if let text = requirements.version {
            guard let wanted = Version(text.contains(".") ? text : text + ".0"), let own = Version(AutomaticVariables.version)
            else {
                throw failure("The script '\(script)' has a #requires version that is none: '\(text)'.", "InvalidRequiresVersion")
            }
            if own < wanted {
                throw failure(
                    "The script '\(script)' cannot be run because it contained a \"#requires\" statement for PowerShell \(text). The version of PowerShell that is required by the script does not match the currently running version of PowerShell \(AutomaticVariables.version).",
                    "ScriptRequiresUnmatchedPSVersion")
            }
        }
        if let edition = requirements.editions.first, !requirements.editions.contains(where: { $0.equalsIgnoringCase("Core") }) {
            throw failure(
                "The script '\(script)' cannot be run because it contained a \"#requires\" statement for PowerShell editions '\(edition)'. The edition of PowerShell that is required by the script does not match the currently running PowerShell Core edition.",
                "ScriptRequiresUnmatchedPSEdition")
        }
        if requirements.needsAdministrator, geteuid() != 0 {
            throw failure(
                "The script '\(script)' cannot be run because it contains a \"#requires\" statement for running as Administrator. Run the shell as root.",
                "ScriptRequiresElevation", category: "PermissionDenied")
        }
        for text in requirements.modules {
            let specification = try ModuleSpecificationType.parse(text) ?? ModuleSpecification(name: text)
            guard (try? frame.engine.importModule(specification, in: frame)) != nil else {
                throw failure(
                    "The script '\(script)' cannot be run because the following modules that are specified by the \"#requires\" statements of the script are missing: \(specification.requirementText).",
                    "ScriptRequiresMissingModules", category: "ResourceUnavailable")
            }
        }
    }

    private static func failure(_ text: String, _ id: String, category: String = "ResourceUnavailable") -> ValueError {
        ValueError(text, id: id, exception: "System.Management.Automation.ScriptRequiresException", category: category)
    }
}
