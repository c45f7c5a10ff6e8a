import CmdletKit
import SourceText
import Syntax
import Values

/// Reads .psd1 files, which hold one hashtable of constants (about_Data_Files). No code of them runs, except for commands that the
/// caller allows.
public enum DataFile {
    /// The hashtable of a file.
    /// - Parameter commands: the names of commands that may produce the hashtable; their arguments have to be constants.
    /// - Throws: `ValueError` where the file cannot be read or is no constant hashtable; `TerminatingError` for parse errors.
    public static func read(_ path: String, commands: [String] = [], _ engine: Engine) throws -> HashtableObject {
        let text = try engine.fileSystem.readText(path)
        let file = SourceFile(path: engine.fileSystem.hostPath(path), text: text)
        let syntax = try ParsedScript.parse(file)
        if isCommand(syntax, of: commands) {
            let frame = engine.topFrame(file, output: NullSink())
            let made = try engine.invoke(ScriptBlock(syntax), in: frame)
            if made.count == 1, let table = made[0].asObject(HashtableObject.self) { return table }
        }
        guard let block = syntax.endBlock, block.statements.count == 1, block.traps.isEmpty, syntax.parameters == nil,
            case .pipeline(let pipeline) = block.statements[0], pipeline.elements.count == 1,
            case .expression(let expression, let redirections) = pipeline.elements[0], redirections.isEmpty,
            case .hashtable = expression, isConstant(expression)
        else {
            throw ValueError(
                "The data file '\(path)' could not be loaded: it must hold one hashtable of constants.",
                id: "CouldNotParseAsPowerShellDataFile", exception: "System.InvalidOperationException", category: "InvalidData")
        }
        let layout = ScopeLayout()
        let scope = Scope(layout: layout, below: engine.global)
        let evaluate = Compiler(layout: layout, file: file).expression(expression)
        scope.reserve()
        let frame = Frame(engine: engine, scope: scope, file: file, output: NullSink(), streams: Streams())
        guard let table = try evaluate(frame).asObject(HashtableObject.self) else {
            throw ValueError("The data file '\(path)' holds no hashtable.", id: "InvalidOperation", category: "InvalidData")
        }
        return table
    }

    /// Whether the file is a call of one of the commands with constant arguments.
    private static func isCommand(_ syntax: ScriptBlockSyntax, of commands: [String]) -> Bool {
        guard let block = syntax.endBlock, block.statements.count == 1, block.traps.isEmpty, syntax.parameters == nil,
            case .pipeline(let pipeline) = block.statements[0], pipeline.elements.count == 1,
            case .command(let command) = pipeline.elements[0], command.invocation == .none, command.redirections.isEmpty,
            case .string(let name) = command.name, commands.contains(where: { $0.equalsIgnoringCase(name.value) })
        else { return false }
        return command.elements.allSatisfy { element in
            switch element {
            case .parameter(let parameter): parameter.argument.map { isConstant($0) } ?? true
            case .argument(let argument): isConstant(argument)
            case .endOfParameters, .verbatim: false
            }
        }
    }

    /// Whether evaluating an expression runs no code and reads only constants, environment variables and a few automatic variables.
    private static func isConstant(_ expression: Expression) -> Bool {
        switch expression {
        case .number, .string, .type: return true
        case .variable(let node):
            return [
                "true", "false", "null", "psculture", "psuiculture", "psscriptroot", "psedition", "ishost", "islinux", "iswindows",
            ].contains(
                node.name.lowercased()) || node.scope?.lowercased() == "env"
        case .expandableString(let node):
            return node.parts.allSatisfy { if case .expression(let inner) = $0 { isConstant(inner) } else { true } }
        case .unary(let node): return isConstant(node.operand)
        case .binary(let node): return isConstant(node.first) && node.terms.allSatisfy { isConstant($0.operand) }
        case .array(let node): return node.elements.allSatisfy { isConstant($0) }
        case .arraySubexpression(let node), .subexpression(let node): return node.body.statements.allSatisfy { isConstant($0) }
        case .paren(let node): return isConstant(node.statement)
        case .hashtable(let node): return node.entries.allSatisfy { isConstant($0.key) && isConstant($0.value) }
        case .convert(let node): return isConstant(node.operand)
        case .ternary(let node): return isConstant(node.condition) && isConstant(node.whenTrue) && isConstant(node.whenFalse)
        case .scriptBlock: return true
        case .attributed, .member, .call, .index, .error: return false
        }
    }

    private static func isConstant(_ statement: Statement) -> Bool {
        switch statement {
        case .pipeline(let pipeline):
            return pipeline.elements.allSatisfy { element in
                if case .expression(let inner, let redirections) = element {
                    isConstant(inner) && redirections.isEmpty
                } else {
                    false
                }
            }
        case .if(let node):
            return node.clauses.allSatisfy { isConstant($0.condition) && $0.body.statements.allSatisfy { isConstant($0) } }
                && (node.elseBlock?.statements.allSatisfy { isConstant($0) } ?? true)
        default: return false
        }
    }
}
