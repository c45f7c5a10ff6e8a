import CmdletKit
import Values

/// What a command name stands for.
public enum Command {
    case cmdlet(CmdletRegistration)
    case function(FunctionInfo)
    /// A program that runs in the shell itself.
    case program(ProgramRegistration)
    /// A script file.
    case script(path: String)
    /// A program of the system.
    case application(path: String)

    public var name: String {
        switch self {
        case .cmdlet(let registration): registration.name
        case .function(let function): function.name
        case .program(let registration): registration.name
        case .script(let path), .application(let path): path.split(separator: "/").last.map(String.init) ?? path
        }
    }
}

/// A function or filter.
public final class FunctionInfo {
    public let name: String
    public let block: ScriptBlock
    public let isFilter: Bool
    public var options: ScopedItemOptions
    public var description: String
    /// The module that it belongs to; nil for the shell's own and a script's functions.
    public var module: ModuleInfo? { block.session?.module }

    /// The same function under another name.
    func named(_ name: String) -> FunctionInfo {
        name == self.name
            ? self : FunctionInfo(name: name, block: block, isFilter: isFilter, options: options, description: description)
    }

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

/// An alias.
public struct AliasInfo: Sendable {
    public var name: String
    public var definition: String
    public var description: String
    public var options: ScopedItemOptions
    /// The module that exports it.
    var moduleName = ""

    func named(_ name: String) -> AliasInfo {
        var renamed = self
        renamed.name = name
        return renamed
    }

    public init(name: String, definition: String, description: String = "", options: ScopedItemOptions = []) {
        self.name = name
        self.definition = definition
        self.description = description
        self.options = options
    }
}
