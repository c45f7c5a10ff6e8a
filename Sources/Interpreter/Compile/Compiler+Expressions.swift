import CmdletKit
import SourceText
import Syntax
import Values

/// Lowers expressions.
extension Compiler {
    func expression(_ expression: Expression) -> Evaluate {
        switch expression {
        case .number(let node):
            let value = Self.value(of: node.value)
            return { _ in value }
        case .string(let node):
            // One object for all runs. `appendInPlace` never mutates it, because this closure holds a reference to it.
            let object = StringObject(node.value)
            return { _ in .string(object) }
        case .expandableString(let node): return expandable(node)
        case .variable(let node): return variable(node)
        case .type(let node): return typeLiteral(node)
        case .convert(let node): return convert(node)
        case .attributed(let node): return self.expression(node.operand)
        case .unary(let node): return unary(node)
        case .binary(let node): return binary(node)
        case .ternary(let node):
            let condition = test(node.condition)
            let whenTrue = self.expression(node.whenTrue)
            let whenFalse = self.expression(node.whenFalse)
            return { try condition($0) ? try whenTrue($0) : try whenFalse($0) }
        case .array(let node): return array(node)
        case .arraySubexpression(let node): return arraySubexpression(node)
        case .subexpression(let node): return subexpression(node)
        case .paren(let node): return value(of: node.statement)
        case .hashtable(let node): return hashtable(node, ordered: false)
        case .scriptBlock(let node):
            let code = BlockCode(node)
            return { frame in .object(ScriptBlock(code, session: frame.scope.session)) }
        case .member(let node): return member(node)
        case .call(let node): return call(node)
        case .index(let node): return index(node)
        case .error:
            return { _ in throw ValueError("The expression did not parse.", id: "ParseError", category: "ParserError") }
        }
    }

    /// The value of a number literal, in the type that its size and suffix give it.
    package static func value(of literal: NumberLiteral) -> Value {
        switch literal {
        case .int8(let number): .fixed(.int8(number))
        case .uint8(let number): .fixed(.uint8(number))
        case .int16(let number): .fixed(.int16(number))
        case .uint16(let number): .fixed(.uint16(number))
        case .int32(let number): .int(number)
        case .uint32(let number): .fixed(.uint32(number))
        case .int64(let number): .long(number)
        case .uint64(let number): .fixed(.uint64(number))
        case .double(let number): .double(number)
        case .decimal(let number):
            .decimal(DecimalNumber(isNegative: number.isNegative, magnitude: number.magnitude, scale: number.scale))
        case .bigInteger(let number): (try? .big(.from(words: number.words, isNegative: number.isNegative))) ?? .null
        }
    }

    /// A condition. Comparisons and -not decide it without a `Value` in between.
    func test(_ expression: Expression) -> Test {
        if case .binary(let node) = expression, node.terms.count == 1, let comparison = comparisonTest(node) { return comparison }
        if case .unary(let node) = expression, node.operator == .not {
            let inner = test(node.operand)
            return { try !inner($0) }
        }
        let value = self.expression(expression)
        return { Conversion.bool(try value($0)) }
    }

    func test(_ statement: Statement) -> Test {
        if case .pipeline(let node) = statement, let plain = plainExpression(node) {
            guard watch != nil else { return test(plain) }
            let value = stopping(plain.span, expression(plain))
            return { Conversion.bool(try value($0)) }
        }
        let value = value(of: statement)
        return { Conversion.bool(try value($0)) }
    }

    /// The expression of a pipeline that consists of a single expression without redirections; nil for others.
    func plainExpression(_ pipeline: Pipeline) -> Expression? {
        guard pipeline.elements.count == 1, !pipeline.isBackground,
            case .expression(let expression, let redirections) = pipeline.elements[0],
            redirections.isEmpty
        else { return nil }
        return expression
    }

    /// The value of a statement inside an expression: that of its expression, or else its output.
    func value(of statement: Statement) -> Evaluate {
        switch statement {
        case .pipeline(let node):
            if let plain = plainExpression(node) { return stopping(plain.span, expression(plain)) }
            return gathering(pipeline(node))
        case .assignment(let node): return assignment(node)
        default: return gathering(self.statement(statement))
        }
    }

    /// The value of code inside an expression.
    func gathering(_ run: @escaping Execute) -> Evaluate { { .collapsing(try Self.gathered(run, $0)) } }

    /// The output of code inside an expression. Where the code leaves the block, what it wrote by then goes where the block itself writes.
    @inline(__always) private static func gathered(_ run: Execute, _ frame: Frame) throws -> [Value] {
        let collector = Collector()
        let output = frame.output
        frame.output = collector
        defer { frame.output = output }
        var way: EarlyExit
        do {
            let outcome = try run(frame)
            if outcome == .normal || outcome == .enough { return collector.values }
            way = EarlyExit(outcome: outcome, label: frame.jumpLabel)
        } catch let exit as EarlyExit {
            way = exit
        }
        if try output.write(all: collector.values) == .enough { way = EarlyExit(outcome: .enough) }
        throw way
    }

    private func expandable(_ node: ExpandableString) -> Evaluate {
        enum Part {
            case text(String)
            case value(Evaluate)
        }
        let parts: [Part] = node.parts.map { part in
            switch part {
            case .text(let text): .text(text)
            case .expression(let inner): .value(expression(inner))
            }
        }
        let ofs = layout.slotOrNew("OFS")
        return { frame in
            var text = ""
            for part in parts {
                switch part {
                case .text(let literal): text += literal
                case .value(let evaluate):
                    let value = try evaluate(frame)
                    switch value {
                    case .string(let object): text += object.value
                    case .array, .object:
                        text += value.displayText(separator: Self.separator(frame, ofs))
                        value.asObject(EnumeratorObject.self)?.exhaust()
                        // A ToString that calls itself has no text: what is written here is the class's name.
                        try frame.engine.checkStop()
                    default: text += value.displayText
                    }
                }
            }
            return .string(text)
        }
    }

    /// The separator of array elements in strings: `$OFS`, else a space.
    static func separator(_ frame: Frame, _ slot: Int) -> String {
        let own = frame.scope.slots[slot]
        if case .unset = own { return frame.scope.parent?.value("OFS")?.displayText ?? " " }
        return own.displayText
    }

    private func array(_ node: ArrayLiteral) -> Evaluate {
        let elements = node.elements.map { expression($0) }
        return { frame in
            var values: [Value] = []
            values.reserveCapacity(elements.count)
            for element in elements {
                let value = try element(frame)
                // AutomationNull (`.nothing`) stays in the array: a pipeline skips such an element.
                if case .unset = value { values.append(.null) } else { values.append(value) }
            }
            return .array(values)
        }
    }

    /// `@(…)`: an array of the output, a copy where the output is a single array.
    private func arraySubexpression(_ node: Subexpression) -> Evaluate {
        if node.body.statements.count == 1, node.body.traps.isEmpty, case .pipeline(let pipeline) = node.body.statements[0],
            let plain = plainExpression(pipeline)
        {
            let value = expression(plain)
            return { frame in
                let result = try value(frame)
                if case .array(let array) = result { return .array(ArrayObject(array.elements)) }
                switch result {
                case .null: return .array([.null])
                case .nothing: return .array([])
                default: return .array(result.enumerated ?? [result])
                }
            }
        }
        let run = block(node.body)
        // Unlike `$( )`, what it wrote by the time that it is left early is lost.
        return { frame in
            var outcome = StatementOutcome.normal
            let values = try frame.collecting {
                outcome = try run(frame)
                return outcome
            }
            guard outcome == .normal || outcome == .enough else {
                throw EarlyExit(outcome: outcome, label: frame.jumpLabel)
            }
            return .array(values)
        }
    }

    private func subexpression(_ node: Subexpression) -> Evaluate {
        gathering(block(node.body))
    }

    /// `@{…}`, or `[ordered]@{…}`.
    func hashtable(_ node: HashtableLiteral, ordered: Bool) -> Evaluate {
        let entries = node.entries.map { (key: hashtableKey($0.key), value: value(of: $0.value), span: $0.key.span) }
        let file = file
        return { frame in
            let table = HashtableObject(ordered: ordered)
            for entry in entries {
                let key = try entry.key(frame)
                guard !key.isNull else {
                    throw ValueError(
                        "A null key is not allowed in a hash literal.", id: "InvalidNullKey", category: "InvalidOperation")
                }
                if table[key] != nil {
                    let record = ErrorRecord(
                        "Duplicate keys '\(key.displayText)' are not allowed in hash literals.", id: "DuplicateKeyInHashLiteral",
                        category: "InvalidOperation", exception: "System.Management.Automation.ParseException")
                    record.position = ErrorPosition(file: file, span: entry.span)
                    throw TerminatingError(record)
                }
                table[key] = try entry.value(frame).orNull
            }
            return .object(table)
        }
    }

    private func hashtableKey(_ key: Expression) -> Evaluate { expression(key) }

    /// A cast, `[type]operand`.
    private func convert(_ node: ConvertExpression) -> Evaluate {
        let name = node.type.name.lowercased()
        if case .hashtable(let table) = node.operand {
            if name == "ordered" { return hashtable(table, ordered: true) }
            // `[pscustomobject]@{…}` keeps the order in which the keys are written.
            if name == "pscustomobject" { return customObject(table) }
        }
        if ["ref", "psreference", "system.management.automation.psreference"].contains(name),
            case .variable(let variable) = node.operand
        {
            return reference(variable)
        }
        if name == "void" {
            let operand = expression(node.operand)
            return { frame in
                _ = try operand(frame)
                return .nothing
            }
        }
        let operand = expression(node.operand)
        // The type literal `[pscustomobject]` is PSObject; a cast to it alone makes a PSCustomObject of a hashtable.
        let type =
            name.hasSuffix("pscustomobject") && node.type.arrayRanks.isEmpty ? { _ in .customObject } : typeResolver(node.type)
        let ofs = layout.slotOrNew("OFS")
        return { frame in
            let target = try type(frame)
            let value = try operand(frame)
            if target === ObjectType.string, value.enumerated != nil {
                return .string(value.displayText(separator: Self.separator(frame, ofs)))
            }
            return try frame.engine.convert(value, to: target)
        }
    }

    /// `[pscustomobject]@{…}`.
    private func customObject(_ node: HashtableLiteral) -> Evaluate {
        if let names = constantNames(node) {
            // The usual case, without a hashtable in between; the objects of one literal share one array of names.
            let values = node.entries.map { KeyedValue(value: value(of: $0.value)) }
            return { frame in
                var members: [AttachedMembers.Member] = []
                members.reserveCapacity(values.count)
                for entry in values { members.append(.note(try entry.value(frame).orNull)) }
                return .object(CustomObject(names: names, members: members))
            }
        }
        let table = hashtable(node, ordered: true)
        return { frame in
            guard let pairs = try table(frame).asObject(HashtableObject.self)?.pairs else { return .null }
            return .object(CustomObject.made(of: pairs.map { ($0.key.displayText, $0.value) }))
        }
    }

    /// The code of an entry's value; in a struct for the reason given at `Step`.
    private struct KeyedValue {
        let value: Evaluate
    }

    /// The keys of a hashtable literal where all are constant strings and distinct, so that they become properties as written; nil
    /// otherwise.
    private func constantNames(_ node: HashtableLiteral) -> [String]? {
        var names: [String] = []
        for entry in node.entries {
            guard case .string(let key) = entry.key, !key.value.equalsIgnoringCase("PSTypeName"),
                !names.contains(where: { $0.equalsIgnoringCase(key.value) })
            else {
                return nil
            }
            names.append(key.value)
        }
        return names
    }

    private func typeLiteral(_ node: TypeSyntax) -> Evaluate {
        let type = typeResolver(node)
        return { .object(TypeObject(try type($0))) }
    }

    /// A type that no script defines; nil where the text itself defines a class of that name, which takes precedence.
    func known(_ node: TypeSyntax) -> ObjectType? { isOwn(node) ? nil : TypeNames.find(node, in: .builtin) }

    private func isOwn(_ node: TypeSyntax) -> Bool {
        file.defines(type: node.name) || node.genericArguments.contains { isOwn($0) }
    }

    /// Code that finds a type at run time, because a script may define it before; built-in types are resolved once, here.
    func typeResolver(_ node: TypeSyntax) -> (Frame) throws -> ObjectType {
        if let known = known(node) { return { _ in known } }
        let (name, file) = (TypeNames.text(node), file)
        return { frame in
            if let type = try frame.engine.findType(node, in: frame, file: file) { return type }
            throw ValueError("Unable to find type [\(name)].", id: "TypeNotFound", category: "InvalidOperation")
        }
    }
}

/// Looks up and prints types as scripts write them.
package enum TypeNames {
    /// The type of a table; nil where it or a type argument is unknown.
    static func find(_ node: TypeSyntax, in table: TypeTable) -> ObjectType? {
        find(node, generics: table) { table.find($0) }
    }

    /// The type, with its type arguments and array ranks.
    /// - Parameter named: finds a type by its name.
    /// - Throws: what `named` throws.
    static func find<E: Error>(_ node: TypeSyntax, generics table: TypeTable, named: (String) throws(E) -> ObjectType?) throws(E)
        -> ObjectType?
    {
        var found: ObjectType?
        if node.genericArguments.isEmpty {
            found = try named(node.name)
        } else {
            var arguments: [ObjectType] = []
            for argument in node.genericArguments {
                guard let type = try find(argument, generics: table, named: named) else { return nil }
                arguments.append(type)
            }
            found = table.generic(node.name, arguments)
        }
        guard var type = found else { return nil }
        for rank in node.arrayRanks { type = type === ObjectType.object && rank == 1 ? .objectArray : .array(of: type, rank: rank) }
        return type
    }

    /// The type as text: `System.Collections.Generic.List[int]`, `int[,]`.
    package static func text(_ node: TypeSyntax) -> String {
        let arguments =
            node.genericArguments.isEmpty ? "" : "[" + node.genericArguments.map { text($0) }.joined(separator: ",") + "]"
        return node.name + arguments + node.arrayRanks.map { "[" + String(repeating: ",", count: max(0, $0 - 1)) + "]" }.joined()
    }
}
