import CmdletKit
import Interpreter
import SourceText
import Syntax
import Values

/// Names of parameters.
extension WordCompletion {
    /// Completes a parameter's name, or the value in `-Name:value`.
    func parameters(_ parameter: CommandParameter, _ command: CommandSyntax, _ path: [SyntaxIndex.Node]) -> CompletionResult {
        let start = Int(parameter.span.start)
        let written = text.text(from: start)
        guard let name = command.constantName else { return .none }
        // `-Name:` with the cursor behind the colon.
        if let colon = written.firstIndex(of: ":") {
            let value = String(written[written.index(after: colon)...])
            let word = CompletionWord(text: value, start: text.cursor - value.utf8.count, quote: nil)
            guard let signature = inference.signature(name),
                let match = ArgumentBinding.parameter(String(written[..<colon].dropFirst()), signature)
            else { return .none }
            let found = values(of: match, word, command, ArgumentBinding(command, signature, text), path)
            return result(word.start, found.isEmpty ? fileValues(of: [match], word) : found)
        }
        let word = CompletionWord(text: String(written.dropFirst()), start: start, quote: nil)
        guard let signature = inference.signature(name).map({ extended($0, command) }) else {
            return nativeArguments(command, CompletionWord(text: written, start: start, quote: nil))
        }
        return result(start, parameterNames(signature, word, command))
    }

    private func parameterNames(_ signature: CommandSignature, _ word: CompletionWord, _ command: CommandSyntax) -> [Candidate] {
        let common = signature.isAdvanced ? ArgumentBinding.common(signature) : []
        // Parameters that were given before are left out.
        let given = Set(
            command.elements.compactMap { element -> String? in
                guard case .parameter(let parameter) = element, !text.holdsCursor(parameter.span),
                    Int(parameter.span.end) <= text.cursor
                else { return nil }
                return ArgumentBinding.parameter(parameter.name, signature)?.name.lowercased()
            })
        let free = (signature.parameters.filter { !$0.isHidden } + common).filter { !given.contains($0.name.lowercased()) }
        var found = free.filter { word.matches($0.name) }.map {
            Candidate("-" + $0.name, label: $0.name, detail: describe($0), kind: .parameterName)
        }
        for parameter in free where !word.matches(parameter.name) {
            found += parameter.aliases.filter { !word.text.isEmpty && word.matches($0) }.map {
                Candidate("-" + $0, label: $0, detail: describe(parameter), kind: .parameterName)
            }
        }
        return found
    }

    /// A description: `[string] Activity - the parameter's help`.
    private func describe(_ parameter: ParameterInfo) -> String {
        let type =
            parameter.isSwitch ? "switch" : parameter.typeName.split(separator: ".").last.map(String.init) ?? parameter.typeName
        let shown = inference.type(ofParameter: parameter.typeName).flatMap { TypeTable.accelerator(of: $0) } ?? type
        return "[\(shown)] \(parameter.name)" + (parameter.help.isEmpty ? "" : " - " + parameter.help)
    }

    /// The signature with the parameters of a function's dynamicparam block.
    private func extended(_ signature: CommandSignature, _ command: CommandSyntax) -> CommandSignature {
        guard let name = command.constantName, inference.definedFunction(name) == nil,
            case .function(let function)? = engine.findCommand(name), function.block.syntax.dynamicParamBlock != nil
        else { return signature }
        return (try? engine.withDynamicParameters(of: function, signature)) ?? signature
    }
}

extension Engine {
    /// A function's signature with the parameters that its dynamicparam block adds where no argument is bound.
    ///
    /// The block runs for this: it is the function's own way to declare parameters, and PowerShell runs it for completion as well.
    /// - Throws: what the block throws.
    func withDynamicParameters(of function: FunctionInfo, _ signature: CommandSignature) throws -> CommandSignature {
        let code = try function.block.code()
        guard let block = code.dynamicParameters else { return signature }
        let scope = Scope(layout: code.layout, below: function.block.parentScope(from: current))
        let frame = Frame(
            engine: self, scope: scope, file: function.block.syntax.file, output: NullSink(), streams: Streams())
        return try DynamicParameters(block, in: frame).extending(signature)
    }
}
