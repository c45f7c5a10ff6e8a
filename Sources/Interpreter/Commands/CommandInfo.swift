import CmdletKit
import Values

/// What a command name resolves to.
public enum Command {
    /// A cmdlet.
    case cmdlet(CmdletRegistration)
    /// A function or filter.
    case function(FunctionInfo)
    /// A built-in program: it runs on a thread of the shell, with streams of bytes as a process has.
    case program(ProgramRegistration)
    /// A script file, by its host path.
    case script(path: String)
    /// An executable file, by its host path.
    case application(path: String)

    /// The command's name; of a file its last path component.
    public var name: String {
        switch self {
        case .cmdlet(let registration): registration.name
        case .function(let function): function.name
        case .program(let registration): registration.name
        case .script(let path), .application(let path): path.split(separator: "/").last.map(String.init) ?? path
        }
    }
}

/// A function or filter (System.Management.Automation.FunctionInfo).
public final class FunctionInfo {
    /// The name as it was defined.
    public let name: String
    /// The body.
    public let block: ScriptBlock
    /// Whether it is a filter: its body is a process block.
    public let isFilter: Bool
    /// The options of Set-Item on the function drive, such as ReadOnly.
    public var options: ScopedItemOptions
    /// The description of Set-Item.
    public var description: String
    /// The module that defined the function; nil for functions of the shell and of scripts.
    public var module: ModuleInfo? { block.session?.module }

    /// The same function under another name.
    func named(_ name: String) -> FunctionInfo {
        name == self.name
            ? self : FunctionInfo(name: name, block: block, isFilter: isFilter, options: options, description: description)
    }

    /// Makes a function.
    public init(
        name: String, block: ScriptBlock, isFilter: Bool = false, options: ScopedItemOptions = [], description: String = ""
    ) {
        self.name = name
        self.block = block
        self.isFilter = isFilter
        self.options = options
        self.description = description
    }
}

/// An alias (System.Management.Automation.AliasInfo).
public struct AliasInfo: Sendable {
    /// The alias's name.
    public var name: String
    /// The name of the command it stands for.
    public var definition: String
    /// The description of New-Alias.
    public var description: String
    /// The options of New-Alias, such as ReadOnly.
    public var options: ScopedItemOptions
    /// The module that exports the alias; empty where none does.
    var moduleName = ""

    /// The same alias under another name.
    func named(_ name: String) -> AliasInfo {
        var renamed = self
        renamed.name = name
        return renamed
    }

    /// Makes an alias.
    public init(name: String, definition: String, description: String = "", options: ScopedItemOptions = []) {
        self.name = name
        self.definition = definition
        self.description = description
        self.options = options
    }
}
