import Values

/// Validates values against a JSON Schema (drafts 6 to 2020-12, without `format` and without references to URLs).
struct JSONSchema {
    /// A part of the document that does not conform.
    struct Violation {
        let message: String
        /// The place in the document, as a JSON Pointer (RFC 6901).
        let place: String
    }

    private let root: Value
    /// Reads another schema by its name, for a `$ref` to outside of this schema; nil if there is none.
    private let other: (String) throws -> Value?
    /// The most levels: references can form a circle.
    private static let deepest = 256

    /// - Throws: `ValueError` InvalidJsonSchema if the value is no schema.
    init(_ root: Value, other: @escaping (String) throws -> Value? = { _ in nil }) throws {
        self.root = root
        self.other = other
        try Self.check(root, depth: 0)
    }

    private static func invalid(_ text: String) -> ValueError {
        ValueError(
            "Cannot parse the JSON schema: \(text).", id: "InvalidJsonSchema", exception: "System.Exception",
            category: "InvalidData")
    }

    private static let types: Set<String> = ["array", "boolean", "integer", "null", "number", "object", "string"]
    private static let inner = [
        "items", "additionalItems", "additionalProperties", "contains", "not", "if", "then", "else", "propertyNames",
    ]

    private static func check(_ schema: Value, depth: Int) throws {
        guard depth < deepest else { throw invalid("it is nested too deeply") }
        if case .bool = schema { return }
        guard let table = schema.asObject(HashtableObject.self) else {
            throw invalid("a schema must be an object or a truth value")
        }
        if let type = table["type"] {
            let names = type.enumerated ?? [type]
            guard !names.isEmpty, names.allSatisfy({ types.contains($0.text ?? "") }) else {
                throw invalid("'\(type.displayText)' is not a type")
            }
        }
        for key in ["properties", "patternProperties", "definitions", "$defs", "dependentSchemas"] {
            guard let value = table[key] else { continue }
            guard let parts = value.asObject(HashtableObject.self) else { throw invalid("'\(key)' must be an object") }
            for part in parts.values { try check(part, depth: depth + 1) }
        }
        for key in ["allOf", "anyOf", "oneOf", "prefixItems"] {
            guard let value = table[key] else { continue }
            guard let parts = value.enumerated, !parts.isEmpty else { throw invalid("'\(key)' must be an array of schemas") }
            for part in parts { try check(part, depth: depth + 1) }
        }
        for key in inner {
            guard let value = table[key] else { continue }
            for part in key == "items" ? value.enumerated ?? [value] : [value] { try check(part, depth: depth + 1) }
        }
        if let required = table["required"], required.enumerated?.allSatisfy({ $0.text != nil }) != true {
            throw invalid("'required' must be an array of names")
        }
    }

    /// What in the document does not conform; empty if it is valid.
    /// - Throws: `ValueError` InvalidJsonSchema if a reference cannot be resolved or references form a circle.
    func violations(of document: Value) throws -> [Violation] { try check(document, root, "", 0) }

    // MARK: One schema

    private func check(_ value: Value, _ schema: Value, _ place: String, _ depth: Int) throws -> [Violation] {
        guard depth < Self.deepest else { throw Self.invalid("its references never end") }
        if case .bool(let accepts) = schema {
            return accepts ? [] : [Violation(message: "All values fail against the false schema", place: place)]
        }
        guard let table = schema.asObject(HashtableObject.self) else { return [] }
        var found: [Violation] = []
        func fail(_ message: String) { found.append(Violation(message: message, place: place)) }
        if let reference = table["$ref"]?.text {
            if let cut = reference.firstIndex(of: "#"), cut != reference.startIndex {
                found += try outside(String(reference[..<cut])).check(value, "#" + reference[cut...].dropFirst(), place, depth + 1)
            } else if !reference.hasPrefix("#") {
                found += try outside(reference).check(value, "#", place, depth + 1)
            } else {
                found += try check(value, reference, place, depth + 1)
            }
        }
        checkKind(value, table, fail)
        if let text = value.text { try checkText(text, table, fail) }
        if Self.isNumber(value) { checkNumber(value, table, fail) }
        if let elements = value.enumerated { found += try checkArray(elements, table, place, depth, fail) }
        if let object = value.asObject(HashtableObject.self) { found += try checkObject(object, table, place, depth, fail) }
        found += try checkCombined(value, table, place, depth)
        return found
    }

    private func check(_ value: Value, _ reference: String, _ place: String, _ depth: Int) throws -> [Violation] {
        try check(value, try resolve(reference), place, depth)
    }

    private func outside(_ name: String) throws -> JSONSchema {
        guard let root = try other(name) else {
            throw Self.invalid("the reference '\(name)' leads out of the schema, to what cannot be read")
        }
        return try JSONSchema(root, other: other)
    }

    private func resolve(_ reference: String) throws -> Value {
        var here = root
        for part in reference.dropFirst().split(separator: "/") {
            let name = part.replacing("~1", with: "/").replacing("~0", with: "~")
            if let next = here.asObject(HashtableObject.self)?[String(name)] {
                here = next
            } else if let place = Int(name), let elements = here.enumerated, elements.indices.contains(place) {
                here = elements[place]
            } else {
                throw Self.invalid("the reference '\(reference)' leads to nothing")
            }
        }
        return here
    }

    // MARK: Kinds

    private static func isNumber(_ value: Value) -> Bool {
        switch value {
        case .int, .long, .double, .fixed: true
        case .object(let object): CellNumbers.contains(object.type.name)
        default: false
        }
    }

    private static func kind(_ value: Value) -> String {
        switch value {
        case .null, .nothing, .unset: "null"
        case .bool: "boolean"
        case .string: "string"
        case .array: "array"
        case .int, .long: "integer"
        case .double(let number): number == number.rounded() ? "integer" : "number"
        default: isNumber(value) ? "number" : value.asObject(HashtableObject.self) == nil ? "string" : "object"
        }
    }

    private func checkKind(_ value: Value, _ table: HashtableObject, _ fail: (String) -> Void) {
        if let type = table["type"] {
            let names = (type.enumerated ?? [type]).map(\.displayText)
            let kind = Self.kind(value)
            if !names.contains(kind), !(kind == "integer" && names.contains("number")) {
                let wanted = names.map { "\"\($0)\"" }.joined(separator: ", ")
                fail("Value is \"\(kind)\" but should be \(names.count == 1 ? wanted : "one of [\(wanted)]")")
            }
        }
        if let choices = table["enum"]?.enumerated, !choices.contains(where: { Self.equal($0, value, 0) }) {
            fail("Value should match one of the values specified by the enum")
        }
        if let constant = table["const"], !Self.equal(constant, value, 0) { fail("Expected \(constant.displayText)") }
    }

    private static func equal(_ left: Value, _ right: Value, _ depth: Int) -> Bool {
        guard depth < deepest else { return false }
        if isNumber(left), isNumber(right) { return Comparison.equals(left, right) }
        if let a = left.enumerated, let b = right.enumerated {
            return a.count == b.count && zip(a, b).allSatisfy { equal($0, $1, depth + 1) }
        }
        if let a = left.asObject(HashtableObject.self), let b = right.asObject(HashtableObject.self) {
            return a.count == b.count
                && a.pairs.allSatisfy { pair in b[pair.key].map { equal(pair.value, $0, depth + 1) } ?? false }
        }
        guard kind(left) == kind(right) else { return false }
        return left.displayText == right.displayText
    }

    // MARK: Texts and numbers

    private func number(_ table: HashtableObject, _ key: String) -> Double? { table[key].flatMap { try? Conversion.double($0) } }

    private func checkText(_ text: String, _ table: HashtableObject, _ fail: (String) -> Void) throws {
        let length = Double(text.unicodeScalars.count)
        if let limit = number(table, "minLength"), length < limit {
            fail("Value should be at least \(Value.double(limit).displayText) characters")
        }
        if let limit = number(table, "maxLength"), length > limit {
            fail("Value should be at most \(Value.double(limit).displayText) characters")
        }
        if let pattern = table["pattern"]?.text, try RegularExpression(pattern).firstMatch(in: text) == nil {
            fail("The string value is not a match for the indicated regular expression")
        }
    }

    private func checkNumber(_ value: Value, _ table: HashtableObject, _ fail: (String) -> Void) {
        guard let own = try? Conversion.double(value) else { return }
        let text = value.displayText
        if let limit = number(table, "minimum"), own < limit {
            fail("\(text) should be at least \(Value.double(limit).displayText)")
        }
        if let limit = number(table, "maximum"), own > limit {
            fail("\(text) should be at most \(Value.double(limit).displayText)")
        }
        if let limit = number(table, "exclusiveMinimum"), own <= limit {
            fail("\(text) should be greater than \(Value.double(limit).displayText)")
        }
        if let limit = number(table, "exclusiveMaximum"), own >= limit {
            fail("\(text) should be less than \(Value.double(limit).displayText)")
        }
        if let step = number(table, "multipleOf"), step > 0, (own / step) != (own / step).rounded() {
            fail("\(text) should be a multiple of \(Value.double(step).displayText)")
        }
    }

    // MARK: Arrays and objects

    private func checkArray(
        _ elements: [Value], _ table: HashtableObject, _ place: String, _ depth: Int, _ fail: (String) -> Void
    ) throws -> [Violation] {
        var found: [Violation] = []
        let count = Double(elements.count)
        if let limit = number(table, "minItems"), count < limit {
            fail("Value has less than \(Value.double(limit).displayText) items")
        }
        if let limit = number(table, "maxItems"), count > limit {
            fail("Value has more than \(Value.double(limit).displayText) items")
        }
        if table["uniqueItems"].map({ Conversion.bool($0) }) == true {
            for (first, value) in elements.enumerated() where elements[(first + 1)...].contains(where: { Self.equal($0, value, 0) })
            {
                fail("The array should contain unique items")
                break
            }
        }
        let prefix = table["prefixItems"]?.enumerated ?? table["items"]?.enumerated ?? []
        let rest = table["prefixItems"] == nil && table["items"]?.enumerated != nil ? table["additionalItems"] : table["items"]
        for (index, element) in elements.enumerated() {
            let schema = index < prefix.count ? prefix[index] : rest?.enumerated == nil ? rest : nil
            if let schema { found += try check(element, schema, "\(place)/\(index)", depth + 1) }
        }
        if let contained = table["contains"] {
            let fitting = try elements.filter { try check($0, contained, place, depth + 1).isEmpty }.count
            if Double(fitting) < (number(table, "minContains") ?? 1) {
                fail("Expected array to contain at least one matching item")
            }
            if let limit = number(table, "maxContains"), Double(fitting) > limit { fail("Array contains too many matching items") }
        }
        return found
    }

    private func checkObject(
        _ object: HashtableObject, _ table: HashtableObject, _ place: String, _ depth: Int, _ fail: (String) -> Void
    ) throws -> [Violation] {
        var found: [Violation] = []
        if let limit = number(table, "minProperties"), Double(object.count) < limit {
            fail("Value has less than \(Int(limit)) properties")
        }
        if let limit = number(table, "maxProperties"), Double(object.count) > limit {
            fail("Value has more than \(Int(limit)) properties")
        }
        let missing = (table["required"]?.enumerated ?? []).map(\.displayText).filter { object[$0] == nil }
        if !missing.isEmpty {
            fail("Required properties [\(missing.map { "\"\($0)\"" }.joined(separator: ","))] are not present")
        }
        let properties = table["properties"]?.asObject(HashtableObject.self)
        let patterns = try (table["patternProperties"]?.asObject(HashtableObject.self)?.pairs ?? []).map {
            (try RegularExpression($0.key.displayText), $0.value)
        }
        for pair in object.pairs {
            let name = pair.key.displayText
            let inside = "\(place)/\(name.replacing("~", with: "~0").replacing("/", with: "~1"))"
            var isKnown = false
            if let schema = properties?[name] {
                isKnown = true
                found += try check(pair.value, schema, inside, depth + 1)
            }
            for (pattern, schema) in patterns where try pattern.firstMatch(in: name) != nil {
                isKnown = true
                found += try check(pair.value, schema, inside, depth + 1)
            }
            if !isKnown, let schema = table["additionalProperties"] { found += try check(pair.value, schema, inside, depth + 1) }
            if let schema = table["propertyNames"] { found += try check(pair.key, schema, inside, depth + 1) }
        }
        for pair in table["dependentRequired"]?.asObject(HashtableObject.self)?.pairs ?? [] where object[pair.key] != nil {
            let missing = (pair.value.enumerated ?? []).map(\.displayText).filter { object[$0] == nil }
            if !missing.isEmpty {
                fail("Required properties [\(missing.map { "\"\($0)\"" }.joined(separator: ","))] are not present")
            }
        }
        for pair in table["dependentSchemas"]?.asObject(HashtableObject.self)?.pairs ?? [] where object[pair.key] != nil {
            found += try check(.object(object), pair.value, place, depth + 1)
        }
        return found
    }

    // MARK: Combinations

    private func checkCombined(_ value: Value, _ table: HashtableObject, _ place: String, _ depth: Int) throws -> [Violation] {
        var found: [Violation] = []
        for schema in table["allOf"]?.enumerated ?? [] { found += try check(value, schema, place, depth + 1) }
        if let schemas = table["anyOf"]?.enumerated {
            let results = try schemas.map { try check(value, $0, place, depth + 1) }
            if !results.contains(where: \.isEmpty) { found += Self.nearest(results) }
        }
        if let schemas = table["oneOf"]?.enumerated {
            let results = try schemas.map { try check(value, $0, place, depth + 1) }
            let fitting = results.count(where: \.isEmpty)
            if fitting == 0 {
                found += Self.nearest(results)
            } else if fitting > 1 {
                found.append(Violation(message: "Expected 1 matching subschema but found \(fitting)", place: place))
            }
        }
        if let schema = table["not"], try check(value, schema, place, depth + 1).isEmpty {
            found.append(Violation(message: "Expected the value not to match", place: place))
        }
        if let condition = table["if"] {
            let branch = try check(value, condition, place, depth + 1).isEmpty ? table["then"] : table["else"]
            if let branch { found += try check(value, branch, place, depth + 1) }
        }
        return found
    }

    /// The violations of the alternative that comes closest: the fewest, and then the deepest in the document.
    private static func nearest(_ results: [[Violation]]) -> [Violation] {
        results.min { left, right in
            let (a, b) = (left.map(\.place.count).max() ?? 0, right.map(\.place.count).max() ?? 0)
            return (left.count, -a) < (right.count, -b)
        } ?? []
    }
}

/// The numeric types whose values are objects.
private enum CellNumbers {
    static func contains(_ name: String) -> Bool { name == "System.Decimal" || name == "System.Numerics.BigInteger" }
}
