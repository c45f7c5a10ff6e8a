import CmdletKit
import CmdletSupport
import Formatting
import Interpreter
import Values

/// Writes an object and the objects in its properties as nested, indented blocks, for Format-Custom.
struct ObjectTree {
    private(set) var lines: [String] = []
    private let frame: Frame
    private let maximumDepth: Int
    private let excluded: [Wildcard]
    private let limit: Int
    /// The most levels, whatever -Depth says: an object can contain itself.
    private static let deepest = 100
    /// Where a tree of that many lines is reached, what is left is not opened: one that holds itself twice doubles with each level.
    private static let mostLines = 20_000

    /// - Parameters:
    ///   - maximumDepth: -Depth.
    ///   - excluded: -ExcludeProperty.
    init(_ frame: Frame, maximumDepth: Int, excluded: [Wildcard]) {
        self.frame = frame
        self.maximumDepth = min(maximumDepth, Self.deepest)
        self.excluded = excluded
        if case .int(let limit) = frame.engine.variable("FormatEnumerationLimit") { self.limit = Int(limit) } else { limit = 4 }
    }

    /// Adds the lines of an object.
    /// - Parameter properties: the properties to show; empty for all.
    /// - Throws: `PipelineStopped` after Ctrl-C, and what reading a property throws.
    mutating func write(_ value: Value, _ properties: [PropertyExpression], _ runtime: any CmdletRuntime) throws {
        if Self.isScalar(value) {
            add(value.displayText, 0)
        } else if let elements = value.enumerated {
            try write(elements, level: 0, indent: 0, runtime)
        } else {
            try write(object: value, properties, level: 0, indent: 0, runtime)
        }
    }

    private mutating func add(_ text: String, _ indent: Int) {
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            lines.append(line.isEmpty ? "" : String(repeating: " ", count: indent) + line)
        }
    }

    private mutating func write(
        object: Value, _ chosen: [PropertyExpression], level: Int, indent: Int, _ runtime: any CmdletRuntime
    ) throws {
        try runtime.checkStop()
        let name = object.typeNames.first ?? "PSObject"
        add("class " + (name.split(separator: ".").last.map(String.init) ?? name), indent)
        add("{", indent)
        let engine = frame.engine
        var properties: [PropertyExpression] = []
        for property in chosen { properties += property.expanded(for: object, excluding: excluded, engine) }
        if chosen.isEmpty {
            properties = try engine.propertyNames(of: object).map { try PropertyExpression(.string($0), keys: []) }
        }
        for property in properties {
            let label = property.displayName(for: object)
            guard !excluded.contains(where: { $0.matches(label) }) else { continue }
            // A property whose getter throws is shown as empty.
            let value = (try? property.value(of: object, frame)) ?? .null
            try write(label + " = ", value, level: level, indent: indent + 2, runtime)
        }
        add("}", indent)
    }

    private mutating func write(_ label: String, _ value: Value, level: Int, indent: Int, _ runtime: any CmdletRuntime) throws {
        if let elements = value.enumerated {
            add(label, indent)
            try write(elements, level: level + 1, indent: indent + 2, runtime)
        } else if isLeaf(value, level) {
            add(label + text(value), indent)
        } else {
            add(label, indent)
            try write(object: value, [], level: level + 1, indent: indent + 2, runtime)
        }
    }

    private mutating func write(_ elements: [Value], level: Int, indent: Int, _ runtime: any CmdletRuntime) throws {
        add("[", indent)
        for (place, element) in elements.enumerated() {
            if limit >= 0, place == limit {
                add("…", indent + 2)
                break
            }
            if isLeaf(element, level) {
                add(text(element), indent + 2)
            } else if let inner = element.enumerated {
                add("", indent)
                try write(inner, level: level + 1, indent: indent + 4, runtime)
            } else {
                try write(object: element, [], level: level + 1, indent: indent + 2, runtime)
            }
        }
        add("]", indent)
        add("", indent)
    }

    private func text(_ value: Value) -> String { CellText.text(value, limit: limit) }

    private func isLeaf(_ value: Value, _ level: Int) -> Bool {
        level >= maximumDepth || lines.count >= Self.mostLines || value.isNull || Self.isScalar(value)
    }

    private static func isScalar(_ value: Value) -> Bool {
        switch value {
        case .object(let object):
            object is EnumObject || scalars.contains(object.type.name)
        case .array: false
        default: true
        }
    }

    private static let scalars: Set<String> = [
        "System.SByte", "System.Byte", "System.Int16", "System.UInt16", "System.UInt32", "System.UInt64", "System.Decimal",
        "System.Single", "System.IntPtr", "System.Numerics.BigInteger", "System.Security.SecureString",
    ]
}
