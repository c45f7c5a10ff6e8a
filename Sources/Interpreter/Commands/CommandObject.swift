import CmdletKit
import SourceText
import Syntax
import Values

/// System.Management.Automation.CommandInfo and its derived types: a command as an object.
public final class CommandObject: Object {
    /// The command that would run; nil for an alias whose target does not exist.
    public let command: Command?
    /// The alias, where the object is an AliasInfo.
    public let alias: AliasInfo?
    private let link: EngineLink?

    /// Makes the object of a command.
    /// - Parameter engine: reads script files and compiles functions for the members that need them; without it those members are
    ///   empty.
    public init(_ command: Command, engine: Engine? = nil) {
        self.command = command
        alias = nil
        link = engine?.link
        super.init()
    }

    /// Makes the object of an alias.
    /// - Parameter engine: resolves the alias; nil: its target stays unresolved.
    public init(alias: AliasInfo, engine: Engine? = nil) {
        command = engine?.findCommand(alias.definition)
        self.alias = alias
        link = engine?.link
        super.init()
    }

    public override var type: ObjectType { CommandObjectTypes.type(kind) }
    public override var stringForm: String? {
        if alias == nil, case .application(let path)? = command { return path.split(separator: "/").last.map(String.init) }
        return name
    }

    /// The command's name; of an alias its own, not its target's.
    public var name: String { alias?.name ?? command?.name ?? "" }
    /// The name without a script's folder.
    var leafName: String { name.split(separator: "/").last.map(String.init) ?? name }

    /// The name of the object's CommandTypes value, such as `ExternalScript`.
    public var kind: String {
        if alias != nil { return "Alias" }
        switch command {
        case .cmdlet, .program: return "Cmdlet"
        case .function(let function): return function.isFilter ? "Filter" : "Function"
        case .script: return "ExternalScript"
        case .application, nil: return "Application"
        }
    }

    /// The parameters, for which a function's param block is compiled; nil for native programs, and where compilation fails.
    public var signature: CommandSignature? {
        switch command {
        case .cmdlet(let registration): return registration.signature
        case .program(let registration): return registration.signature
        case .function(let function):
            return link?.engine?.signature(of: function) ?? (try? function.block.code().signature.signature)
        case .script:
            guard var signature = try? block?.code().signature.signature else { return nil }
            signature.name = name
            return signature
        case .application, nil: return nil
        }
    }

    /// The ValidateScript blocks of a function's or script's parameters, by index of the parameter.
    var validationScripts: [Int: [ScriptBlock]] {
        ((try? block?.code().signature.scripted) ?? [:]).mapValues { attributes in
            attributes.compactMap { if case .script(let block, _) = $0 { block } else { nil } }
        }
    }

    /// The comment-based help of a function or script.
    public var comments: CommentHelp? { block?.syntax.help }
    /// The attributes of a parameter other than those the binder reads.
    func furtherAttributes(_ place: Int) -> [Value] {
        guard let parameters = block?.syntax.parameters, parameters.indices.contains(place) else { return [] }
        return ParameterAttributeTypes.further(parameters[place])
    }

    /// The comment lines directly above a parameter of a function or script (about_Comment_Based_Help); nil where there are none.
    public func comment(before parameter: String) -> String? {
        guard let syntax = block?.syntax, let node = syntax.parameters?.first(where: { $0.name.equalsIgnoringCase(parameter) })
        else {
            return nil
        }
        var lines: [String] = []
        var number = syntax.file.position(of: node.span.start).line - 1
        while number > 0 {
            let line = syntax.file.line(number).trimmingSpaces()
            guard line.hasPrefix("#") else { break }
            lines.insert(String(line.drop { $0 == "#" }).trimmingSpaces(), at: 0)
            number -= 1
        }
        return lines.isEmpty ? nil : lines.joined(separator: "\n")
    }
    /// The module that the command comes from; empty where there is none, a path for files.
    public var moduleName: String { source }

    /// The block of a function or script; nil for others, and where a script cannot be read or parsed.
    var block: ScriptBlock? {
        switch command {
        case .function(let function): return function.block
        case .script(let path):
            guard let engine = link?.engine, let text = try? engine.fileSystem.readText(engine.fileSystem.display(path)) else {
                return nil
            }
            return try? ScriptBlock.parse(text, path: path)
        default: return nil
        }
    }

    /// An alias's target, a function's body, a cmdlet's syntax, a file's path.
    public var definition: String {
        if let alias { return alias.definition }
        switch command {
        case .cmdlet(let registration): return CommandSyntaxText.text(registration.signature)
        case .program(let registration): return CommandSyntaxText.text(registration.signature)
        case .function(let function): return function.block.stringForm ?? ""
        case .script(let path), .application(let path): return path
        case nil: return ""
        }
    }

    var source: String {
        switch command {
        case _ where alias != nil: return alias?.moduleName ?? ""
        case .cmdlet(let registration): return registration.module
        case .program(let registration): return registration.module
        case .function(let function): return function.module?.name ?? ""
        case .script(let path), .application(let path): return path
        case nil: return ""
        }
    }

    /// The command that an alias resolves to; nil for other objects.
    public var resolved: CommandObject? { alias == nil ? nil : command.map { CommandObject($0, engine: link?.engine) } }

    /// The module that a function comes from.
    var module: ModuleInfo? {
        if case .function(let function)? = command { return function.module }
        return nil
    }
}
