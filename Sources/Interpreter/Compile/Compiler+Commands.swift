import CmdletKit
import SourceText
import Syntax
import Values

/// A command of a pipeline, compiled up to the look-up of its name, which happens when it runs.
///
/// A class, because a call then passes one reference, where a struct's parts would be copied each time.
package final class CompiledCommand {
    let invocation: CommandSyntax.Invocation
    let name: Evaluate
    let arguments: (Frame) throws -> [Argument]
    let redirections: [CompiledRedirection]
    let span: SourceSpan
    let file: SourceFile
    /// The cache of what the name resolved to last; nil where the name is computed.
    let site: CallSite?
    /// The arguments where all are positional, neither parameter names nor splatted; nil otherwise.
    let positional: [Evaluate]?

    /// Makes a command; `name` evaluates to a string, a script block or a command object.
    package init(
        invocation: CommandSyntax.Invocation, name: @escaping Evaluate, arguments: @escaping (Frame) throws -> [Argument],
        redirections: [CompiledRedirection], span: SourceSpan, file: SourceFile, site: CallSite? = nil,
        positional: [Evaluate]? = nil
    ) {
        self.invocation = invocation
        self.name = name
        self.arguments = arguments
        self.redirections = redirections
        self.span = span
        self.file = file
        self.site = site
        self.positional = positional
    }

    /// Whether `DirectCall` may run the command, if its name resolves to a function.
    var mayBeDirect: Bool { site != nil && positional != nil && redirections.isEmpty && invocation == .none }
}

/// A redirection of a command or expression (about_Redirection).
package struct CompiledRedirection {
    enum Target {
        case file(Evaluate, append: Bool)
        case merge(OutputStream)
    }
    let stream: OutputStream
    let target: Target
}

/// Lowers commands, their arguments and redirections.
extension Compiler {
    func command(_ node: CommandSyntax) -> CompiledCommand {
        let arguments = node.elements.map { element($0) }
        return CompiledCommand(
            invocation: node.invocation, name: stopping(node.span, expression(node.name)),
            arguments: { frame in
                var list: [Argument] = []
                list.reserveCapacity(arguments.count)
                for argument in arguments { try argument(frame, &list) }
                return list
            }, redirections: redirections(node.redirections), span: node.span, file: file, site: callSite(node),
            positional: positional(node))
    }

    private func callSite(_ node: CommandSyntax) -> CallSite? {
        // In a script with breakpoints each command takes the slow path, which checks them.
        if watch == nil, case .string(let name) = node.name { return CallSite(name.value) }
        return nil
    }

    /// The arguments where all are positional; nil where one is a parameter or splatted.
    private func positional(_ node: CommandSyntax) -> [Evaluate]? {
        var values: [Evaluate] = []
        for element in node.elements {
            guard case .argument(let expression) = element else { return nil }
            if case .variable(let variable) = expression, variable.isSplatted { return nil }
            // A number written other than it prints (`007`) binds to a string parameter as it is written, which only the binder can
            // tell.
            if case .number(let number) = expression, Self.value(of: number.value).displayText != number.text { return nil }
            values.append(self.expression(expression))
        }
        return values
    }

    func redirections(_ nodes: [Redirection]) -> [CompiledRedirection] {
        nodes.map { node in
            switch node.target {
            case .file(let path, let append):
                CompiledRedirection(stream: node.stream, target: .file(expression(path), append: append))
            case .merge(let into): CompiledRedirection(stream: node.stream, target: .merge(into))
            }
        }
    }

    private func element(_ element: CommandElement) -> (Frame, inout [Argument]) throws -> Void {
        switch element {
        case .endOfParameters: return { _, list in list.append(.endOfParameters) }
        case .verbatim(let node): return { _, list in list.append(.verbatim(node.text)) }
        case .parameter(let node):
            let value = node.argument.map { expression($0) }
            return { frame, list in
                list.append(.parameter(name: node.name, text: node.text, value: try value?(frame)))
            }
        case .argument(let node): return argument(node)
        }
    }

    /// An argument with what the binder and native programs need of its spelling: a number's text, and whether a string was written
    /// without quotes.
    private func argument(_ node: Expression) -> (Frame, inout [Argument]) throws -> Void {
        if case .variable(let variable) = node, variable.isSplatted { return splat(variable) }
        let value = expression(node)
        switch node {
        case .number(let number):
            return { frame, list in list.append(.value(try value(frame), text: number.text, isBare: true)) }
        case .string(let string):
            let isBare = string.kind == .bare
            return { frame, list in list.append(.value(try value(frame), text: nil, isBare: isBare)) }
        case .expandableString(let string):
            let isBare = string.kind == .bare
            return { frame, list in list.append(.value(try value(frame), text: nil, isBare: isBare)) }
        default:
            return { frame, list in list.append(.value(try value(frame), text: nil, isBare: true)) }
        }
    }

    /// Splatting, `@name`: a hashtable gives named arguments, an array positional ones (about_Splatting).
    private func splat(_ node: VariableReference) -> (Frame, inout [Argument]) throws -> Void {
        let read = variable(node)
        return { frame, list in
            let value = try read(frame)
            if let table = value.asObject(HashtableObject.self) {
                for pair in table.pairs { list.append(.splatted(name: pair.key.displayText, value: pair.value)) }
                return
            }
            for element in value.enumeratedOrSelf {
                // A parameter name that `$args` collected is a parameter name again: its string carries this note property, as
                // PowerShell's does.
                if let text = element.text, element.reference?.attached?["<CommandParameterName>"] != nil {
                    list.append(.parameter(name: String(text.dropFirst()).trimmingSuffixColon(), text: text, value: nil))
                } else {
                    list.append(.value(element))
                }
            }
        }
    }
}

extension String {
    func trimmingSuffixColon() -> String { hasSuffix(":") ? String(dropLast()) : self }
}
