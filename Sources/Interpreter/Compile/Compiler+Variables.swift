import CmdletKit
import Glibc
import LinuxSystem
import SourceText
import Syntax
import Values

/// Lowers variables.
extension Compiler {
    func variable(_ node: VariableReference) -> Evaluate {
        let name = node.name
        if let scope = node.scope?.lowercased() { return scopedVariable(scope, name) }
        switch name.lowercased() {
        case "true": return { _ in .bool(true) }
        case "false": return { _ in .bool(false) }
        case "null": return { _ in .null }
        case "?": return { .bool($0.engine.succeeded) }
        case "psitem": return local("_")
        case "pscommandpath":
            return place(name, file.path ?? "")
        case "psscriptroot":
            return place(name, file.path.map { FileSystemView.folder(of: $0) } ?? "")
        default: return local(name)
        }
    }

    /// `$PSCommandPath` or `$PSScriptRoot` of the text, unless the block assigned the variable itself.
    private func place(_ name: String, _ path: String) -> Evaluate {
        let slot = layout.slotOrNew(name)
        return { frame in
            let value = frame.scope.slots[slot]
            guard case .unset = value else { return value }
            return .string(path)
        }
    }

    private func local(_ name: String) -> Evaluate {
        let slot = layout.slotOrNew(name)
        // Automatic variables that are not set here read as `$null`, which is no error in strict mode.
        let automatic = [
            "_", "input", "args", "this", "matches", "ofs", "psitem", "lastexitcode", "psboundparameters", "myinvocation",
            "pscmdlet",
        ].contains(name.lowercased())
        return { frame in
            let value = frame.scope.slots[slot]
            guard case .unset = value else { return value }
            if let found = frame.scope.inherited(name) { return found }
            if StrictMode.level(frame.scope) > 0, !automatic { throw StrictMode.unsetVariable(name) }
            return .null
        }
    }

    /// A variable with a qualifier: a scope, or a drive such as `env:` (about_Scopes).
    private func scopedVariable(_ scope: String, _ name: String) -> Evaluate {
        switch scope {
        case "env":
            return { frame in frame.engine.environment[name].map { .string($0) } ?? .null }
        case "function":
            return { frame in frame.engine.findFunction(name).map { .object($0.block) } ?? .null }
        case "alias":
            return { frame in frame.engine.findAlias(name).map { .string($0.definition) } ?? .null }
        case "using": return UsingVariable.read(name)
        case "variable":
            return { $0.scope.value(name) ?? .null }
        default:
            return { frame in Self.scope(scope, frame)?.own(name) ?? .null }
        }
    }

    /// The scope of a qualifier; nil for the name of a drive.
    static func scope(_ qualifier: String, _ frame: Frame) -> Scope? {
        switch qualifier {
        case "global": frame.scope.global
        case "script": frame.scope.script
        case "local", "private": frame.scope
        default: nil
        }
    }

    /// Code that assigns a variable: `$x`, `$global:x`, `$env:X`, `$function:f`.
    func store(_ node: VariableReference) -> (Frame, Value) throws -> Void {
        let name = node.name
        guard let qualifier = node.scope?.lowercased() else {
            if name.lowercased() == "null" { return { _, _ in } }
            if AutomaticVariables.isConstant(name) { return { _, _ in throw Scope.notWritable(name) } }
            let slot = layout.slotOrNew(name.equalsIgnoringCase("PSItem") ? "_" : name)
            return { frame, value in try frame.scope.set(slot: slot, value) }
        }
        switch qualifier {
        case "env":
            return { frame, value in
                guard !name.isEmpty, !name.contains("=") else { return }
                let text = value.displayText
                frame.engine.environment[name] = text.isEmpty ? nil : text
            }
        case "function":
            return { frame, value in
                let block = try value.asObject(ScriptBlock.self) ?? ScriptBlock.parse(value.displayText)
                frame.engine.define(FunctionInfo(name: name, block: block))
            }
        case "alias": return { frame, value in frame.engine.define(AliasInfo(name: name, definition: value.displayText)) }
        case "variable": return { frame, value in try frame.scope.set(name, value) }
        default:
            return { frame, value in
                guard let scope = Self.scope(qualifier, frame) else {
                    throw ValueError(
                        "Cannot find drive. A drive with the name '\(qualifier)' does not exist.", id: "DriveNotFound",
                        exception: "System.Management.Automation.DriveNotFoundException", category: "ObjectNotFound")
                }
                try scope.set(name, value)
                if qualifier == "private" { scope.hideFromBelow(name) }
            }
        }
    }

    /// `[ref]$x`: a reference to the variable of the nearest scope that has it, else of this one.
    func reference(_ node: VariableReference) -> Evaluate {
        let name = node.name
        return { frame in
            let holder = frame.scope.holder(of: name) ?? frame.scope
            return .object(ReferenceObject(scope: holder, name: name))
        }
    }
}
