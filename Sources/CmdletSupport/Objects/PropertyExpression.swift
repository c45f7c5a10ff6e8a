import CmdletKit
import Formatting
import Interpreter
import Values

/// A property as Select-Object, Sort-Object, Format-Table and their kin take it: a name, a wildcard, a script block, or a hashtable that
/// gives an expression with a label or a format (a calculated property).
package struct PropertyExpression {
    enum Source {
        case name(String)
        case wildcard(Wildcard)
        case block(ScriptBlock)
    }

    var source: Source
    /// The name that the user gave it.
    package var label: String?
    package var width: Int?
    package var alignment: Alignment?
    package var format: String?
    package var isDescending: Bool?

    /// - Parameter keys: the keys that the command takes beside Expression.
    /// - Throws: an error that names a key or value that has no meaning.
    package init(_ value: Value, keys: [Key]) throws {
        if let table = value.asObject(HashtableObject.self) {
            try self.init(table, keys: keys)
        } else {
            try self.init(source: Self.source(value))
        }
    }

    private init(source: Source) {
        self.source = source
        if case .block(let block) = source { label = block.stringForm }
    }

    /// What a calculated property's hashtable may say beside its expression.
    package enum Key: String {
        case name, label, width, alignment, formatString, ascending, descending, depth
    }

    private init(_ table: HashtableObject, keys: [Key]) throws {
        var source: Source?
        for (key, value) in table.pairs {
            let text = key.displayText.lowercased()
            guard !text.isEmpty else {
                throw Self.error("An empty key is not valid in a property's hashtable.", "DictionaryKeyIllegal")
            }
            if "expression".hasPrefix(text) {
                source = try Self.source(value)
                continue
            }
            guard let match = keys.first(where: { $0.rawValue.lowercased().hasPrefix(text) }) else {
                throw Self.error("The key '\(key.displayText)' is not valid.", "DictionaryKeyIllegal")
            }
            switch match {
            case .name, .label: label = value.displayText
            case .width: width = max(1, Int(try Conversion.int32(value)))
            case .alignment: alignment = try Self.alignment(value.displayText)
            case .formatString: format = value.displayText
            case .ascending: isDescending = !Conversion.bool(value)
            case .descending: isDescending = Conversion.bool(value)
            case .depth: break
            }
        }
        guard let source else {
            throw Self.error("The hashtable is missing the mandatory key 'Expression'.", "DictionaryKeyMandatoryEntry")
        }
        self.source = source
        if label == nil, case .block(let block) = source { label = block.stringForm }
    }

    private static func error(_ message: String, _ id: String) -> ValueError {
        ValueError(message, id: id, exception: "System.NotSupportedException", category: "InvalidArgument")
    }

    private static func alignment(_ text: String) throws -> Alignment {
        for (name, alignment) in [("left", Alignment.left), ("center", .center), ("right", .right)]
        where !text.isEmpty && name.hasPrefix(text.lowercased()) { return alignment }
        throw error(
            "The value '\(text)' is not valid for the key 'alignment': it must be left, center or right.", "IllegalAlignmentValue")
    }

    private static func source(_ value: Value) throws -> Source {
        if let block = value.asObject(ScriptBlock.self) { return .block(block) }
        let name = value.displayText
        guard !name.isEmpty else { throw error("A property's name cannot be empty.", "EmptyPropertyName") }
        return Wildcard.isPattern(name) ? .wildcard(Wildcard(name)) : .name(name)
    }

    /// Whether it names one property and nothing is computed.
    package var plainName: String? {
        if case .name(let name) = source { return name }
        return nil
    }

    /// The expression with its wildcard replaced by the names that an object has.
    package func expanded(for object: Value, excluding excluded: [Wildcard] = [], _ engine: Engine) -> [PropertyExpression] {
        guard case .wildcard(let pattern) = source else { return [self] }
        return engine.propertyNames(of: object).filter { name in pattern.matches(name) && !excluded.contains { $0.matches(name) } }
            .map {
                name in
                var copy = self
                copy.source = .name(name)
                return copy
            }
    }

    /// What stands above a column: the given label, or the name in its declared casing.
    package func displayName(for object: Value) -> String {
        if let label { return label }
        guard let name = plainName else { return "" }
        return object.declaredName(name) ?? name
    }

    /// The value for an object; null where there is no such property or the script fails, as PowerShell has it for calculated properties.
    package func value(of object: Value, _ frame: Frame) throws -> Value {
        try found(in: object, frame) ?? .null
    }

    /// The same, nil where the object has no such property.
    package func found(in object: Value, _ frame: Frame) throws -> Value? {
        switch source {
        case .name(let name): return try ObjectProperty.read(object, name, frame)
        case .wildcard: return nil
        case .block(let block):
            do { return Value.collapsing(try frame.engine.invokeInline(block, current: object, in: frame)).orNull } catch {
                if error.isFlowControl || error.isCallDepthOverflow { throw error }
                return .null
            }
        }
    }
}

/// Reading properties, scripts' own ones included, without the courtesies of member access (`.Count` of a single object).
package enum ObjectProperty {
    package static func read(_ object: Value, _ name: String, _ frame: Frame) throws -> Value? {
        do {
            if let value = try MemberAccessor.ownValue(object, name, frame) { return value.orNull }
        } catch {
            if error.isFlowControl || error.isCallDepthOverflow { throw error }
            return .null
        }
        // Arrays as such have these two without declaring them.
        if case .array(let array) = object, name.equalsIgnoringCase("Count") || name.equalsIgnoringCase("Length") {
            return Value.integer(array.elements.count)
        }
        return nil
    }
}

extension CmdletRuntime {
    /// The code around the running command.
    package var frame: Frame { get throws { try service(Frame.self) } }
}

extension Array where Element == Value {
    /// Property expressions of a command's -Property.
    package func propertyExpressions(_ keys: [PropertyExpression.Key]) throws -> [PropertyExpression] {
        try map { try PropertyExpression($0, keys: keys) }
    }
}
