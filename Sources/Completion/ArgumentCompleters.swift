import CmdletKit
import Interpreter
import SourceText
import Syntax
import Values

/// The script blocks of Register-ArgumentCompleter (about_Functions_Argument_Completion): a service of the engine.
public final class ArgumentCompleters {
    /// By `command:parameter` in lower case; an empty command stands for all commands.
    private var parameters: [String: ScriptBlock] = [:]
    private var programs: [String: ScriptBlock] = [:]
    /// The completer of -NativeFallback, for native commands without one of their own.
    public var fallback: ScriptBlock?

    /// Makes a table without completers.
    public init() {}

    /// Registers the completer of a parameter.
    /// - Parameters:
    ///   - block: nil removes the completer.
    ///   - command: empty for every command that has the parameter.
    public func register(_ block: ScriptBlock?, command: String, parameter: String) {
        parameters["\(command):\(parameter)".lowercased()] = block
    }

    /// Registers the completer of a native command (-Native); a nil block removes it.
    public func register(_ block: ScriptBlock?, program: String) { programs[program.lowercased()] = block }

    func block(command: String, parameter: String) -> ScriptBlock? {
        parameters["\(command):\(parameter)".lowercased()] ?? parameters[":\(parameter)".lowercased()]
    }

    func block(program: String) -> ScriptBlock? {
        let name = program.split(separator: "/").last.map(String.init) ?? program
        return programs[program.lowercased()] ?? programs[name.lowercased()] ?? fallback
    }
}

extension WordCompletion {
    /// The candidates of the completer that was registered for a parameter or declared by its attributes; nil where there is none.
    func registeredValues(
        _ name: String, _ parameter: ParameterInfo, _ word: CompletionWord, _ command: CommandSyntax, _ binding: ArgumentBinding
    ) -> [Candidate]? {
        let registered = engine.service(ArgumentCompleters.self)?.block(command: name, parameter: parameter.name)
        let given = HashtableObject()
        for (bound, value) in binding.bound where bound.name != parameter.name {
            guard let value else {
                given[.string(bound.name)] = .bool(true)
                continue
            }
            let constants = ConstantExpression.values(value)
            given[.string(bound.name)] = constants.count == 1 ? constants.first ?? .null : .array(constants)
        }
        let arguments: [Value] = [
            .string(name), .string(parameter.name), .string(word.text), tree(of: command), .object(given),
        ]
        if let block = registered ?? declaredCompleter(name, parameter) { return run(block, arguments) }
        if let type = declaredClass(name, parameter, "argumentcompleter") {
            return asked { frame in
                let completer = try ScriptedAttribute.make(type, frame)
                return [try MethodInvoker.invoke(completer, "CompleteArgument", arguments, frame)]
            }
        }
        if let type = declaredClass(name, parameter, "validateset") {
            let values = asked { try ScriptedAttribute.values(type, $0).map { .string($0) } }.map(\.text)
            return values.filter { word.matches($0) }.map { word.candidate($0) }
        }
        guard let values = declaredCompletions(name, parameter) else { return nil }
        return values.filter { word.matches($0) }.map { word.candidate($0) }
    }

    /// The candidates of the completer registered for a native command; nil where there is none.
    func registeredNative(_ name: String, _ word: CompletionWord, _ command: CommandSyntax) -> [Candidate]? {
        guard let block = engine.service(ArgumentCompleters.self)?.block(program: name) else { return nil }
        let cursor = Value.integer(text.cursor - Int(command.span.start))
        return run(block, [.string(word.text), tree(of: command), cursor])
    }

    /// The CommandAst that completers get as their third or second argument; the command's text where the text around it does not
    /// parse.
    private func tree(of command: CommandSyntax) -> Value {
        for bytes in [text.whole, text.before + Array(text.open.closing.utf8)] {
            let file = SourceFile(path: text.file.path, text: String(decoding: bytes, as: UTF8.self))
            var found: AstObject?
            AstObject(.scriptBlock(Parser.parse(file).script), in: file, below: nil).search(entersBlocks: true) { node in
                guard case .element(.command) = node.node, node.node.span.start == command.span.start else { return true }
                found = node
                return false
            }
            if let found { return .object(found) }
        }
        return .string(text.written(command.span))
    }

    /// The script block of `[ArgumentCompleter({ … })]` on a function's parameter.
    private func declaredCompleter(_ name: String, _ parameter: ParameterInfo) -> ScriptBlock? {
        for attribute in attributes(name, parameter) where attribute.name.name.lowercased().hasPrefix("argumentcompleter") {
            if case .scriptBlock(let block)? = attribute.positionalArguments.first { return ScriptBlock(block) }
        }
        return nil
    }

    /// The class in `[ArgumentCompleter([Class])]` or `[ValidateSet([Class])]` on a parameter.
    private func declaredClass(_ name: String, _ parameter: ParameterInfo, _ attribute: String) -> TypeSyntax? {
        for found in attributes(name, parameter) where ValidationAttributes.name(found) == attribute {
            if case .type(let type)? = found.positionalArguments.first { return type }
        }
        return nil
    }

    /// The values of `[ArgumentCompletions('a', 'b')]` on a parameter.
    private func declaredCompletions(_ name: String, _ parameter: ParameterInfo) -> [String]? {
        for attribute in attributes(name, parameter) where attribute.name.name.lowercased().hasPrefix("argumentcompletions") {
            return attribute.positionalArguments.flatMap { ConstantExpression.values($0) }.map(\.displayText)
        }
        return nil
    }

    private func attributes(_ name: String, _ parameter: ParameterInfo) -> [AttributeSyntax] {
        var block = inference.definedFunction(name)?.body
        if block == nil, case .function(let function)? = engine.findCommand(name) { block = function.block.syntax }
        return block?.parameters?.first { $0.name.equalsIgnoringCase(parameter.name) }?.attributes ?? []
    }

    /// Runs a completer. Where it fails there are no candidates: the user is in the middle of a line, where an error would be in
    /// the way.
    private func run(_ block: ScriptBlock, _ arguments: [Value]) -> [Candidate] {
        asked { try engine.invoke(block, arguments: arguments, in: $0) }
    }

    /// Runs a closure with its streams dropped, and makes its output candidates.
    private func asked(_ body: (Frame) throws -> [Value]) -> [Candidate] {
        var streams = Streams()
        streams.error = NullSink()
        streams.warning = NullSink()
        streams.verbose = NullSink()
        streams.debug = NullSink()
        streams.information = NullSink()
        let frame = Frame(engine: engine, scope: engine.current, file: text.file, output: NullSink(), streams: streams)
        // A completer that completes its own command takes milliseconds each time.
        let found = engine.quietly { try? engine.nested(weight: 500) { try body(frame) } } ?? []
        return found.flatMap(\.enumeratedOrSelf).map { value in
            CompletionObjects.candidate(value) ?? Candidate(value.displayText, kind: .text)
        }
    }
}
