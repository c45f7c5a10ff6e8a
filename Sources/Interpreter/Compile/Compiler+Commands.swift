import CmdletKit
import SourceText
import Syntax
import Values

/// A command of a pipeline, ready to be looked up and started.
/// A class: a call is one reference, where its parts would be copied each time.
package final class CompiledCommand {
    let invocation: CommandSyntax.Invocation
    let name: Evaluate
    let arguments: (Frame) throws -> [Argument]
    let redirections: [CompiledRedirection]
    let span: SourceSpan
    let file: SourceFile
    /// What the command's name stood for last, where the name is written out.
    let site: CallSite?
    /// The arguments where all are plain values in order: neither names nor splats.
    let positional: [Evaluate]?

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

    /// Whether a call of it by name may run at once, where the name stands for a function.
    var mayBeDirect: Bool { site != nil && positional != nil && redirections.isEmpty && invocation == .none }
}

package struct CompiledRedirection {
    enum Target {
        case file(Evaluate, append: Bool)
        case merge(OutputStream)
    }
    let stream: OutputStream
    let target: Target
}

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
        // A watched command goes the long way, on which its breakpoints are.
        if watch == nil, case .string(let name) = node.name { return CallSite(name.value) }
        return nil
    }

    private func positional(_ node: CommandSyntax) -> [Evaluate]? {
        var values: [Evaluate] = []
        for element in node.elements {
            guard case .argument(let expression) = element else { return nil }
            if case .variable(let variable) = expression, variable.isSplatted { return nil }
            // A number that is written otherwise than it prints is its text to a string parameter (`007`): the binder knows which.
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

    /// `@name`: a hashtable gives named arguments, an array positional ones.
    private func splat(_ node: VariableReference) -> (Frame, inout [Argument]) throws -> Void {
        let read = variable(node)
        return { frame, list in
            let value = try read(frame)
            if let table = value.asObject(HashtableObject.self) {
                for pair in table.pairs { list.append(.splatted(name: pair.key.displayText, value: pair.value)) }
                return
            }
            for element in value.enumeratedOrSelf {
                // What a function got as -Name in $args is a parameter name again.
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
