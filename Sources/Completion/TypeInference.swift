import CmdletKit
import Interpreter
import SourceText
import Syntax
import Values

/// Infers the values of expressions from the text and the session's variables. It runs no commands and no getters of scripts.
struct TypeInference {
    let engine: Engine
    let text: CompletionText
    /// The depth of recursion, which ends cycles such as `$a = $b; $b = $a`.
    private let depth: Int
    private static let deepest = 24

    init(_ engine: Engine, _ text: CompletionText, depth: Int = 0) {
        self.engine = engine
        self.text = text
        self.depth = depth
    }

    private var deeper: TypeInference? {
        depth < Self.deepest ? TypeInference(engine, text, depth: depth + 1) : nil
    }

    // MARK: Expressions

    /// What is known of an expression's value; empty where nothing is.
    func shapes(of expression: Expression) -> [Shape] {
        guard let next = deeper else { return [] }
        switch expression {
        case .number(let node): return [.value(Compiler.value(of: node.value))]
        case .string(let node): return [.value(.string(node.value))]
        case .expandableString: return [.type(.string)]
        case .variable(let node): return next.shapes(ofVariable: node)
        case .type(let node): return shape(ofType: node).map { [.statics($0)] } ?? []
        case .convert(let node):
            if let made = shape(ofTable: node) { return [made] }
            return shape(ofType: node.type).map { [$0] } ?? next.shapes(of: node.operand)
        case .attributed(let node): return next.shapes(of: node.operand)
        case .unary(let node): return next.shapes(ofUnary: node)
        case .binary(let node): return next.shapes(ofBinary: node)
        case .ternary(let node): return next.shapes(of: node.whenTrue) + next.shapes(of: node.whenFalse)
        case .array(let node): return [.elements(node.elements.map { next.shapes(of: $0) })]
        case .arraySubexpression(let node):
            let last = node.body.statements.last.map { next.shapes(of: $0) } ?? []
            if case .elements? = last.first { return last }
            return [.elements(last.isEmpty ? [] : [next.elements(of: last)])]
        case .subexpression(let node): return node.body.statements.last.map { next.shapes(of: $0) } ?? []
        case .paren(let node): return next.shapes(of: node.statement)
        case .hashtable(let node): return [.table(node)]
        case .scriptBlock: return [.type(ScriptBlock.objectType)]
        case .member(let node): return next.result(of: node.target, node.member, isStatic: node.isStatic, isCall: false)
        case .call(let node): return next.result(of: node.target, node.member, isStatic: node.isStatic, isCall: true)
        case .index(let node): return next.shapes(ofElement: node)
        case .error: return []
        }
    }

    /// The shape of a hashtable literal that is cast to a type with the hashtable's keys as members; nil for other casts.
    private func shape(ofTable node: ConvertExpression) -> Shape? {
        guard case .hashtable(let table) = node.operand, let type = type(TypeNames.text(node.type)) else { return nil }
        if type === ObjectType.psObject || type === ObjectType.customObject { return .record(table) }
        return type === ObjectType.orderedDictionary || type === ObjectType.hashtable ? .table(table) : nil
    }

    private func shapes(ofUnary node: UnaryExpression) -> [Shape] {
        switch node.operator {
        case .not: return [.type(.boolean)]
        case .join: return [.type(.string)]
        case .split, .caseSensitiveSplit: return [.type(.array(of: .string))]
        default:
            let inner = shapes(of: node.operand)
            return inner.isEmpty ? [.type(.int32)] : inner
        }
    }

    private func shapes(ofBinary node: BinaryExpression) -> [Shape] {
        guard let kind = node.terms.last?.operator.kind else { return shapes(of: node.first) }
        switch kind {
        case .format, .join, .replace: return [.type(.string)]
        case .split: return [.type(.array(of: .string))]
        case .range: return [.type(.array(of: .int32))]
        case .is, .isNot, .and, .or, .xor, .contains, .notContains, .in, .notIn: return [.type(.boolean)]
        case .as:
            guard case .type(let type)? = node.terms.last?.operand else { return [] }
            return shape(ofType: type).map { [$0] } ?? []
        case .coalesce: return shapes(of: node.first)
        case .add, .subtract, .multiply, .divide, .remainder, .bitwiseAnd, .bitwiseOr, .bitwiseXor, .shiftLeft, .shiftRight:
            return shapes(of: node.first).map { shape in shape.type.map { .type($0) } ?? shape }
        default: return [.type(.boolean)]
        }
    }

    private func shapes(ofElement node: IndexExpression) -> [Shape] {
        let target = shapes(of: node.target)
        if case .elements(let elements)? = target.first, let place = constantInteger(node.index) {
            let wanted = place < 0 ? elements.count + place : place
            return elements.indices.contains(wanted) ? elements[wanted] : []
        }
        return elements(of: target)
    }

    private func constantInteger(_ expression: Expression) -> Int? {
        ConstantExpression.values(expression).first.flatMap { try? Conversion.int32($0) }.map { Int($0) }
    }

    /// What a pipeline gets when it enumerates the values.
    func elements(of shapes: [Shape]) -> [Shape] {
        shapes.flatMap { shape -> [Shape] in
            switch shape {
            case .value(let value):
                guard let elements = value.enumerated else { return [shape] }
                // One element of each type stands for all.
                var seen: Set<String> = []
                return elements.prefix(64).filter { seen.insert($0.typeName).inserted }.map { .value($0) }
            case .elements(let elements): return elements.flatMap { $0 }
            case .type(let type):
                if let element = type.element { return [.type(element)] }
                if type === ObjectType.objectArray { return [] }
                if type.genericArguments.count == 1, let only = type.genericArguments.first { return [.type(only)] }
                return [shape]
            default: return [shape]
            }
        }
    }

    // MARK: Types

    /// The shape of a type as written: one that the text defines takes precedence.
    func shape(ofType syntax: TypeSyntax) -> Shape? {
        if syntax.arrayRanks.isEmpty, syntax.genericArguments.isEmpty, let defined = definition(syntax.name) { return defined }
        return type(TypeNames.text(syntax)).map { .type($0) }
    }

    func type(_ name: String) -> ObjectType? { engine.typesInSight.find(name) ?? engine.types.find("System." + name) }

    /// The type of a parameter, as its declaration names it.
    func type(ofParameter name: String) -> ObjectType? { type(name) ?? TypeTable.ofParameter(name) }

    /// The class or enumeration that the text defines under a name.
    func definition(_ name: String) -> Shape? {
        for node in text.index.nodes {
            guard case .statement(let statement) = node.content else { continue }
            if case .class(let definition) = statement, definition.name.equalsIgnoringCase(name) { return .scriptClass(definition) }
            if case .enum(let definition) = statement, definition.name.equalsIgnoringCase(name) { return .scriptEnum(definition) }
        }
        return nil
    }

    /// The shape of a type's name.
    func shape(named name: String) -> Shape? { definition(name) ?? type(name).map { .type($0) } }

    // MARK: Statements

    /// What is known of a statement's output.
    func shapes(of statement: Statement) -> [Shape] {
        guard let next = deeper else { return [] }
        switch statement {
        case .pipeline(let pipeline): return next.output(of: pipeline.elements[...])
        case .chain(let chain): return next.output(of: chain.first.elements[...])
        case .assignment(let node): return next.shapes(of: node.value)
        case .if(let node): return node.clauses.flatMap { $0.body.statements.last.map { next.shapes(of: $0) } ?? [] }
        default: return []
        }
    }

    /// The output of the last of a pipeline's elements; an expression's value is not enumerated.
    func output(of elements: ArraySlice<PipelineElement>) -> [Shape] {
        guard let last = elements.last else { return [] }
        switch last {
        case .expression(let expression, _): return shapes(of: expression)
        case .command(let command): return deeper?.output(of: command, behind: elements.dropLast()) ?? []
        }
    }

    private func output(of command: CommandSyntax, behind: ArraySlice<PipelineElement>) -> [Shape] {
        guard let name = command.constantName else { return [] }
        let found = engine.findCommand(name)
        switch (found?.name ?? name).lowercased() {
        case "where-object", "sort-object", "tee-object", "get-unique": return objects(behind)
        case "select-object":
            let binding = ArgumentBinding(command, signature(name), text)
            return binding.value(of: "Property") == nil && binding.value(of: "ExpandProperty") == nil ? objects(behind) : []
        case "foreach-object": return objectsOfForEach(command, behind)
        case "write-output":
            return command.arguments.flatMap { elements(of: shapes(of: $0)) }
        case "new-object":
            let named = ArgumentBinding(command, signature(name), text).value(of: "TypeName")
            return named.flatMap { ConstantExpression.values($0).first?.text }.flatMap { shape(named: $0) }.map { [$0] } ?? []
        default: break
        }
        if let function = definedFunction(name) { return outputTypes(function.body) }
        if case .function(let function)? = found { return outputTypes(function.block.syntax) }
        return (signature(name)?.outputs ?? []).compactMap { type($0) }.map { .type($0) }
    }

    /// The objects that the next element of a pipeline gets.
    func objects(_ elements: ArraySlice<PipelineElement>) -> [Shape] { self.elements(of: output(of: elements)) }

    private func objectsOfForEach(_ command: CommandSyntax, _ behind: ArraySlice<PipelineElement>) -> [Shape] {
        guard let first = command.arguments.first else { return [] }
        if case .scriptBlock(let block) = first, let last = block.endBlock?.statements.last { return shapes(of: last) }
        guard case .string(let member) = first else { return [] }
        return members(of: objects(behind)).first { $0.name.equalsIgnoringCase(member.value) }?.result ?? []
    }

    private func outputTypes(_ block: ScriptBlockSyntax) -> [Shape] {
        block.attributes.filter { $0.name.name.lowercased() == "outputtype" }.flatMap(\.positionalArguments).flatMap {
            expression -> [Shape] in
            if case .type(let type) = expression { return shape(ofType: type).map { [$0] } ?? [] }
            return ConstantExpression.values(expression).compactMap(\.text).compactMap { shape(named: $0) }
        }
    }

    /// The function that the text defines under a name.
    func definedFunction(_ name: String) -> FunctionDefinition? {
        for node in text.index.nodes.reversed() {
            if case .statement(.function(let function)) = node.content,
                ScopedName(function.name).name.equalsIgnoringCase(name)
            {
                return function
            }
        }
        return nil
    }

    /// The signature of a command that the text defines or the session has.
    func signature(_ name: String) -> CommandSignature? {
        if let defined = definedFunction(name) {
            let block = ScriptBlock(defined.body)
            guard var signature = try? block.code().signature.signature else { return nil }
            signature.name = name
            return signature
        }
        switch engine.findCommand(name) {
        case .cmdlet(let registration): return registration.signature
        case .function(let function): return engine.signature(of: function)
        case .script(let path):
            guard let content = try? engine.fileSystem.readText(path), let block = try? ScriptBlock.parse(content, path: path)
            else { return nil }
            return try? block.code().signature.signature
        default: return nil
        }
    }
}

extension CommandSyntax {
    /// The name, where it is a constant.
    var constantName: String? {
        if case .string(let name) = name { return name.value }
        return nil
    }

    /// The arguments, parameter names left out; those that follow a parameter name are included.
    var arguments: [Expression] {
        elements.compactMap { if case .argument(let argument) = $0 { argument } else { nil } }
    }
}
