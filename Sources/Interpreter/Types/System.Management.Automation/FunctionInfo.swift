import CmdletKit
import Values

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

extension CommandObjectTypes {
    /// The type of functions.
    static let function = ObjectType(
        "System.Management.Automation.FunctionInfo", base: base,
        members: [
            block, cmdletBinding, defaultSet, text("HelpFile") { _ in "" },
            .property("Options", "System.Management.Automation.ScopedItemOptions") { value in
                if case .function(let function)? = command(value)?.command { function.options.boxed } else { .null }
            },
        ] + verbAndNoun
            + description { command in
                if case .function(let function)? = command.command { function.description } else { "" }
            })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.FunctionInfo") { CommandObjectTypes.function }
}
