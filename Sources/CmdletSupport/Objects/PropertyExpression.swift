import CmdletKit
import Formatting
import Interpreter
import Values

/// A property as the -Property of Select-Object, Sort-Object, Format-Table and others takes it: a name, a wildcard, a script block,
/// or a calculated property: a hashtable with an expression, a label, a format and so on (about_Calculated_Properties).
package struct PropertyExpression {
    /// What gives the value.
    enum Source {
        case name(String)
        case wildcard(Wildcard)
        case block(ScriptBlock)
    }

    var source: Source
    /// The name that the user gave the property (Name or Label), or the text of its script block.
    package var label: String?
    /// Width: the columns of the table's column; at least 1.
    package var width: Int?
    /// Alignment of the table's column.
    package var alignment: Alignment?
    /// FormatString, as the -f operator takes it behind a colon.
    package var format: String?
    /// Ascending or Descending of Sort-Object; nil if the hashtable says neither.
    package var isDescending: Bool?

    /// Parses an argument.
    /// - Parameter keys: the keys that the command accepts beside Expression.
    /// - Throws: `ValueError` (DictionaryKeyIllegal and others) that names the key or value that is not valid.
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

    /// A key of a calculated property's hashtable, beside Expression. An abbreviation is enough, as in PowerShell.
    package enum Key: String {
        /// Each is the key's own name, in any case; Name and Label mean the same.
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

    /// The property's name, if the expression is one name; nil for a wildcard or a script block.
    package var plainName: String? {
        if case .name(let name) = source { return name }
        return nil
    }

    /// The expressions for the properties of an object that the wildcard matches; the expression itself if it has no wildcard.
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

    /// The heading of the property: the label, or the name in the casing in which the object declares it.
    package func displayName(for object: Value) -> String {
        if let label { return label }
        guard let name = plainName else { return "" }
        return object.declaredName(name) ?? name
    }

    /// The value for an object: $null if the object has no such property or the script fails, as in PowerShell.
    /// - Throws: `PipelineStopped` and `ExitRequest` of the script; no other error.
    package func value(of object: Value, _ frame: Frame) throws -> Value {
        try found(in: object, frame) ?? .null
    }

    /// The same as `value(of:_:)`, but nil if the object has no such property or the expression is a wildcard.
    /// - Throws: `PipelineStopped` and `ExitRequest` of the script; no other error.
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

/// Reads a property, script properties included, without what member access adds (`.Count` of a single object, the members of a
/// collection's elements).
package enum ObjectProperty {
    /// The property's value: $null if its script fails, nil if the object has no such property.
    /// - Throws: `PipelineStopped` and `ExitRequest` of the property's script; no other error.
    package static func read(_ object: Value, _ name: String, _ frame: Frame) throws -> Value? {
        do {
            if let value = try MemberAccessor.ownValue(object, name, frame) { return value.orNull }
        } catch {
            if error.isFlowControl || error.isCallDepthOverflow { throw error }
            return .null
        }
        // Arrays do not declare Count and Length.
        if case .array(let array) = object, name.equalsIgnoringCase("Count") || name.equalsIgnoringCase("Length") {
            return Value.integer(array.elements.count)
        }
        return nil
    }
}

extension CmdletRuntime {
    /// The frame of the code that runs the command.
    /// - Throws: `ValueError` if the runtime has none.
    package var frame: Frame { get throws { try service(Frame.self) } }
}

extension Array where Element == Value {
    /// The property expressions of the arguments of a command's -Property.
    /// - Throws: what `PropertyExpression.init` throws for the first that is not valid.
    package func propertyExpressions(_ keys: [PropertyExpression.Key]) throws -> [PropertyExpression] {
        try map { try PropertyExpression($0, keys: keys) }
    }
}
