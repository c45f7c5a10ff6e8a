import CmdletKit
import Values

/// Reads objects from CLIXML. Objects of types that cannot be rebuilt become property bags, with `Deserialized.` before the names
/// of their types, as in PowerShell.
package struct ClixmlReader {
    private var objects: [String: Value] = [:]
    private var types: [String: [String]] = [:]
    private static let deepest = 256

    /// A reader; it keeps the objects and type lists that later elements refer to, so each document needs a new one.
    package init() {}

    /// The objects of a document.
    /// - Throws: `ValueError` if the text is not XML, is not CLIXML, is nested deeper than 256 elements, or holds a number that
    ///   does not fit its type.
    package mutating func objects(of text: String) throws -> [Value] {
        let document = try XMLParser.document(text, keepsWhiteSpace: true)
        guard let root = document.documentElement, root.localName == "Objs" else { throw Self.invalid("it has no element Objs") }
        return try root.children.filter { $0.kind == .element }.map { try value($0, 0) }
    }

    private static func invalid(_ reason: String) -> ValueError {
        ValueError(
            "The file is no CLIXML: \(reason).", id: "Deserializer", exception: "System.Xml.XmlException", category: "InvalidData")
    }

    private func elements(_ node: XMLNode) -> [XMLNode] { node.children.filter { $0.kind == .element } }
    private func attribute(_ node: XMLNode, _ name: String) -> String? { node.attributes.first { $0.name == name }?.value }

    /// The text with its escapes `_xHHHH_`, one for each UTF-16 code unit that XML cannot hold, replaced by the characters.
    private static func decoded(_ text: String) -> String {
        guard text.contains("_x") else { return text }
        var units: [UInt16] = []
        var rest = Substring(text)
        while let character = rest.first {
            if character == "_", rest.dropFirst().first == "x", rest.count >= 7, rest.dropFirst(6).first == "_",
                let unit = UInt16(rest.dropFirst(2).prefix(4), radix: 16)
            {
                units.append(unit)
                rest = rest.dropFirst(7)
            } else {
                units += Array(String(character).utf16)
                rest.removeFirst()
            }
        }
        return String(decoding: units, as: UTF16.self)
    }

    private mutating func value(_ node: XMLNode, _ depth: Int) throws -> Value {
        guard depth < Self.deepest else { throw Self.invalid("it is nested too deeply") }
        let text = Self.decoded(node.innerText)
        func number(_ type: ObjectType) throws -> Value { try Conversion.convert(.string(text), to: type) }
        switch node.localName {
        case "Nil": return .null
        case "S", "ToString": return .string(text)
        case "B": return .bool(text == "true" || text == "1")
        case "I32": return try number(.int32)
        case "I64": return try number(.int64)
        case "Db": return try number(.double)
        case "Sg": return try number(.single)
        case "By": return try number(.uint8)
        case "SB": return try number(.int8)
        case "I16": return try number(.int16)
        case "U16": return try number(.uint16)
        case "U32": return try number(.uint32)
        case "U64": return try number(.uint64)
        case "D": return try number(.decimal)
        case "C": return .char(UInt16(text) ?? 0)
        case "DT": return DateFormat.parse(text)?.boxed ?? .string(text)
        case "TS": return DurationXML.span(text)?.boxed ?? .string(text)
        case "G": return try Conversion.convert(.string(text), to: GuidType.type)
        case "Version": return Version(text)?.boxed ?? .string(text)
        case "URI": return .string(text)
        case "SBK": return .string(text)
        case "XD": return XMLObject.box(try XMLParser.document(text))
        case "Ref":
            guard let found = objects[attribute(node, "RefId") ?? ""] else { throw Self.invalid("a reference leads to nothing") }
            return found
        case "Obj": return try object(node, depth)
        default: throw Self.invalid("it has an element '\(node.localName)'")
        }
    }

    private mutating func object(_ node: XMLNode, _ depth: Int) throws -> Value {
        let parts = elements(node)
        var names: [String] = []
        for part in parts {
            if part.localName == "TN" {
                names = elements(part).map { Self.decoded($0.innerText) }
                types[attribute(part, "RefId") ?? ""] = names
            } else if part.localName == "TNRef" {
                names = types[attribute(part, "RefId") ?? ""] ?? []
            }
        }
        let reference = attribute(node, "RefId") ?? ""
        var result: Value?
        if let table = parts.first(where: { $0.localName == "DCT" }) {
            let made = HashtableObject(ordered: names.first?.contains("OrderedDictionary") == true)
            objects[reference] = .object(made)
            for entry in elements(table) {
                let inner = elements(entry)
                guard inner.count == 2 else { throw Self.invalid("a hashtable's entry has no key and value") }
                made[try value(inner[0], depth + 1)] = try value(inner[1], depth + 1)
            }
            result = .object(made)
        } else if let list = parts.first(where: { ["LST", "IE", "STK", "QUE"].contains($0.localName) }) {
            let values = try elements(list).map { try value($0, depth + 1) }
            let isArray = names.first?.hasSuffix("[]") ?? false
            result = isArray ? .array(values) : .object(ListObject(values))
        } else if let scalar = parts.first(where: { !["TN", "TNRef", "Props", "MS", "ToString"].contains($0.localName) }) {
            result = try value(scalar, depth + 1)
        }
        let bags = parts.filter { $0.localName == "Props" || $0.localName == "MS" }
        if let made = result {
            // An enumeration is read as the string of its name: the number alone would lose it.
            if names.contains("System.Enum"), let text = parts.first(where: { $0.localName == "ToString" }) {
                return .string(Self.decoded(text.innerText))
            }
            if !bags.isEmpty, let target = made.reference {
                let members = target.attached ?? AttachedMembers()
                for bag in bags {
                    for property in elements(bag) {
                        members[Self.decoded(attribute(property, "N") ?? "")] = .note(try value(property, depth + 1))
                    }
                }
                target.attached = members
            }
            objects[reference] = made
            return made
        }
        let isBag =
            names.isEmpty || names.first == "System.Management.Automation.PSCustomObject"
            || names.first?.hasPrefix("Selected.") == true
        let form = parts.first { $0.localName == "ToString" }.map { Self.decoded($0.innerText) }
        let bag: Object =
            isBag
            ? CustomObject([], typeNames: names.isEmpty ? nil : names)
            : DeserializedObject(typeNames: names, form: form, properties: [])
        objects[reference] = .object(bag)
        for part in bags {
            for property in elements(part) {
                bag.attached?[Self.decoded(attribute(property, "N") ?? "")] = .note(try value(property, depth + 1))
            }
        }
        return .object(bag)
    }
}
